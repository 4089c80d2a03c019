import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, it } from 'mocha';
import { type AppPackage, packageProblems } from '../../manifest/checks.ts';
import type { Bot, Localisation, Manifest } from '../../manifest/manifest.ts';
import { schemaProblems } from '../../manifest/schema.ts';
import { fillTemplate } from '../../manifest/template.ts';
import { pngFile, type Rgba } from './png-file.ts';

const values = {
  BOT_APP_ID: '1b4e28ba-2fa1-4d2b-883f-0016d3cca427',
  TEAMS_APP_ID: '1b4e28ba-2fa1-4d2b-883f-0016d3cca427',
  API_CLIENT_ID: '9c858901-8a57-4791-81fe-4c455b099bc9',
  API_AUDIENCE: 'api://roadmap.example.gov.uk/9c858901-8a57-4791-81fe-4c455b099bc9',
  PUBLIC_HOST: 'roadmap.example.gov.uk',
  MANIFEST_VERSION: '1.0.0',
  DEVELOPER_NAME: 'Crown Prosecution Service',
  WEBSITE_URL: 'https://www.cps.gov.uk',
  PRIVACY_URL: 'https://intranet.example.gov.uk/privacy',
  TERMS_URL: 'https://intranet.example.gov.uk/terms',
};
const white: Rgba = [255, 255, 255, 255];
const clear: Rgba = [0, 0, 0, 0];

function source(name: string): URL {
  return new URL(`../../manifest/${name}`, import.meta.url);
}

async function sourceJson(name: string): Promise<unknown> {
  return JSON.parse(await readFile(source(name), 'utf8'));
}

