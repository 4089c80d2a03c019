import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  readonly id: number;
  readonly parent: number;
  /** Ended, but not yet taken note of by its parent. */
  readonly ended: boolean;
}

/** The ids of all processes that a process started, and that those started. */
export function startedBy(id: number, processes = allProcesses()): readonly number[] {
  const children = processes.filter(({ parent }) => parent === id);
  return children.flatMap((child) => [child.id, ...startedBy(child.id, processes)]);
}

/** Those of the processes that still run. */
export function stillRunning(ids: readonly number[]): readonly number[] {
  return allProcesses()
    .filter(({ id, ended }) => ids.includes(id) && !ended)
    .map(({ id }) => id);
}

function allProcesses(): readonly Process[] {
  return process.platform === 'linux' ? fromProc() : fromPs();
}

/** Not every Linux machine has `ps`. */
function fromProc(): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state = '', parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return [{ id: Number(name), parent: Number(parent), ended: state === 'Z' }];
      } catch {
        return [];
      }
    });
}

function fromPs(): readonly Process[] {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,state='], { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => {
    const [id, parent, state = ''] = line.trim().split(/\s+/);
    return { id: Number(id), parent: Number(parent), ended: state.startsWith('Z') };
  });
}
