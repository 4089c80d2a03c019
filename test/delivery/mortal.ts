import type { DeliveryPorts } from '../../src/delivery/delivery-ports.ts';
import { planBroadcast } from '../../src/delivery/plan-broadcast.ts';
import { startIfDue } from '../../src/delivery/start-broadcast.ts';
import type { ReceivedWork } from '../../src/delivery/work-queue.ts';
import { type SliceResult, workSlice } from '../../src/delivery/work-slice.ts';
import { VersionConflict } from '../../src/storage/versioned.ts';
import type { Random } from '../simulator/random.ts';

/** A process that can die: after so many calls to the world outside, nothing of it goes on. */
export interface Mortal {
  readonly ports: DeliveryPorts;
  /** Makes a call as this process does. */
  call<T>(act: () => Promise<T>): Promise<T>;
  /** Resolves when it dies. */
  readonly dead: Promise<void>;
}

/**
 * Every call takes its own while, so that calls of several processes fall between each other. Of the last call, half
 * are made although their answer is never seen.
 */
export function createMortal(ports: DeliveryPorts, random: Random, callsToLive: number): Mortal {
  let left = callsToLive;
  const { promise: dead, resolve: die } = Promise.withResolvers<void>();
  const forever = new Promise<never>(() => {});

  async function call<T>(act: () => Promise<T>): Promise<T> {
    for (let turns = Math.floor(random() * 6); turns > 0; turns -= 1) await Promise.resolve();
    left -= 1;
    if (left >= 0) return act();
    if (left === -1) {
      die();
      if (random() < 0.5) await act();
    }
    return forever;
  }

  function through<Port extends object>(port: Port): Port {
    return new Proxy(port, {
      get: (target, name, receiver) => {
        const method: unknown = Reflect.get(target, name, receiver);
        if (typeof method !== 'function') return method;
        return (...args: unknown[]) => call(async () => method.apply(target, args));
      },
    });
  }

  const { people, broadcasts, deliveries, queue, sender } = ports;
  return {
    ports: {
      ...ports,
      people: through(people),
      broadcasts: through(broadcasts),
      deliveries: through(deliveries),
      queue: through(queue),
      sender: through(sender),
    },
    call,
    dead,
  };
}

/** Takes one message from the queue and does its work, as a sender does; false when nothing waits. */
export async function workOnce({ ports, call }: Mortal): Promise<boolean> {
  const [item] = await ports.queue.receive(1, ports.timing.leaseMs / 1_000);
  if (item === undefined) return false;
  try {
    const result = await doWork(ports, item);
    if (result.kind === 'wait') {
      const seconds = Math.ceil((result.untilMs - ports.clock.now().getTime()) / 1_000);
      await call(() => item.extend(Math.max(1, seconds)));
    } else await call(() => item.done());
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error;
  }
  return true;
}

async function doWork(ports: DeliveryPorts, { work }: ReceivedWork): Promise<SliceResult> {
  const { signal } = new AbortController();
  if (work.kind === 'slice') return workSlice(ports, work.broadcastId, work.run, work.slice, signal);
  await startIfDue(ports, work.broadcastId);
  await planBroadcast(ports, work.broadcastId, signal);
  return { kind: 'done' };
}