describe('checks of the app package', () => {
  let good: AppPackage;
  let welsh: Localisation;
  before(async () => {
    const { filled } = fillTemplate(await sourceJson('manifest.template.json'), values);
    welsh = (await sourceJson('cy.json')) as Localisation;
    const files = new Map<string, Uint8Array>([
      ['cy.json', await readFile(source('cy.json'))],
      ['color.png', await readFile(source('icons/color.png'))],
      ['outline.png', await readFile(source('icons/outline.png'))],
    ]);
    good = { manifest: filled as Manifest, files };
  });

  const withManifest = (change: Partial<Manifest>) => ({ ...good, manifest: { ...good.manifest, ...change } });
  const withFile = (name: string, bytes: Uint8Array) => ({ ...good, files: new Map(good.files).set(name, bytes) });
  const withoutFile = (name: string) => ({ ...good, files: new Map([...good.files].filter(([key]) => key !== name)) });
  const withWelsh = (change: Record<string, string | undefined>) =>
    withFile('cy.json', Buffer.from(JSON.stringify({ ...welsh, ...change })));
  const withBot = (change: Partial<Bot>) => {
    const bot = good.manifest.bots?.[0];
    assert.ok(bot);
    return withManifest({ bots: [{ ...bot, ...change }] });
  };
  const withOutline = (pixel: (x: number, y: number) => Rgba) => withFile('outline.png', pngFile(32, 32, pixel));

  function assertProblems(planted: AppPackage, ...expected: readonly RegExp[]): void {
    const problems = packageProblems(planted);
    assert.equal(problems.length, expected.length, problems.join('\n'));
    for (const [index, pattern] of expected.entries()) assert.match(problems[index] ?? '', pattern);
  }

  it('find nothing wrong with the package as it is', () => {
    assertProblems(good);
  });

  it('find a version that is not three numbers', () => {
    assertProblems(withManifest({ version: '1.0' }), /three numbers/);
  });

  it('find a schema of another version', () => {
    const $schema = 'https://developer.microsoft.com/json-schemas/teams/v1.3/MicrosoftTeams.schema.json';
    assertProblems(withManifest({ $schema }), /v1\.3.*manifestVersion 1\.30/);
  });

  it('find a web address without https', () => {
    const developer = { ...good.manifest.developer, privacyUrl: 'http://intranet.example.gov.uk' };
    assertProblems(withManifest({ developer }), /developer\.privacyUrl/);
  });

  it('find domains that are addresses or too wide', () => {
    const validDomains = [...(good.manifest.validDomains ?? []), 'https://roadmap.example.gov.uk', '*', '*.uk'];
    assertProblems(withManifest({ validDomains }), /host name only/, /"\*"/, /"\*\.uk"/);
  });

  it('find an address of the API with which Teams signs nobody in', () => {
    const { id = '' } = good.manifest.webApplicationInfo ?? {};
    for (const resource of [`api://${id}`, `api://elsewhere.example.gov.uk/${id}`, 'https://roadmap.example.gov.uk']) {
      assertProblems(withManifest({ webApplicationInfo: { id, resource } }), /webApplicationInfo\.resource/);
    }
  });

  describe('channel features', () => {
    it('must be declared with the team scope from version 1.25', () => {
      const { supportsChannelFeatures: _declared, ...manifest } = good.manifest;
      assertProblems({ ...good, manifest }, /supportsChannelFeatures/);
      const { configurableTabs: _tabs, ...personal } = manifest;
      assertProblems({ ...good, manifest: personal });
    });

    it('may be declared', () => {
      const planted = withBot({ scopes: ['personal', 'team'] });
      assertProblems({ ...planted, manifest: { ...planted.manifest, supportsChannelFeatures: 'tier1' } });
    });

    it('need no declaration before version 1.25', async () => {
      const toVersion124 = (text: string) => text.replace('/v1.30/', '/v1.24/');
      const planted = withBot({ scopes: ['personal', 'team'] });
      const $schema = toVersion124(planted.manifest.$schema);
      const cy = Buffer.from(JSON.stringify({ ...welsh, $schema: toVersion124(welsh.$schema ?? '') }));
      assertProblems({
        manifest: { ...planted.manifest, $schema, manifestVersion: '1.24' },
        files: new Map(planted.files).set('cy.json', cy),
      });
    });
  });

  describe('command lists', () => {
    const commands = (count: number) => Array.from({ length: count }, (_, index) => ({ title: `command ${index}` }));
    const onlyCommandProblems = (commandLists: NonNullable<Bot['commandLists']>, scopes = ['personal']) =>
      packageProblems(withBot({ scopes, commandLists })).filter((text) => !text.startsWith('cy.json'));

    it('may not be more than 3', () => {
      const scopes = ['personal', 'groupChat', 'copilot', 'meeting'];
      const lists = scopes.map((scope) => ({ scopes: [scope], commands: commands(1) }));
      assert.deepEqual(onlyCommandProblems(lists, scopes), ['A bot has 4 command lists. Teams allows 3.']);
    });

    it('may not have more than 12 commands', () => {
      const lists = [{ scopes: ['personal'], commands: commands(13) }];
      assert.deepEqual(onlyCommandProblems(lists), ['A command list has 13 commands. Teams allows 12.']);
    });

    it('may not be for a scope that the bot does not have', () => {
      const lists = [{ scopes: ['groupChat'], commands: commands(1) }];
      assert.match(onlyCommandProblems(lists).join(), /groupChat, a scope that the bot does not have/);
    });

    it('may not be for the same scope', () => {
      const list = { scopes: ['personal'], commands: commands(1) };
      assert.match(onlyCommandProblems([list, list]).join(), /Two command lists are for the scope personal/);
    });

    it('may not repeat a command, whatever the case', () => {
      const lists = [{ scopes: ['personal'], commands: [{ title: 'help' }, { title: 'Help' }] }];
      assert.match(onlyCommandProblems(lists).join(), /Two commands are called "help"/);
    });
  });

  describe('lengths', () => {
    it('are limited in the manifest', () => {
      const planted = withManifest({
        name: { short: 'n'.repeat(31), full: 'n'.repeat(101) },
        description: { short: 'd'.repeat(81), full: 'd'.repeat(4001) },
      });
      assertProblems(
        planted,
        /name\.short.*31/,
        /name\.full.*101/,
        /description\.short.*81/,
        /description\.full.*4001/,
      );
    });

    it('are limited in a localisation file', () => {
      assertProblems(withWelsh({ 'name.short': 'n'.repeat(31) }), /name\.short in cy\.json has 31 characters/);
    });
  });

  describe('icons', () => {
    it('must be in the package', () => {
      assertProblems(withoutFile('color.png'), /color\.png is named in icons/);
      assertProblems(withoutFile('outline.png'), /outline\.png is named in icons/);
    });

    it('must be PNG files', () => {
      assertProblems(withFile('color.png', Buffer.from('<svg></svg>')), /color\.png is not a PNG file/);
      assertProblems(withFile('outline.png', Buffer.from('<svg></svg>')), /outline\.png is not a PNG file/);
    });

    it('must have the right size', () => {
      assertProblems(
        withFile(
          'color.png',
          pngFile(96, 192, () => white),
        ),
        /color\.png is 96 by 192 pixels.*192 by 192/,
      );
    });

    it('must be white in the outline', () => {
      const planted = withOutline((x, y) => (x === 3 && y === 4 ? [255, 255, 254, 9] : x > 9 ? white : clear));
      assertProblems(planted, /outline\.png has 1 pixels that are not white/);
    });

    it('must be transparent around the outline', () => {
      assertProblems(
        withOutline(() => white),
        /no transparent background/,
      );
    });

    it('must show something in the outline', () => {
      assertProblems(
        withOutline(() => clear),
        /outline\.png is empty/,
      );
    });
  });

  describe('localisation files', () => {
    it('must be in the package', () => {
      assertProblems(withoutFile('cy.json'), /cy\.json is named in localizationInfo/);
    });

    it('must have the version of the manifest', () => {
      const $schema =
        'https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.Localization.schema.json';
      assertProblems(withWelsh({ $schema }), /v1\.29.*manifest\.json has version 1\.30/);
    });

    it('must not translate what is not there', () => {
      const path = 'bots[0].commandLists[0].commands[9].title';
      assertProblems(withWelsh({ [path]: 'dim byd' }), /commands\[9\]\.title, which is not in the manifest/);
    });

    it('must translate everything', () => {
      assertProblems(withWelsh({ 'description.full': undefined }), /cy\.json has no text for description\.full/);
      assertProblems(withWelsh({ 'name.full': ' ' }), /cy\.json has no text for name\.full/);
    });

    it('must not give two commands one name', () => {
      const path = 'bots[0].commandLists[0].commands[1].title';
      assertProblems(withWelsh({ [path]: 'Cymorth' }), /Two commands in cy\.json are called "cymorth"/);
    });
  });
});

