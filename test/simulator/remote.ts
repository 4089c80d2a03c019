import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Commands } from './control.ts';
import type { TeamsOptions } from './settings.ts';
import type { TeamsAddresses } from './teams.ts';

export interface RemoteTeams extends TeamsAddresses {
  readonly processId: number;
  /** Tells or asks the simulator something, see {@link Commands}. */
  call<Name extends keyof Commands>(
    name: Name,
    input: Parameters<Commands[Name]>[0],
  ): Promise<Awaited<ReturnType<Commands[Name]>>>;
  stop(): Promise<void>;
}

/** Starts the simulator in a process of its own, where it takes no time from what is measured. */
export async function startRemoteTeams(options: Omit<TeamsOptions, 'now'>): Promise<RemoteTeams> {
  const script = fileURLToPath(new URL('./main.ts', import.meta.url));
  const child = fork(script, [JSON.stringify(options)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const addresses = await Promise.race([
    once(child, 'message').then(([message]) => message as TeamsAddresses),
    ended.then(([code]) => Promise.reject(new Error(`The simulator ended with ${code} before it was ready`))),
  ]);
  return {
    ...addresses,
    processId: child.pid ?? 0,
    async call(name, input) {
      const response = await fetch(`${addresses.origin}/_control/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      });
      const body = await response.json();
      if (!response.ok) throw new Error(`${name}: ${body.error}`);
      return body;
    },
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}
