import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { type ContractRoute, callers, contractRoutes } from '../../src/api/contract/paths.ts';
import { apiRoutes } from '../../src/api/routes.ts';
import { memoryServices } from './api-services.ts';

const routes = Object.entries<ContractRoute>(contractRoutes);

describe('the contract of the API', () => {
  it('runs in a browser: it brings nothing of Node and nothing but schemas', async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: ['src/api/contract/schemas.ts', 'src/api/contract/paths.ts'],
      bundle: true,
      platform: 'browser',
      format: 'esm',
      write: false,
      metafile: true,
      outdir: 'out',
    });
    assert.equal(outputFiles.length, 2);
    const packages = new Set(
      Object.keys(metafile.inputs).flatMap((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? []),
    );
    assert.deepEqual([...packages], ['zod']);
  });

  it('says of every route who may call it', () => {
    for (const [name, { who }] of routes) assert.ok(callers.includes(who), name);
  });

  it('asks for a key wherever a POST does something, and for a version wherever something is changed', () => {
    const harmless = ['drawCard', 'countAudience', 'dryRunImport'];
    for (const [name, { method, idempotencyKey = false }] of routes) {
      assert.equal(idempotencyKey, method === 'post' && !harmless.includes(name), name);
    }
    const ownOrWhole = ['setLanguage', 'redactComment', 'undoRedaction'];
    for (const [name, { method, ifMatch = false, newest }] of routes) {
      const changes = (method === 'put' || method === 'delete') && !ownOrWhole.includes(name);
      assert.equal(ifMatch, changes, name);
      assert.equal(newest !== undefined, changes, name);
    }
  });

  it('is what the server serves', () => {
    assert.deepEqual(
      apiRoutes(memoryServices()).map(({ method, path, authorisation }) => [method, path, authorisation]),
      routes.map(([, { method, path }]) => [method, path, 'signed-in']),
    );
  });
});
