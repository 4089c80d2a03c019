import { ulid } from 'ulid';
import type { AuditEvent } from '../broadcasts/audit.ts';
import type { RightsPorts } from './rights-ports.ts';

/** Writes down what was done, without anything of what it was done to. */
export async function record(
  { audit, clock }: Pick<RightsPorts, 'audit' | 'clock'>,
  event: Pick<AuditEvent, 'who' | 'what' | 'about' | 'facts'>,
): Promise<void> {
  const now = clock.now();
  await audit.append({ id: ulid(now.getTime()), ...event, at: now.toISOString() });
}