describe('Teams schema', () => {
  let manifest: Record<string, unknown>;
  let welsh: Record<string, unknown>;
  before(async () => {
    manifest = fillTemplate(await sourceJson('manifest.template.json'), values).filled as Record<string, unknown>;
    welsh = (await sourceJson('cy.json')) as Record<string, unknown>;
  });

  it('accepts the manifest and its Welsh texts', async () => {
    assert.deepEqual(await schemaProblems(manifest, 'MicrosoftTeams', '1.30'), []);
    assert.deepEqual(await schemaProblems(welsh, 'MicrosoftTeams.Localization', '1.30'), []);
  });

  it('finds a manifest that does not follow it', async () => {
    const problems = await schemaProblems({ ...manifest, id: 'roadmap', surprise: 1 }, 'MicrosoftTeams', '1.30');
    assert.match(problems.join('\n'), /\/id must match pattern/);
    assert.match(problems.join('\n'), /surprise/);
  });

  it('finds a localisation key that does not exist', async () => {
    const problems = await schemaProblems({ ...welsh, 'name.long': 'x' }, 'MicrosoftTeams.Localization', '1.30');
    assert.match(problems.join('\n'), /name\.long/);
  });

  it('says when the installed library does not know the version', async () => {
    assert.match((await schemaProblems(manifest, 'MicrosoftTeams', '9.9')).join(), /no schema for version 9\.9/);
  });
});
