import assert from 'node:assert/strict';
import { newDraft, type StartedFrom } from '../../src/tab/compose/new-draft.ts';

describe('a new draft', () => {
  const now = new Date('2026-11-23T12:00:00Z');
  const areasOf = (sendsTo: string[], from: StartedFrom = {}) =>
    newDraft({ kind: 'update' }, from, { sendsTo }, now).audience.areas;

  it('is for the own area where there is only one', () => {
    assert.deepEqual(areasOf(['wessex']), ['wessex']);
    assert.deepEqual(areasOf(['wessex', 'south-west']), []);
  });

  it('is for the area that the tab is pinned for, where the author sends there', () => {
    assert.deepEqual(areasOf(['wessex', 'south-west'], { pinned: 'south-west' }), ['south-west']);
    assert.deepEqual(areasOf(['wessex'], { pinned: 'south-west' }), ['wessex']);
    assert.deepEqual(areasOf(['wessex', 'south-west'], { pinned: 'cymru-wales' }), []);
  });

  it('is about the item that it was started from', () => {
    const draft = newDraft({ kind: 'own-questions' }, { itemId: 'digital-case-files' }, { sendsTo: [] }, now);
    assert.equal(draft.content.itemId, 'digital-case-files');
  });
});
