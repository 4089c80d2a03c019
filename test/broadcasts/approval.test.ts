import assert from 'node:assert/strict';
import { approved, asking, sentBack, takenBack } from '../../src/broadcasts/approval.ts';
import type { Broadcast } from '../../src/broadcasts/broadcast.ts';
import { changeBroadcast } from '../../src/broadcasts/change-broadcast.ts';
import { possibleControls } from '../../src/delivery/possible-controls.ts';
import { isProductError } from '../../src/errors/product-error.ts';
import type { Person } from '../../src/people/person.ts';
import { sampleBroadcast } from '../contract/samples.ts';
import { createMemoryBroadcastStore } from '../fakes/memory-broadcast-store.ts';
import { madeUpPerson } from '../product/made-up-people.ts';

const now = new Date('2026-11-23T10:00:00Z');
const later = new Date('2026-11-24T10:00:00Z');
const author = madeUpPerson(1, { duties: { leads: ['wessex'], roadmapOwner: false } });
const owner = madeUpPerson(2, { duties: { leads: [], roadmapOwner: true } });
const other = madeUpPerson(3, { duties: { leads: ['wessex'], roadmapOwner: false } });
const outcome = { sent: 0, unreachable: 0, failed: 0, cancelled: 0, skipped: 0, possiblyTwice: 0, reasons: {} };
const draft = sampleBroadcast({ author: author.id, audience: { areas: 'all' }, state: 'draft' });
const awaiting = asking(draft, 7_597, now);
const throws = (act: () => unknown, code: Parameters<typeof isProductError>[1]) =>
  assert.throws(act, (error) => isProductError(error, code));

describe('what awaits approval', () => {
  it('keeps when its author asked, and for how many people', () => {
    const approval = { askedAt: '2026-11-23T10:00:00.000Z', people: 7_597 };
    assert.deepEqual(awaiting, { ...draft, state: 'awaiting-approval', approval });
  });

  it('becomes the draft again that it was when it is taken back, as often as that is asked', () => {
    assert.deepEqual(takenBack(awaiting), draft);
    assert.equal(takenBack(draft), draft);
  });

  it('becomes a draft with the reason when it is sent back, until it is confirmed again', () => {
    const returned = sentBack(awaiting, owner, '  Say it in fewer words. ', later);
    const because = { by: owner.id, at: later.toISOString(), because: 'Say it in fewer words.' };
    assert.deepEqual(returned, { ...draft, sentBack: because });
    assert.equal(sentBack(returned, owner, 'Say it in fewer words.', new Date(0)), returned);
    assert.equal(asking(returned, 7_597, later).sentBack, undefined);
  });

  it('is sent back for a reason of 1 to 500 characters', () => {
    throws(() => sentBack(awaiting, owner, ' \n', now), 'RefusalReasonMissing');
    throws(() => sentBack(awaiting, owner, 'x'.repeat(501), now), 'TextTooLong');
    assert.equal(sentBack(awaiting, owner, 'x'.repeat(500), now).state, 'draft');
  });

  it('notes who approved it', () => {
    const approval = { ...awaiting.approval, given: { by: owner.id, at: later.toISOString() } };
    assert.deepEqual(approved(awaiting, owner, later), { ...awaiting, approval });
  });

  for (const state of ['draft', 'scheduled', 'sending', 'sent', 'cancelled'] as const) {
    it(`is nothing that is in the state “${state}”`, () => {
      const broadcast: Broadcast = { ...draft, state };
      throws(() => approved(broadcast, owner, now), 'NotAwaitingApproval');
      throws(() => sentBack(broadcast, owner, 'No.', now), 'NotAwaitingApproval');
      if (state !== 'draft') throws(() => takenBack(broadcast), 'NotAwaitingApproval');
    });
  }

  it('is decided by a roadmap owner and taken back by its author', () => {
    const may = (person: Person, broadcast = awaiting) => possibleControls(broadcast, outcome, person, now);
    assert.deepEqual(may(owner), ['approve', 'send-back']);
    assert.deepEqual(may(author), ['take-back']);
    assert.deepEqual(may(other), []);
    const both = { ...author, duties: owner.duties };
    assert.deepEqual(may(both), ['approve', 'send-back', 'take-back']);
  });

  it('is for exactly the text and the people that were asked for, whoever writes', async () => {
    const store = createMemoryBroadcastStore();
    await store.create(awaiting);
    for (const change of [
      { audience: { areas: ['wessex'] } },
      { content: { ...awaiting.content, title: { en: 'Another title' } } },
    ]) {
      await assert.rejects(
        changeBroadcast(store, awaiting.id, (broadcast) => ({ ...broadcast, ...change, state: 'sending' })),
        (error) => isProductError(error, 'AwaitingApproval'),
      );
    }
    const stored = await changeBroadcast(store, awaiting.id, takenBack);
    assert.equal(stored?.value.state, 'draft');
  });
});
