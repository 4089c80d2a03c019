import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { LocalStartError } from './local-start-error.ts';

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly workDir: string;
  /** The whole environment of the command; nothing is inherited. */
  readonly environment: Readonly<Record<string, string>>;
}

/** How a command ended. `error` says why it could not be run at all. */
export interface ProcessExit {
  readonly code: number | null;
  readonly signal: string | null;
  readonly error?: string;
}

export interface SupervisedProcess {
  readonly exit: Promise<ProcessExit>;
  /**
   * The first line of output that matches, printed before the call or after. Throws {@link LocalStartError}
   * `ProcessEnded` when the command ends first and `ProcessSlow` when the time is over; the command then still runs.
   */
  line(pattern: RegExp, timeoutMs: number): Promise<RegExpExecArray>;
  /** Ends the command: it gets two seconds after SIGTERM, then it and all that it started are killed. */
  stop(): Promise<void>;
}

const keptLines = 200;

/**
 * Runs a command that does not outlive this process, however this process ends. A signal from the terminal does not
 * reach it, so it serves until stop(). On Windows what the command itself started is not ended.
 */
export function startSupervised(command: Command): SupervisedProcess {
  const supervisor = fork(fileURLToPath(import.meta.resolve('./supervisor.ts')), [command.file, ...command.args], {
    cwd: command.workDir,
    env: command.environment,
    execArgv: [],
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const output = collectLines(supervisor);
  const exit = exitOf(supervisor);
  return {
    exit,
    line: (pattern, timeoutMs) => firstMatch(pattern, timeoutMs, output, exit),
    stop: async () => {
      if (supervisor.connected) supervisor.disconnect();
      await exit;
    },
  };
}

function exitOf(supervisor: ChildProcess): Promise<ProcessExit> {
  let reported: Partial<ProcessExit> = {};
  supervisor.once('message', (exit: Partial<ProcessExit>) => {
    reported = exit;
  });
  const failed = new Promise<ProcessExit>((resolve) => {
    supervisor.once('error', (error) => resolve({ code: null, signal: null, error: error.message }));
  });
  const ended = Promise.all([once(supervisor, 'exit'), once(supervisor, 'disconnect')]).then((): ProcessExit => {
    killGroup(supervisor.pid);
    return { code: null, signal: null, ...reported };
  });
  return Promise.race([failed, ended]);
}

/** What is left of the group when the supervisor itself was killed. */
function killGroup(leader: number | undefined): void {
  if (leader === undefined || process.platform === 'win32') return;
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

interface Output {
  readonly lines: string[];
  readonly listeners: Set<(line: string) => void>;
}

function collectLines(supervisor: ChildProcess): Output {
  const output: Output = { lines: [], listeners: new Set() };
  for (const stream of [supervisor.stdout, supervisor.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      output.lines.push(line);
      if (output.lines.length > keptLines) output.lines.shift();
      for (const listener of output.listeners) listener(line);
    });
  }
  return output;
}

async function firstMatch(
  pattern: RegExp,
  timeoutMs: number,
  output: Output,
  exit: Promise<ProcessExit>,
): Promise<RegExpExecArray> {
  const { promise, resolve, reject } = Promise.withResolvers<RegExpExecArray>();
  const listener = (line: string) => {
    const match = pattern.exec(line);
    if (match !== null) resolve(match);
  };
  const timer = setTimeout(
    () => reject(new LocalStartError('ProcessSlow', `Nothing like ${pattern} was printed in ${timeoutMs} ms.`)),
    timeoutMs,
  );
  void exit.then((how) => reject(new LocalStartError('ProcessEnded', endedMessage(how, output.lines))));
  output.listeners.add(listener);
  output.lines.forEach(listener);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    output.listeners.delete(listener);
  }
}

function endedMessage(exit: ProcessExit, lines: readonly string[]): string {
  const how = exit.error ?? `exit code ${exit.code}, signal ${exit.signal}`;
  return [`The process ended (${how}).`, ...lines.slice(-20)].join('\n');
}
