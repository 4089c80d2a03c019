import assert from 'node:assert/strict';
import { ConfigError, readConfig, readLocalConfig } from '../src/config.ts';

const appId = '0B7D6A52-1C9E-4F3A-8D25-7E4B9C6F1A38';
const tenantId = '5f0c1c3e-6d1b-4a53-9c8e-2f6a8b7d9e10';

const development = {
  CONTACT_ADDRESS: 'roadmap@example.org',
  BOT_APP_ID: appId,
  BOT_APP_TYPE: 'SingleTenant',
  BOT_TENANT_ID: tenantId,
  COSMOS_ENDPOINT: 'http://127.0.0.1:8081/',
  QUEUE_CONNECTION_STRING: 'UseDevelopmentStorage=true',
};

const production = {
  NODE_ENV: 'production',
  CONTACT_ADDRESS: 'roadmap@example.org',
  BOT_APP_ID: appId,
  BOT_APP_TYPE: 'UserAssignedMSI',
  BOT_TENANT_ID: tenantId,
  MANAGED_IDENTITY_CLIENT_ID: appId,
  COSMOS_ENDPOINT: 'https://cps-roadmap.documents.azure.com:443/',
  QUEUE_ENDPOINT: 'https://cpsroadmap.queue.core.windows.net',
};

type Environment = Readonly<Record<string, string | undefined>>;

function problemsOf(environment: Environment, read: (environment: Environment) => unknown = readConfig) {
  try {
    read(environment);
  } catch (error) {
    assert.ok(error instanceof ConfigError);
    return error.problems;
  }
  return [];
}

/** The settings that are complained about. */
function namesIn(problems: readonly string[]): string[] {
  return problems.map((problem) => problem.split(' ')[0] ?? '').toSorted();
}

