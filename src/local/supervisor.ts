import { spawn } from 'node:child_process';

/**
 * The entry of a supervising process: runs the command given as arguments and ends it when asked to, or when the
 * process that holds the other end of the channel is gone. It leads a process group, so that whatever the command
 * starts ends as well.
 */
const graceMs = 2_000;

function supervise(file: string, args: readonly string[]): void {
  const child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const end = () => {
    child.kill('SIGTERM');
    setTimeout(endGroup, graceMs).unref();
  };
  child.once('error', (error) => report({ error: error.message }));
  child.once('exit', (code, signal) => report({ code, signal }));
  process.once('disconnect', end);
  process.on('SIGTERM', end);
}

function report(exit: object): void {
  if (process.send === undefined || !process.connected) endGroup();
  else process.send(exit, endGroup);
}

function endGroup(): void {
  if (process.platform === 'win32') process.exit();
  process.kill(-process.pid, 'SIGKILL');
}

const [file, ...args] = process.argv.slice(2);
if (file === undefined || process.send === undefined) throw new Error('Started by supervised-process only.');
supervise(file, args);
