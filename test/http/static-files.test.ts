import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { type RunningServer, startServer } from '../../src/http/server.ts';
import { staticRoutes } from '../../src/http/static-files.ts';

const page = '<meta name="a" content="{{STYLE_NONCE}}"><meta name="b" content="{{HOST_ORIGINS}}">';
const script = 'console.log("Dŵr");'.repeat(100);

describe('the files of the tab', () => {
  let top: string;
  let server: RunningServer;
  let unbuilt: RunningServer;

  const serve = (folder: string, hostOrigins: readonly string[]) =>
    startServer({
      host: '127.0.0.1',
      port: 0,
      routes: staticRoutes('/tab', { folder, hostOrigins }),
      log: pino({ level: 'silent' }),
      signIn: () => assert.fail('nobody signs in for a file'),
      explain: (code) => `${code} in words`,
    });

  before(async () => {
    top = await mkdtemp(join(tmpdir(), 'static-'));
    const assets = join(top, 'tab', 'assets');
    await mkdir(join(assets, 'fonts'), { recursive: true });
    await writeFile(join(top, 'secret.txt'), 'secret');
    await writeFile(join(top, 'tab', 'index.html'), page);
    await writeFile(join(assets, 'app-4XK2M7QZ.js'), script);
    await writeFile(join(assets, 'app-4XK2M7QZ.js.br'), brotliCompressSync(script));
    await writeFile(join(assets, 'app-4XK2M7QZ.js.gz'), gzipSync(script));
    await writeFile(join(assets, 'plain.css'), 'p{}');
    await writeFile(join(assets, 'fonts', 'a-ABCDEFGH.woff2'), 'font');
    await writeFile(join(assets, '.hidden'), 'hidden');
    await symlink(join(top, 'nowhere'), join(assets, 'gone.js'));
    server = await serve(join(top, 'tab'), ['http://127.0.0.1:3980']);
    unbuilt = await serve(join(top, 'not-built'), []);
  });

  after(async () => {
    await server.close();
    await unbuilt.close();
    await rm(top, { recursive: true });
  });

  /** As it stands on the wire: nothing of the path is tidied and nothing of the body unpacked. */
  const get = (path: string, headers: Readonly<Record<string, string>> = {}, port = server.port) =>
    new Promise<{ status: number; headers: Readonly<Record<string, unknown>>; body: Buffer }>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
        );
      });
      sent.on('error', reject).end();
    });

  it('are the start page at every address of the tab', async () => {
    for (const path of ['/tab', '/tab/', '/tab/broadcasts/01JD3E9R6Y0000000000000000', '/tab/a/b/c?x=1']) {
      const { status, headers, body } = await get(path);
      assert.equal(status, 200, path);
      assert.equal(headers['content-type'], 'text/html; charset=utf-8');
      assert.match(String(headers['cache-control']), /no-cache/);
      assert.match(String(body), /content="http:\/\/127\.0\.0\.1:3980"/);
    }
  });

  it('let Teams show the page in a frame, and run nothing but its own scripts', async () => {
    const { headers, body } = await get('/tab');
    const policy = new Map(
      String(headers['content-security-policy'])
        .split('; ')
        .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]),
    );
    assert.deepEqual(policy.get('frame-ancestors'), [
      'https://*.cloud.microsoft',
      'https://teams.microsoft.com',
      'https://*.teams.microsoft.com',
      'https://*.office.com',
      'https://outlook.office.com',
      'https://outlook.office365.com',
      'http://127.0.0.1:3980',
    ]);
    assert.deepEqual([policy.get('default-src'), policy.get('script-src')], [["'none'"], ["'self'"]]);
    const nonce = /content="([^"]+)"/.exec(String(body))?.[1] ?? assert.fail();
    assert.deepEqual(policy.get('style-src'), ["'self'", `'nonce-${nonce}'`]);
    assert.ok(Buffer.from(nonce, 'base64').length === 16);
    assert.notEqual(/content="([^"]+)"/.exec(String((await get('/tab')).body))?.[1], nonce);
    assert.equal(headers['x-frame-options'], undefined);
    assert.equal(headers['x-content-type-options'], 'nosniff');
  });

  it('are kept by browsers for good when their name says what is in them', async () => {
    const kept = 'public, max-age=31536000, immutable';
    const types: readonly (readonly [string, string, string])[] = [
      ['app-4XK2M7QZ.js', 'text/javascript; charset=utf-8', kept],
      ['fonts/a-ABCDEFGH.woff2', 'font/woff2', kept],
      ['plain.css', 'text/css; charset=utf-8', 'no-cache'],
    ];
    for (const [name, type, caching] of types) {
      const { status, headers } = await get(`/tab/assets/${name}`);
      assert.deepEqual([status, headers['content-type'], headers['cache-control']], [200, type, caching]);
      assert.equal(headers['x-content-type-options'], 'nosniff');
    }
  });

  it('are sent packed to whoever can unpack them', async () => {
    const path = '/tab/assets/app-4XK2M7QZ.js';
    const packings: readonly (readonly [string, unknown, (packed: Buffer) => Buffer])[] = [
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['gzip', 'gzip', gunzipSync],
      ['identity', undefined, (plain) => plain],
      ['broken', undefined, (plain) => plain],
    ];
    for (const [accepted, encoding, unpack] of packings) {
      const { headers, body } = await get(path, { 'accept-encoding': accepted });
      assert.equal(headers['content-encoding'], encoding);
      assert.equal(headers.vary, 'accept-encoding');
      assert.equal(String(unpack(body)), script);
    }
    const { headers } = await get('/tab/assets/plain.css', { 'accept-encoding': 'br' });
    assert.equal(headers['content-encoding'], undefined);
  });

  it('are only those below the folder, whatever the path says', async () => {
    const paths = [
      'nothing.js',
      'gone.js',
      'fonts',
      'fonts/',
      '.hidden',
      '../index.html',
      '../../secret.txt',
      '%2e%2e/%2e%2e/secret.txt',
      '..%2f..%2fsecret.txt',
      '....//secret.txt',
      '%00',
      'a%00.js',
      'plain.css%00',
      '\\..\\secret.txt',
      `${'x'.repeat(300)}.js`,
      '//etc/passwd',
      'app-4XK2M7QZ.js/x',
    ];
    for (const path of paths) {
      const { status, body } = await get(`/tab/assets/${path}`);
      assert.ok(
        [400, 404].includes(status) || (status === 200 && String(body).startsWith('<meta')),
        `${path} ${status}`,
      );
      assert.doesNotMatch(String(body), /secret$|hidden/, path);
    }
    const { status, headers, body } = await get('/tab/assets/nothing.js');
    assert.deepEqual([status, headers['content-type']], [404, 'application/problem+json']);
    assert.equal(JSON.parse(String(body)).code, 'FileUnknown');
  });

  it('are said to be missing where they were not built', async () => {
    const { status, body } = await get('/tab', {}, unbuilt.port);
    assert.equal(status, 404);
    assert.equal(JSON.parse(String(body)).code, 'TabMissing');
  });
});
