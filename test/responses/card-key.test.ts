import assert from 'node:assert/strict';
import {
  cardKeyPlaceholder,
  claimOf,
  isAnonymousId,
  newCardKey,
  respondentIdOf,
  withCardKey,
} from '../../src/responses/card-key.ts';

const shape = /^[A-Za-z0-9_-]{22}$/;

describe('the key of a card', () => {
  it('is 22 characters, and another each time', () => {
    const keys = Array.from({ length: 1_000 }, newCardKey);
    for (const key of keys) assert.match(key, shape);
    assert.equal(new Set(keys).size, keys.length);
    assert.match(cardKeyPlaceholder, shape);
  });

  it('leads to one respondent and one claim, which do not lead to each other', () => {
    const key = newCardKey();
    assert.equal(respondentIdOf(key), respondentIdOf(key));
    assert.equal(claimOf(key), claimOf(key));
    assert.ok(isAnonymousId(respondentIdOf(key)));
    assert.ok(!isAnonymousId('a1b7c0de-0000-4000-8000-00000000c0d5'));
    const respondent = respondentIdOf(key).slice('anon-'.length);
    assert.notEqual(respondent, claimOf(key));
    assert.notEqual(respondentIdOf(claimOf(key)), respondentIdOf(key));
    assert.notEqual(claimOf(respondent), claimOf(key));
  });

  it('takes the place of the placeholder in every button, and of nothing else', () => {
    const data = (key: string) => ({ broadcastId: '01', key });
    const card = (key: string) => ({
      type: 'AdaptiveCard',
      body: [
        { type: 'TextBlock', text: cardKeyPlaceholder },
        { type: 'ActionSet', actions: [{ data: data(key) }] },
      ],
      actions: [{ data: data(key), fallback: { data: data(key) } }, { data: { key: 'another' } }, { data: null }],
      refresh: { action: { data: data(key) } },
    });
    const drawn = card(cardKeyPlaceholder);
    const before = structuredClone(drawn);
    const key = newCardKey();
    const own = withCardKey(drawn, key);
    assert.deepEqual(own, card(key));
    assert.deepEqual(drawn, before);
    assert.equal(own.body[0], drawn.body[0]);
  });

  it('leaves a card without a placeholder as it is', () => {
    const card = { type: 'AdaptiveCard', body: [{ key: newCardKey() }], actions: [] };
    assert.equal(withCardKey(card, newCardKey()), card);
  });
});
