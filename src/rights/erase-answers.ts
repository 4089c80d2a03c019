import PQueue from 'p-queue';
import type { Prompt } from '../broadcasts/broadcast-state.ts';
import { hasClosed } from '../broadcasts/closing.ts';
import { countAnswers } from '../insight/count-answers.ts';
import { forgetComments } from '../insight/forget-comments.ts';
import { publishBatch } from '../insight/publish-batch.ts';
import type { Person } from '../people/person.ts';
import { type Counted, isErased, type Response } from '../responses/response.ts';
import { takeBack } from '../responses/stored-answer.ts';
import { changeStored, VersionConflict } from '../storage/versioned.ts';
import { type HeldAnswer, readPersonalData } from './personal-data.ts';
import { record } from './record.ts';
import type { RightsPorts } from './rights-ports.ts';

const promptsAtOnce = 4;

/** A batch that is begun while answers are erased writes down once more what it counted. */
const rounds = 2;

/**
 * Erases a person's answers to named and confidential prompts, what they wrote among the published comments, and what
 * they chose for themselves: working time and language. The figures of named prompts do without the answers at once;
 * those of confidential prompts stay, since a difference would give the answers away; that such an answer was counted is
 * noted, so that another one by the same person is not counted as well. Anonymous answers cannot be found.
 * Erasing again finds nothing more. Throws PersonUnknown.
 */
export async function eraseAnswers(ports: RightsPorts, personId: string): Promise<{ readonly answers: number }> {
  const before = await readPersonalData(ports, personId);
  const answers = before.answers.filter(({ response }) => response.withdrawn !== true).length;
  let held = before.answers;
  for (let round = 1; held.length > 0 && round <= rounds; round += 1) {
    const queue = new PQueue({ concurrency: promptsAtOnce });
    await queue.addAll(held.map((answer) => () => eraseAnswer(ports, answer)));
    held = (await readPersonalData(ports, personId)).answers;
  }
  await changeStored(
    () => ports.people.get(personId),
    ports.people.replace,
    ({ workingTime: _time, fileOffer: _offer, ...person }): Person => ({ ...person, language: 'en' }),
  );
  await record(ports, { who: personId, what: 'person.erased', about: personId, facts: { answers } });
  return { answers };
}

async function eraseAnswer(ports: RightsPorts, { prompt, response }: HeldAnswer): Promise<void> {
  const { respondentId } = response;
  await finishBegunBatch(ports, prompt);
  if (prompt.content.privacy === 'named') await eraseNamed(ports, prompt, respondentId);
  else await removeAnswer(ports, prompt, respondentId);
  await finishBegunBatch(ports, prompt);
}

/** The figures of a named prompt may be of one person, so they do without the answer before it is gone. */
async function eraseNamed(ports: RightsPorts, prompt: Prompt, respondentId: string): Promise<void> {
  await takeBack(ports.responses, prompt.id, respondentId);
  await forgetComments(ports, prompt.id, respondentId);
  await countAnswers(ports, prompt, { final: hasClosed(prompt, ports.clock.now()) });
}

/** Once it is gone nothing says which comments are of it, so they go before it, in the state in which it goes. */
async function removeAnswer(ports: RightsPorts, prompt: Prompt, respondentId: string): Promise<void> {
  for (;;) {
    const stored = await ports.responses.get(prompt.id, respondentId);
    if (stored === undefined || isErased(stored.value)) return;
    await forgetComments(ports, prompt.id, respondentId);
    try {
      const { counted } = stored.value;
      if (counted === undefined) await ports.responses.remove(prompt.id, respondentId, stored.etag);
      else await ports.responses.replace(erased(stored.value, counted), stored.etag);
      return;
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error;
      await finishBegunBatch(ports, prompt);
    }
  }
}

/** All that is left of an answer that the figures hold for good: that there was one. */
function erased({ broadcastId, respondentId, revision }: Response, { batch }: Counted): Response {
  const counted: Counted = { batch, answers: {}, groups: {}, closed: true };
  return { broadcastId, respondentId, answers: {}, revision: revision + 1, profile: {}, withdrawn: true, counted };
}

/** Of a batch that somebody began, the answers may be counted already and the comments not be published yet. */
async function finishBegunBatch(ports: RightsPorts, prompt: Prompt): Promise<void> {
  const version = (await ports.results.snapshots.get(prompt.id))?.value.version ?? 0;
  const begun = await ports.results.batches.get(prompt.id, version + 1);
  if (begun !== undefined) await publishBatch(ports, prompt, begun.value);
}
