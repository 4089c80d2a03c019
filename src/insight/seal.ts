import type { Response } from '../responses/response.ts';
import { VersionConflict, type Versioned } from '../storage/versioned.ts';
import type { CountingPorts } from './counting-ports.ts';
import { eachPage } from './each-page.ts';
import { fewAtOnce } from './few-at-once.ts';
import { shuffled } from './shuffle.ts';
import { smallestGroup } from './smallest-group.ts';

const pageSize = 1_000;

/**
 * Seals the answers to an anonymous prompt that has closed for good and of which all is counted, each made anew in random
 * order. What is left of one says nothing of who gave it, not even their area, so that it may be that of anybody who
 * answered; what it was counted as is in the figures alone. Where fewer than {@link smallestGroup} people answered, the
 * list of all who did is short enough to guess from, and nobody is ever shown what they said: their answers are emptied.
 *
 * Sealing again does nothing; what a crash leaves is sealed by whoever counts next.
 */
export async function sealAnswers(ports: CountingPorts, broadcastId: string): Promise<void> {
  const keeps = await haveEnoughAnswered(ports, broadcastId);
  // The same for all: in which batch one was counted would tell its group.
  const batch = (await ports.results.snapshots.get(broadcastId))?.value.version ?? 0;
  await eachPage(
    async (after) => {
      const { responses, next } = await ports.responses.page(broadcastId, pageSize, after);
      return { ids: responses.map(({ respondentId }) => respondentId), next };
    },
    (ids) => fewAtOnce(shuffled(ids, ports.random), (id) => seal(ports, broadcastId, id, { keeps, batch })),
  );
}

async function haveEnoughAnswered({ responses }: CountingPorts, broadcastId: string): Promise<boolean> {
  let answered = 0;
  let after: string | undefined;
  do {
    const page = await responses.page(broadcastId, pageSize, after);
    answered += page.responses.filter(({ withdrawn }) => withdrawn !== true).length;
    after = page.next;
  } while (after !== undefined && answered < smallestGroup);
  return answered >= smallestGroup;
}

interface Sealing {
  /** Whether the answers stay. */
  readonly keeps: boolean;
  readonly batch: number;
}

async function seal(
  { responses }: CountingPorts,
  broadcastId: string,
  respondentId: string,
  sealing: Sealing,
): Promise<void> {
  for (;;) {
    const stored = await responses.get(broadcastId, respondentId);
    if (stored === undefined || stored.value.counted?.closed === true) return;
    try {
      await sealStored(responses, stored, sealing);
      return;
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
    }
  }
}

async function sealStored(
  responses: CountingPorts['responses'],
  stored: Versioned<Response>,
  { keeps, batch }: Sealing,
): Promise<void> {
  const sealed: Response = {
    ...stored.value,
    answers: keeps ? stored.value.answers : {},
    profile: {},
    counted: { batch, answers: {}, groups: {}, closed: true },
  };
  await responses.rewrite(sealed, stored.etag);
}
