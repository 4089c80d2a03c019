import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { before, describe, it } from 'mocha';
import { containerList } from '../../deploy/container-list.ts';
import { readConfig } from '../../src/config.ts';

const deploy = fileURLToPath(new URL('../../deploy/', import.meta.url));

describe('Bicep template', () => {
  let templates: ReadonlyMap<string, string>;
  before(async () => {
    const texts = new Map<string, string>();
    for await (const name of glob('**/*.{bicep,bicepparam}', { cwd: deploy })) {
      texts.set(name, await readFile(`${deploy}${name}`, 'utf8'));
    }
    templates = texts;
  });

  const template = (name: string) => templates.get(name) ?? assert.fail(`no ${name}`);

  /** The container app's environment: the settings in main.bicep and those that apps.bicep adds. */
  function environment(): ReadonlyMap<string, string> {
    const shared = /\bsettings: \{\n(.*?)\n {4}\}/s.exec(template('main.bicep'))?.[1] ?? '';
    const own = template('modules/apps.bicep').matchAll(/\{ name: '([A-Z_]+)', value: (.*?) \}/g);
    return new Map([
      ...[...shared.matchAll(/^ {6}([A-Z_]+): (.*)$/gm)].map(([, name = '', value = '']) => [name, value] as const),
      ...[...own].map(([, name = '', value = '']) => [name, value] as const),
    ]);
  }

  it('describes the containers of the code', async () => {
    const listed: unknown = JSON.parse(await readFile(`${deploy}containers.json`, 'utf8'));
    assert.deepEqual(listed, containerList(), 'containers.json is out of date: run node deploy/write-containers.ts');
    assert.match(template('modules/cosmos.bicep'), /loadJsonContent\('\.\.\/containers\.json'\)/);
  });

  it('makes the partition keys of version 2, as the code does', () => {
    assert.match(template('modules/cosmos.bicep'), /partitionKey: \{[^}]*\bversion: 2\b/);
  });

  it('holds no key, password or connection string', () => {
    for (const [name, text] of templates) {
      assert.doesNotMatch(text, /listKeys|listConnectionStrings|password|AccountKey|connectionString|@secure/i, name);
    }
  });

  it('switches off keys where a service has them', () => {
    assert.match(template('modules/cosmos.bicep'), /disableLocalAuth: true/);
    assert.match(template('modules/queue.bicep'), /allowSharedKeyAccess: false/);
    assert.match(template('modules/bot.bicep'), /disableLocalAuth: true/);
    assert.match(template('registry.bicep'), /adminUserEnabled: false/);
  });

  it('sets what the product needs in production', () => {
    const id = '1b4e28ba-2fa1-4d2b-883f-0016d3cca427';
    const outputs: Readonly<Record<string, string>> = {
      BOT_APP_ID: id,
      BOT_TENANT_ID: id,
      MANAGED_IDENTITY_CLIENT_ID: id,
      COSMOS_ENDPOINT: 'https://example.documents.azure.com:443/',
      QUEUE_ENDPOINT: 'https://example.queue.core.windows.net',
      CONTACT_ADDRESS: 'technology.roadmap@example.gov.uk',
    };
    const literals: Readonly<Record<string, string>> = {
      logLevel: 'info',
      databaseName: 'cps-roadmap',
      queueName: 'deliveries',
      'string(port)': '3978',
    };
    const values = [...environment()].map(([name, value]) => {
      const literal = /^'(.*)'$/.exec(value)?.[1] ?? literals[value];
      return [name, literal ?? outputs[name] ?? assert.fail(`no value for ${name}: ${value}`)] as const;
    });
    const config = readConfig(Object.fromEntries(values));
    assert.equal(config.production, true);
    assert.equal(config.bot.appType, 'UserAssignedMSI');
    assert.equal(config.managedIdentityClientId, id);
    assert.equal(config.http.port, 3978);
  });

  it('sets nothing that .env.example leaves out', async () => {
    const example = await readFile(new URL('../../.env.example', import.meta.url), 'utf8');
    const documented = new Set([...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name));
    assert.ok(environment().size > 10);
    for (const name of environment().keys()) assert.ok(documented.has(name), `${name} is not in .env.example`);
  });
});
