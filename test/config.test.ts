import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { ConfigError, readConfig } from '../src/config.ts';

const development = {
  CONTACT_ADDRESS: 'roadmap@example.org',
  BOT_APP_ID: 'a1b7c0de-0000-4000-8000-00000000b070',
  BOT_APP_TYPE: 'SingleTenant',
  BOT_TENANT_ID: 'a1b7c0de-0000-4000-8000-00000000c0d5',
  BOT_APP_PASSWORD: 'secret',
  COSMOS_ENDPOINT: 'https://account.documents.azure.com:443/',
  QUEUE_ENDPOINT: 'https://account.queue.core.windows.net',
};
const production = { ...development, NODE_ENV: 'production' };

function problemsOf(environment: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems;
  }
}

describe('how long things take while sending', () => {
  it('can be set for tests', () => {
    const { timing } = readConfig({ ...development, DELIVERY_LEASE_MS: '2000', DELIVERY_IDLE_MS: '50' });
    assert.deepEqual(timing, { leaseMs: 2_000, idleMs: 50 });
    assert.deepEqual(readConfig(development).timing, {});
  });

  it('must be whole milliseconds', () => {
    for (const value of ['soon', '0', '1.5', '-1'])
      assert.match(problemsOf({ ...development, DELIVERY_SWEEP_MS: value }).join(), /DELIVERY_SWEEP_MS /, value);
  });

  for (const name of ['LEASE', 'STALLED', 'SWEEP', 'IDLE']) {
    it(`cannot be set in production: DELIVERY_${name}_MS`, () => {
      assert.deepEqual(problemsOf(production), []);
      assert.equal(problemsOf({ ...production, [`DELIVERY_${name}_MS`]: '2000' }).length, 1);
    });
  }
});

describe('for how long data is kept', () => {
  it('is 12 months unless another number of whole months is set', () => {
    assert.equal(readConfig(production).retentionMonths, 12);
    assert.equal(readConfig({ ...production, RETENTION_MONTHS: '24' }).retentionMonths, 24);
    for (const value of ['0', '1.5', 'a year', '121'])
      assert.match(problemsOf({ ...production, RETENTION_MONTHS: value }).join(), /RETENTION_MONTHS /, value);
  });
});

describe('where files may be put', () => {
  it('is SharePoint unless hosts are named', () => {
    assert.deepEqual(readConfig(production).fileUploadHosts, ['sharepoint.com']);
    const named = readConfig({ ...production, FILE_UPLOAD_HOSTS: 'cps-my.sharepoint.com  cps.sharepoint.com' });
    assert.deepEqual(named.fileUploadHosts, ['cps-my.sharepoint.com', 'cps.sharepoint.com']);
  });

  it('is named by host, not by address and not for a whole top-level domain', () => {
    for (const value of ['https://sharepoint.com', 'com', '*.sharepoint.com', '127.0.0.1', 'localhost', 'a.com,b.com'])
      assert.match(problemsOf({ ...production, FILE_UPLOAD_HOSTS: value }).join(), /FILE_UPLOAD_HOSTS /, value);
  });
});

describe('where cards open the tab', () => {
  it('is nowhere until the id is known that Teams gave the app', () => {
    assert.equal(readConfig(production).tab.opensAt, undefined);
    const id = '9C858901-8a57-4791-81fe-4c455b099bc9';
    const { tab } = readConfig({ ...production, TEAMS_CATALOGUE_ID: id });
    assert.deepEqual(tab.opensAt, { teamsAppId: id.toLowerCase() });
    for (const value of ['cps-roadmap', `${id}/..`, 'https://teams.microsoft.com'])
      assert.match(problemsOf({ ...production, TEAMS_CATALOGUE_ID: value }).join(), /TEAMS_CATALOGUE_ID /, value);
  });
});

describe('where the tab is, and who may play Teams around it', () => {
  it('is dist/tab and nobody, unless it is set', () => {
    const { tab } = readConfig(development);
    assert.equal(tab.folder, resolve('dist/tab'));
    assert.deepEqual(tab.hostOrigins, []);
    const set = readConfig({
      ...development,
      TAB_FOLDER: '/srv/tab',
      TAB_HOST_ORIGINS: 'http://127.0.0.1:3980 http://localhost:1',
    });
    assert.deepEqual(set.tab, { folder: '/srv/tab', hostOrigins: ['http://127.0.0.1:3980', 'http://localhost:1'] });
  });

  it('can only be pages on this machine, and not in production', () => {
    for (const origins of ['https://example.org', 'http://127.0.0.1:3980/path', 'localhost', "'self'", '*']) {
      assert.match(problemsOf({ ...development, TAB_HOST_ORIGINS: origins }).join(), /TAB_HOST_ORIGINS /, origins);
    }
    assert.equal(problemsOf({ ...production, TAB_HOST_ORIGINS: 'http://127.0.0.1:3980' }).length, 1);
  });
});
