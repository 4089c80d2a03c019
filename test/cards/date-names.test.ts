import assert from 'node:assert/strict';
import { createCardTexts } from '../../src/cards/card-texts.ts';

const texts = createCardTexts();
const months = Array.from({ length: 12 }, (_, index) => Date.UTC(2026, index, 1));
/** From a Monday. */
const weekdays = Array.from({ length: 7 }, (_, index) => Date.UTC(2026, 5, 1 + index));

describe('the names of months and weekdays', () => {
  for (const { language, locale } of [
    { language: 'en', locale: 'en-GB' },
    { language: 'cy', locale: 'cy-GB' },
  ] as const) {
    it(`are those of Unicode: ${language}`, () => {
      const words = texts.in(language);
      const named = (of: 'month' | 'weekday', instants: readonly number[]) =>
        instants.map((at) => new Intl.DateTimeFormat(locale, { [of]: 'long', timeZone: 'UTC' }).format(at));
      assert.deepEqual(words.t('date.months').split(', '), named('month', months));
      const inSentence = named('weekday', weekdays).map((name) => name.replace(/^Dydd /, 'dydd '));
      assert.deepEqual(words.t('date.weekdays').split(', '), inSentence);
    });
  }

  it('stand in dates', () => {
    assert.equal(texts.in('cy').day('2026-11-27'), 'dydd Gwener 27 Tachwedd 2026');
    assert.equal(texts.in('en').day('2026-11-29'), 'Sunday 29 November 2026');
  });
});
