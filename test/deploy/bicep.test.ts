import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { before, describe, it } from 'mocha';
import { containerList } from '../../deploy/container-list.ts';
import { ConfigError, readConfig } from '../../src/config.ts';

const deploy = fileURLToPath(new URL('../../deploy/', import.meta.url));

const id = '1b4e28ba-2fa1-4d2b-883f-0016d3cca427';

/** What the Bicep expressions in the settings of the container apps stand for. */
const deployed: Readonly<Record<string, string>> = {
  'identity.properties.clientId': id,
  'identity.properties.tenantId': '6fa459ea-ee8a-4ca4-894e-db77e160355e',
  'cosmos.outputs.endpoint': 'https://example.documents.azure.com:443/',
  'queue.outputs.endpoint': 'https://example.queue.core.windows.net',
  contactAddress: 'technology.roadmap@example.gov.uk',
  teamsCatalogueId: '9c858901-8a57-4791-81fe-4c455b099bc9',
  'string(retentionMonths)': '18',
  fileUploadHosts: 'example-my.sharepoint.com',
  'string(resultsEveryMinutes)': '360',
  logLevel: 'info',
  databaseName: 'cps-roadmap',
  queueName: 'deliveries',
  'string(port)': '3978',
  apiClientId: id,
  apiAudience: `api://cps-roadmap-prod-web.example.uksouth.azurecontainerapps.io/${id}`,
};

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

  /** A container app's environment: the settings in main.bicep and those that apps.bicep adds for this role. */
  function environmentOf(role: 'web' | 'sender'): ReadonlyMap<string, string> {
    const shared = /\bsettings: \{\n(.*?)\n {4}\}/s.exec(template('main.bicep'))?.[1] ?? '';
    const own = new RegExp(`var ${role}Environment = \\[\\n(.*?)\\n\\]`, 's').exec(template('modules/apps.bicep'))?.[1];
    return new Map([
      ...[...shared.matchAll(/^ {6}([A-Z_]+): (.*)$/gm)].map(([, name = '', value = '']) => [name, value] as const),
      ...[...(own ?? '').matchAll(/\{ name: '([A-Z_]+)', value: (.*) \}/g)].map(
        ([, name = '', value = '']) => [name, value] as const,
      ),
    ]);
  }

  /** What parameters of main.bicep are when a deployment does not set them, under the expressions that use them. */
  function usualParameters(): Readonly<Record<string, string>> {
    const texts = template('main.bicep').matchAll(/^param (\w+) string = '([^'$]*)'$/gm);
    const numbers = template('main.bicep').matchAll(/^param (\w+) int = (\d+)$/gm);
    return Object.fromEntries([
      ...[...texts].map(([, name = '', value = '']) => [name, value] as const),
      ...[...numbers].map(([, name = '', value = '']) => [`string(${name})`, value] as const),
    ]);
  }

  it('takes no number that the product refuses', () => {
    const limits = [...template('main.bicep').matchAll(/@minValue\((\d+)\)\n@maxValue\((\d+)\)\nparam (\w+) int/g)];
    const names = { retentionMonths: 'RETENTION_MONTHS', resultsEveryMinutes: 'RESULTS_EVERY_MINUTES' };
    for (const [parameter, name] of Object.entries(names)) {
      const [, least, most] = limits.find((each) => each[3] === parameter) ?? assert.fail(parameter);
      const environment = resolved(environmentOf('web'));
      for (const value of [Number(least), Number(most)]) readConfig({ ...environment, [name]: String(value) });
      for (const value of [Number(least) - 1, Number(most) + 1]) {
        assert.throws(() => readConfig({ ...environment, [name]: String(value) }), ConfigError, `${name} ${value}`);
      }
    }
  });

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

  it('asks both apps whether they are up and ready, on the port where they listen', () => {
    const apps = template('modules/apps.bicep');
    const probes = /var probes = \[\n(.*?)\n\]/s.exec(apps)?.[1] ?? '';
    const asked = [...probes.matchAll(/type: '(\w+)'\s+httpGet: \{ path: '(\S+)', port: port \}/g)];
    assert.deepEqual(
      asked.map(([, type, path]) => [type, path]),
      [
        ['Startup', '/healthz'],
        ['Liveness', '/healthz'],
        ['Readiness', '/readyz'],
      ],
    );
    assert.equal(apps.match(/^ {10}probes: probes$/gm)?.length, 2);
  });

  for (const role of ['web', 'sender'] as const) {
    it(`sets what the ${role} needs in production`, () => {
      const config = readConfig(resolved(environmentOf(role)));
      assert.equal(config.production, true);
      assert.equal(config.role, role);
      assert.equal(config.bot.appType, 'UserAssignedMSI');
      assert.equal(config.managedIdentityClientId, id);
      assert.equal(config.http.port, 3978);
      assert.deepEqual(config.tab.opensAt, { teamsAppId: deployed.teamsCatalogueId });
      assert.equal(config.retentionMonths, 18);
      assert.deepEqual(config.fileUploadHosts, ['example-my.sharepoint.com']);
      assert.equal(config.resultsEveryMinutes, 360);
    });

    it(`leaves the ${role} as the code has it where nothing is chosen`, () => {
      const chosen = resolved(environmentOf(role), { ...deployed, ...usualParameters() });
      const { retentionMonths, fileUploadHosts, resultsEveryMinutes, tab } = readConfig(chosen);
      const { RETENTION_MONTHS, FILE_UPLOAD_HOSTS, RESULTS_EVERY_MINUTES, TEAMS_CATALOGUE_ID, ...others } = chosen;
      assert.ok([RETENTION_MONTHS, FILE_UPLOAD_HOSTS, RESULTS_EVERY_MINUTES].every((value) => value !== undefined));
      const usual = readConfig(others);
      assert.deepEqual(
        [retentionMonths, fileUploadHosts, resultsEveryMinutes, tab],
        [usual.retentionMonths, usual.fileUploadHosts, usual.resultsEveryMinutes, usual.tab],
      );
      assert.equal(TEAMS_CATALOGUE_ID, '');
    });

    it(`sets nothing for the ${role} that .env.example leaves out`, async () => {
      const example = await readFile(new URL('../../.env.example', import.meta.url), 'utf8');
      const documented = new Set([...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name));
      assert.ok(environmentOf(role).size > 10);
      for (const name of environmentOf(role).keys()) assert.ok(documented.has(name), `${name} is not in .env.example`);
    });
  }
});

/** The environment with a value in place of each Bicep expression, as a deployment would work it out. */
function resolved(environment: ReadonlyMap<string, string>, values = deployed): Record<string, string> {
  return Object.fromEntries(
    [...environment].map(([name, expression]) => {
      const literal = /^'(.*)'$/.exec(expression)?.[1];
      return [name, literal ?? values[expression] ?? assert.fail(`no value for ${name}: ${expression}`)];
    }),
  );
}