describe('the configuration', () => {
  it('fills in what is left out, and listens on this machine only in development', () => {
    const { http, bot, api, cosmos, queue, ...config } = readConfig(development);
    assert.deepEqual(http, { host: '127.0.0.1', port: 3978 });
    assert.deepEqual(bot, {
      appId: appId.toLowerCase(),
      appType: 'SingleTenant',
      tenantId,
      defaultServiceUrl: 'https://smba.trafficmanager.net/teams/',
    });
    assert.deepEqual(api, { clientId: bot.appId, audience: `api://${bot.appId}` });
    assert.deepEqual(cosmos, { endpoint: development.COSMOS_ENDPOINT, database: 'cps-roadmap' });
    assert.deepEqual(queue, { connectionString: development.QUEUE_CONNECTION_STRING });
    assert.deepEqual([config.production, config.role, config.logLevel], [false, 'both', 'info']);
    assert.deepEqual([config.queueName, config.sendingHours, config.tenantPerSecond], ['deliveries', 'business', 50]);
  });

  it('takes all settings of production, where it listens for everybody', () => {
    const config = readConfig({ ...production, ROLE: 'web', PORT: '8080', LOG_LEVEL: 'warn' });
    assert.equal(config.production, true);
    assert.deepEqual(config.http, { host: '0.0.0.0', port: 8080 });
    assert.deepEqual(config.queue, { endpoint: production.QUEUE_ENDPOINT });
    assert.deepEqual([config.role, config.logLevel, config.bot.password], ['web', 'warn', undefined]);
  });

  it('takes a registration of its own for the API', () => {
    const [API_CLIENT_ID, API_AUDIENCE] = [tenantId, 'api://roadmap.example.org/x'];
    assert.equal(readConfig({ ...production, API_CLIENT_ID }).api.audience, `api://${tenantId}`);
    const { api } = readConfig({ ...development, API_CLIENT_ID, API_AUDIENCE, API_LOCAL_JWKS: 'http://127.0.0.1:1/' });
    assert.deepEqual(api, { clientId: tenantId, audience: API_AUDIENCE, localJwksUrl: 'http://127.0.0.1:1/' });
    assert.deepEqual(namesIn(problemsOf({ ...development, API_AUDIENCE: 'https://example.org' })), ['API_AUDIENCE']);
    for (const API_LOCAL_JWKS of ['https://keys.example.org/', 'http://127.0.0.1.example.org/', 'nonsense']) {
      assert.deepEqual(namesIn(problemsOf({ ...development, API_LOCAL_JWKS })), ['API_LOCAL_JWKS']);
    }
  });

  it('lets senders beside the web role of one machine take any free port, but not in production', () => {
    assert.equal(readConfig({ ...development, ROLE: 'sender' }).http.port, 0);
    assert.equal(readConfig({ ...development, ROLE: 'sender', PORT: '4000' }).http.port, 4000);
    assert.equal(readConfig({ ...production, ROLE: 'sender' }).http.port, 3978);
  });

  it('names all problems at once, those of single settings and those of several together', () => {
    const problems = problemsOf({
      NODE_ENV: 'production',
      ROLE: 'everything',
      PORT: 'seventy',
      LOG_LEVEL: 'loud',
      CONTACT_ADDRESS: 'nobody',
      BOT_APP_ID: 'bot',
      BOT_APP_TYPE: 'SingleTenant',
      BOT_TENANT_ID: ' ',
      BOT_LOCAL_ISSUER: 'https://issuer.example',
      BOT_DEFAULT_SERVICE_URL: 'http://smba.example/',
      COSMOS_ENDPOINT: 'http://cosmos.example/',
      COSMOS_DATABASE: 'a b',
      SENDING_HOURS: 'any-time',
      TENANT_PER_SECOND: '0',
      QUEUE_NAME: 'A',
    });
    assert.deepEqual(namesIn(problems), [
      'BOT_APP_ID',
      'BOT_APP_PASSWORD',
      'BOT_DEFAULT_SERVICE_URL',
      'BOT_LOCAL_ISSUER',
      'BOT_LOCAL_ISSUER',
      'BOT_TENANT_ID',
      'CONTACT_ADDRESS',
      'COSMOS_DATABASE',
      'COSMOS_ENDPOINT',
      'LOG_LEVEL',
      'PORT',
      'QUEUE_ENDPOINT',
      'QUEUE_NAME',
      'ROLE',
      'SENDING_HOURS',
      'TENANT_PER_SECOND',
    ]);
    for (const problem of problems) assert.match(problem, /^[A-Z_]+ .*\.$/);
  });

  it('says of everything required that it is missing', () => {
    const problems = problemsOf({});
    assert.deepEqual(namesIn(problems), [
      'BOT_APP_ID',
      'BOT_APP_TYPE',
      'BOT_TENANT_ID',
      'CONTACT_ADDRESS',
      'COSMOS_ENDPOINT',
      'QUEUE_ENDPOINT',
    ]);
    for (const problem of problems) assert.match(problem, / is missing/);
  });

  it('repeats no value, since it may be a secret', () => {
    const error = new ConfigError(problemsOf({ ...production, COSMOS_ENDPOINT: 'sesame', BOT_APP_ID: 'sesame' }));
    assert.equal(error.problems.length, 2);
    assert.ok(!error.message.includes('sesame'));
  });

  for (const [what, changes, name] of [
    ['a SingleTenant bot without password', { BOT_APP_TYPE: 'SingleTenant' }, 'BOT_APP_PASSWORD'],
    ['a bot of any tenant', { BOT_APP_TYPE: 'MultiTenant' }, 'BOT_APP_TYPE'],
    ['a bot without id', { BOT_APP_ID: '' }, 'BOT_APP_ID'],
    ['a managed identity without id', { MANAGED_IDENTITY_CLIENT_ID: undefined }, 'MANAGED_IDENTITY_CLIENT_ID'],
    [
      'tokens of an issuer of our own',
      { BOT_LOCAL_ISSUER: 'x', BOT_LOCAL_OPENID_METADATA: 'http://127.0.0.1:1/' },
      'BOT_LOCAL_ISSUER',
    ],
    ['keys of our own for the API', { API_LOCAL_JWKS: 'http://127.0.0.1:1/' }, 'API_LOCAL_JWKS'],
    ['an open line to Cosmos DB', { COSMOS_ENDPOINT: 'http://cosmos.example/' }, 'COSMOS_ENDPOINT'],
    ['an open line to the queue', { QUEUE_ENDPOINT: 'http://queue.example/' }, 'QUEUE_ENDPOINT'],
    ['an open line to Teams', { BOT_DEFAULT_SERVICE_URL: 'http://smba.example/' }, 'BOT_DEFAULT_SERVICE_URL'],
    ['sending at any time', { SENDING_HOURS: 'any-time' }, 'SENDING_HOURS'],
  ] as const) {
    it(`refuses in production ${what}`, () => {
      assert.deepEqual(namesIn(problemsOf({ ...production, ...changes })), [name]);
    });
  }

  for (const [BOT_LOCAL_OPENID_METADATA, problems] of [
    ['http://127.0.0.1:4000/', []],
    ['http://localhost:4000/', []],
    ['http://[::1]:4000/', []],
    ['http://127.0.0.1.example.org/', ['BOT_LOCAL_OPENID_METADATA']],
    ['https://login.example.org/', ['BOT_LOCAL_OPENID_METADATA']],
    ['nonsense', ['BOT_LOCAL_OPENID_METADATA']],
  ] as const) {
    it(`trusts an issuer at ${BOT_LOCAL_OPENID_METADATA} in development ${problems.length === 0 ? '' : 'not '}`, () => {
      const environment = { ...development, BOT_LOCAL_ISSUER: 'https://issuer.example', BOT_LOCAL_OPENID_METADATA };
      assert.deepEqual(namesIn(problemsOf(environment)), problems);
    });
  }

  for (const PORT of ['65536', '80.5', '-1', 'x']) {
    it(`refuses the port ${PORT}, for the product and for the local start`, () => {
      assert.deepEqual(namesIn(problemsOf({ ...development, PORT })), ['PORT']);
      assert.deepEqual(namesIn(problemsOf({ PORT }, readLocalConfig)), ['PORT']);
    });
  }
});
