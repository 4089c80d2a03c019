import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, it } from 'mocha';

const script = fileURLToPath(new URL('../../manifest/build.ts', import.meta.url));
const settings = {
  BOT_APP_ID: '1b4e28ba-2fa1-4d2b-883f-0016d3cca427',
  API_CLIENT_ID: '9c858901-8a57-4791-81fe-4c455b099bc9',
  PUBLIC_HOST: 'roadmap.example.gov.uk',
  PRIVACY_URL: 'https://intranet.example.gov.uk/privacy',
  TERMS_URL: 'https://intranet.example.gov.uk/terms',
  MANIFEST_VERSION: '1.2.3',
};

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function runBuild(env: Readonly<Record<string, string>>, out: string): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, '--out', out], { env: { ...env } }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
    });
  });
}

describe('building the app package', () => {
  let out: string;
  beforeEach(async () => {
    out = await mkdtemp(join(tmpdir(), 'cps-roadmap-manifest-'));
  });
  afterEach(async () => {
    await rm(out, { recursive: true });
  });

  it('writes a zip file that holds the filled manifest, the Welsh texts and the icons', async () => {
    const { code, stdout, stderr } = await runBuild(settings, out);
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    const path = join(out, 'cps-roadmap-1.2.3.zip');
    assert.ok(stdout.includes(path));
    assert.match(stdout, /Teams admin centre/);

    const files = unzipSync(await readFile(path));
    assert.deepEqual(Object.keys(files).toSorted(), ['color.png', 'cy.json', 'manifest.json', 'outline.png']);
    const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    assert.equal(manifest.id, settings.BOT_APP_ID);
    assert.equal(manifest.bots[0].botId, settings.BOT_APP_ID);
    assert.equal(manifest.webApplicationInfo.id, settings.API_CLIENT_ID);
    assert.equal(manifest.staticTabs[0].contentUrl, `https://${settings.PUBLIC_HOST}/tab/`);
    assert.equal(manifest.version, '1.2.3');
    assert.deepEqual(manifest.validDomains, [settings.PUBLIC_HOST]);
    assert.equal(manifest.developer.privacyUrl, settings.PRIVACY_URL);
    assert.doesNotMatch(JSON.stringify(manifest), /\{\{/);
    assert.equal(JSON.parse(strFromU8(files['cy.json'] ?? new Uint8Array()))['name.short'], 'Map Ffordd CPS');
  });

  it('gives the same bytes in every time zone', async () => {
    const zips: Buffer[] = [];
    for (const TZ of ['Europe/London', 'Pacific/Auckland']) {
      const { code } = await runBuild({ ...settings, TZ }, out);
      assert.equal(code, 0);
      zips.push(await readFile(join(out, 'cps-roadmap-1.2.3.zip')));
    }
    assert.deepEqual(zips[0], zips[1]);
  });

  it('says everything that is missing, and how to set it, and writes nothing', async () => {
    const { code, stderr } = await runBuild({ MANIFEST_VERSION: 'next' }, out);
    assert.equal(code, 1);
    for (const name of ['BOT_APP_ID', 'API_CLIENT_ID', 'PUBLIC_HOST', 'PRIVACY_URL', 'TERMS_URL']) {
      assert.match(stderr, new RegExp(`- ${name} is not set\\.`));
    }
    assert.match(stderr, /- MANIFEST_VERSION is "next"/);
    assert.match(stderr, /export BOT_APP_ID=/);
    assert.deepEqual(await readdir(out), []);
  });
});
