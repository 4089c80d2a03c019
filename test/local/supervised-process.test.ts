import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Command, startSupervised } from '../../src/local/supervised-process.ts';

describe('a supervised process', () => {
  it('gives the lines it prints, early or late', async () => {
    const process = startSupervised(script("console.log('first 1'); setTimeout(() => console.error('second 2'), 50)"));
    assert.equal((await process.line(/second (\d)/, 5_000))[1], '2');
    assert.equal((await process.line(/first (\d)/, 5_000))[1], '1');
    await process.stop();
  });

  it('tells how the command ended', async () => {
    assert.deepEqual(await startSupervised(script('process.exit(3)')).exit, { code: 3, signal: null });
    const unknown = startSupervised({ ...script(''), file: '/no/such/program' });
    assert.match((await unknown.exit).error ?? '', /ENOENT/);
  });

  it('refuses to wait for a line that cannot come any more, or not in time', async () => {
    const ended = startSupervised(script("console.error('the reason'); process.exit(1)"));
    await assert.rejects(ended.line(/ready/, 5_000), { code: 'ProcessEnded', message: /exit code 1.*the reason/s });
    const silent = startSupervised(script('setInterval(() => {}, 1000)'));
    await assert.rejects(silent.line(/ready/, 20), { code: 'ProcessSlow' });
    await silent.stop();
  });

  it('inherits nothing from the environment', async () => {
    const process = startSupervised(
      script('console.log(Object.keys(process.env).includes("PATH"), process.env.GIVEN)'),
    );
    assert.equal((await process.line(/true|false/, 5_000)).input, 'false yes');
    await process.stop();
  });

  it('ends what the command started, and a command that ignores SIGTERM', async () => {
    const process = startSupervised(script(stubborn));
    const ids = await printedIds(process.line(/ids (.+)/, 5_000));
    assert.deepEqual(ids.map(isRunning), [true, true]);
    await process.stop();
    assert.deepEqual(await gone(ids), true);
  }).timeout(10_000);

  it('does not outlive the process that started it, even when that one is killed', async () => {
    const owner = spawnOwner();
    const ids = await printedIds(firstLine(owner));
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    assert.equal(await gone(ids), true);
  }).timeout(10_000);
});

const stubborn = `
  const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  process.on('SIGTERM', () => {});
  setInterval(() => {}, 1000);
  console.log('ids', process.pid, child.pid);`;

function script(source: string): Command {
  return { file: process.execPath, args: ['-e', source], workDir: tmpdir(), environment: { GIVEN: 'yes' } };
}

function spawnOwner(): ChildProcess {
  const module = import.meta.resolve('../../src/local/supervised-process.ts');
  const source = `
    import { startSupervised } from ${JSON.stringify(module)};
    const started = startSupervised(${JSON.stringify(script(stubborn))});
    console.log((await started.line(/ids .+/, 5000))[0]);`;
  return spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function firstLine(owner: ChildProcess): Promise<RegExpExecArray> {
  assert.ok(owner.stdout);
  for await (const line of createInterface({ input: owner.stdout })) {
    const match = /ids (.+)/.exec(line);
    if (match !== null) return match;
  }
  throw new Error('The owner ended without a line.');
}

async function printedIds(line: Promise<RegExpExecArray>): Promise<number[]> {
  return ((await line)[1] ?? '').split(' ').map(Number);
}

async function gone(ids: readonly number[]): Promise<boolean> {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    if (!ids.some(isRunning)) return true;
    await sleep(100);
  }
  return false;
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
