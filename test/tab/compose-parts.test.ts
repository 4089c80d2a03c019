import assert from 'node:assert/strict';
import { adviceOn, mostWords } from '../../src/tab/compose/advice.ts';
import { audienceReaches, reachOf, withAreas, withReach } from '../../src/tab/compose/audience-reach.ts';
import { firstWish, isWhole, sameWish } from '../../src/tab/compose/sending-wish.ts';
import { undoKeys, wishOfKey } from '../../src/tab/compose/undo-keys.ts';
import { areaList } from './who-and-where.ts';

const sentence = (words: number) => `Word${' word'.repeat(words - 1)}.`;

describe('the advice on a text', () => {
  it('is to split a sentence of more than 25 words, and none of 25', () => {
    assert.equal(mostWords, 25);
    assert.deepEqual(adviceOn({ en: sentence(25) }, 'en', false), []);
    assert.deepEqual(adviceOn({ en: sentence(26) }, 'en', false), [
      { kind: 'long-sentence', words: 26, start: 'Word word word word word' },
    ]);
  });

  it('is on each sentence by itself', () => {
    const text = `${sentence(20)} ${sentence(20)} ${sentence(30)} ${sentence(40)}`;
    const found = adviceOn({ en: text }, 'en', false);
    assert.deepEqual(
      found.map((each) => each.kind === 'long-sentence' && each.words),
      [30, 40],
    );
  });

  it('takes a new line as a new sentence', () => {
    const line = sentence(20).replace('.', '');
    assert.deepEqual(adviceOn({ en: `${line}\n${line}` }, 'en', false), []);
  });

  it('counts words with marks in them once, and numbers as words', () => {
    const text = `It’s 5:30pm ${'on '.repeat(23)}`;
    assert.deepEqual(adviceOn({ en: `${text}.` }, 'en', false), []);
  });

  it('is on the Welsh text, too', () => {
    const found = adviceOn({ en: 'Short.', cy: sentence(26) }, 'cy', true);
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ['long-sentence'],
    );
  });

  it('is to write Welsh where it is wanted and there is English', () => {
    assert.deepEqual(adviceOn({ en: 'Text' }, 'cy', true), [{ kind: 'welsh-missing' }]);
    assert.deepEqual(adviceOn({ en: 'Text', cy: '  ' }, 'cy', true), [{ kind: 'welsh-missing' }]);
    assert.deepEqual(adviceOn({ en: 'Text' }, 'cy', false), []);
    assert.deepEqual(adviceOn({ en: '' }, 'cy', true), []);
    assert.deepEqual(adviceOn({ en: 'Text', cy: 'Testun' }, 'cy', true), []);
  });

  it('is none on a text that nobody has written', () => {
    assert.deepEqual(adviceOn({ en: '' }, 'en', true), []);
  });
});

describe('how far an audience reaches', () => {
  const lead = { sendsTo: ['wessex'] };
  const leadOfTwo = { sendsTo: ['south-east', 'wessex'] };

  it('is told by whether it is within the own areas', () => {
    assert.deepEqual(audienceReaches, ['own', 'wider', 'all']);
    assert.equal(reachOf({ areas: [] }, lead), 'own');
    assert.equal(reachOf({ areas: ['wessex'] }, lead), 'own');
    assert.equal(reachOf({ areas: ['south-east', 'wessex'] }, lead), 'wider');
    assert.equal(reachOf({ areas: ['south-east', 'wessex'] }, leadOfTwo), 'own');
    assert.equal(reachOf({ areas: 'all' }, lead), 'all');
  });

  it('changes no more than it must', () => {
    assert.deepEqual(withReach({ areas: ['south-east', 'wessex'] }, 'own', lead), { areas: ['wessex'] });
    assert.deepEqual(withReach({ areas: ['south-east'] }, 'own', lead), { areas: ['wessex'] });
    assert.deepEqual(withReach({ areas: 'all' }, 'own', leadOfTwo), { areas: [] });
    assert.deepEqual(withReach({ areas: ['wessex'] }, 'wider', lead), { areas: ['wessex'] });
    assert.deepEqual(withReach({ areas: ['wessex'] }, 'all', lead), { areas: 'all' });
  });

  it('keeps the other areas, in the order in which they are shown', () => {
    const change = withAreas({ areas: ['wessex'] }, ['mersey-cheshire', 'south-east'], ['south-east'], areaList.areas);
    assert.deepEqual(change, { areas: ['south-east', 'wessex'] });
    assert.deepEqual(withAreas(change, ['south-east'], [], areaList.areas), { areas: ['wessex'] });
  });
});

describe('the keys that undo', () => {
  const key = (name: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', true>> = {}) => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...held,
  });

  it('are those that people know', () => {
    assert.equal(wishOfKey(key('z', { ctrlKey: true }), false), 'undo');
    assert.equal(wishOfKey(key('z', { metaKey: true }), false), 'undo');
    assert.equal(wishOfKey(key('Z', { ctrlKey: true, shiftKey: true }), false), 'redo');
    assert.equal(wishOfKey(key('y', { ctrlKey: true }), false), 'redo');
    assert.equal(undoKeys('MacIntel').undo, '⌘Z');
    assert.equal(undoKeys('Win32').undo, 'Ctrl+Z');
  });

  it('are left to the browser within a field, and are no other keys', () => {
    assert.equal(wishOfKey(key('z', { ctrlKey: true }), true), undefined);
    assert.equal(wishOfKey(key('z'), false), undefined);
    assert.equal(wishOfKey(key('z', { ctrlKey: true, altKey: true }), false), undefined);
  });
});

describe('when an author wants it to go out', () => {
  it('is whole once nothing is missing', () => {
    assert.equal(isWhole(firstWish('next-hours')), true);
    assert.equal(isWhole(firstWish('at')), false);
    assert.equal(isWhole(firstWish('urgent')), false);
    assert.equal(isWhole({ kind: 'at', date: '0202-01-12', time: '10:00' }), false);
    assert.equal(isWhole({ kind: 'at', date: '2027-01-12', time: '' }), false);
    assert.equal(isWhole({ kind: 'at', date: '2027-01-12', time: '10:00' }), true);
    assert.equal(isWhole({ kind: 'urgent', because: 'Now' }), true);
  });

  it('is the same when all of it is', () => {
    const at = { kind: 'at', date: '2027-01-12', time: '10:00' } as const;
    assert.equal(sameWish(at, { ...at }), true);
    assert.equal(sameWish(at, { ...at, time: '11:00' }), false);
    assert.equal(sameWish(at, firstWish('next-hours')), false);
  });
});
