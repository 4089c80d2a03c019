import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readPackageConfig } from '../../manifest/config.ts';

const valid = {
  BOT_APP_ID: '1b4e28ba-2fa1-4d2b-883f-0016d3cca427',
  API_CLIENT_ID: '9c858901-8a57-4791-81fe-4c455b099bc9',
  PUBLIC_HOST: 'roadmap.example.gov.uk',
  PRIVACY_URL: 'https://intranet.example.gov.uk/privacy',
  TERMS_URL: 'https://intranet.example.gov.uk/terms',
};

function problemsOf(env: Record<string, string | undefined>): readonly string[] {
  const result = readPackageConfig(env, '0.1.0');
  assert.ok(!result.ok, 'the settings were accepted');
  return result.problems;
}

describe('settings of the app package', () => {
  it('fills in what can be known', () => {
    assert.deepEqual(readPackageConfig(valid, '0.1.0'), {
      ok: true,
      config: {
        ...valid,
        TEAMS_APP_ID: valid.BOT_APP_ID,
        API_AUDIENCE: `api://${valid.PUBLIC_HOST}/${valid.API_CLIENT_ID}`,
        MANIFEST_VERSION: '0.1.0',
        DEVELOPER_NAME: 'Crown Prosecution Service',
        WEBSITE_URL: 'https://www.cps.gov.uk',
      },
    });
  });

  it('takes an ID in Teams that differs from the bot', () => {
    const TEAMS_APP_ID = '6fa459ea-ee8a-4ca4-894e-db77e160355e';
    const result = readPackageConfig({ ...valid, TEAMS_APP_ID }, '0.1.0');
    assert.equal(result.ok && result.config.TEAMS_APP_ID, TEAMS_APP_ID);
  });

  it('ignores spaces around a value and treats an empty value as not set', () => {
    const result = readPackageConfig({ ...valid, PUBLIC_HOST: ' roadmap.example.gov.uk ', TEAMS_APP_ID: ' ' }, '0.1.0');
    assert.equal(result.ok && result.config.PUBLIC_HOST, valid.PUBLIC_HOST);
    assert.equal(result.ok && result.config.TEAMS_APP_ID, valid.BOT_APP_ID);
  });

  it('lists everything that is missing at once', () => {
    const problems = problemsOf({});
    assert.equal(problems.length, 5);
    for (const name of Object.keys(valid)) {
      assert.ok(
        problems.some((text) => text.startsWith(`${name} is not set.`)),
        name,
      );
    }
  });

  const wrong = [
    ['BOT_APP_ID', 'my-bot', /must be an ID/],
    ['BOT_APP_ID', '00000000-0000-0000-0000-000000000000', /all zeros/],
    ['TEAMS_APP_ID', 'my-app', /must be an ID/],
    ['PUBLIC_HOST', 'https://roadmap.example.gov.uk', /host name only/],
    ['PUBLIC_HOST', 'roadmap.example.gov.uk:3978', /host name only/],
    ['PUBLIC_HOST', 'localhost', /full host name/],
    ['PUBLIC_HOST', '*.example.gov.uk', /full host name/],
    ['MANIFEST_VERSION', '1.0', /three numbers/],
    ['MANIFEST_VERSION', '1.0.0-beta', /three numbers/],
    ['MANIFEST_VERSION', '01.0.0', /three numbers/],
    ['DEVELOPER_NAME', 'x'.repeat(33), /33 characters/],
    ['PRIVACY_URL', 'http://intranet.example.gov.uk', /starts with https/],
    ['TERMS_URL', 'intranet/terms', /starts with https/],
    ['WEBSITE_URL', 'https://', /starts with https/],
  ] as const;
  for (const [name, value, expected] of wrong) {
    it(`refuses ${name} "${value.slice(0, 40)}"`, () => {
      const problems = problemsOf({ ...valid, [name]: value });
      assert.equal(problems.length, 1);
      assert.ok(problems[0]?.startsWith(`${name} `));
      assert.match(problems[0] ?? '', expected);
    });
  }
});
