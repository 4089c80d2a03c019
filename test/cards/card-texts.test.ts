import assert from 'node:assert/strict';
import { createCardTexts, type TextKey } from '../../src/cards/card-texts.ts';
import cy from '../../src/cards/text/cy.json' with { type: 'json' };
import en from '../../src/cards/text/en.json' with { type: 'json' };
import { errorStatus } from '../../src/errors/error-codes.ts';
import { type Deadline, londonZone } from '../../src/time/deadline.ts';

const texts = createCardTexts();
const english = texts.in('en');
const welsh = texts.in('cy');

describe('The texts of the cards', () => {
  const inEnglish = new Map(leaves(en));
  const inWelsh = new Map(leaves(cy));

  it('are the same in both languages, but for the plural forms', () => {
    assert.deepEqual(new Set([...inWelsh.keys()].map(stem)), new Set([...inEnglish.keys()].map(stem)));
  });

  it('have every plural form of each language', () => {
    for (const [language, map] of [['en', inEnglish] as const, ['cy', inWelsh] as const]) {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      for (const key of map.keys()) {
        if (stem(key) !== key)
          for (const form of forms) assert.ok(map.has(`${stem(key)}_${form}`), `${key} in ${language}`);
      }
    }
  });

  it('have the same gaps in both languages', () => {
    for (const [key, text] of inWelsh) {
      const counterpart = inEnglish.get(key) ?? inEnglish.get(`${stem(key)}_other`) ?? '';
      assert.deepEqual(gapsOf(text), gapsOf(counterpart), key);
    }
  });

  it('are translated, save for a few that are the same', () => {
    const same = [...inWelsh].filter(
      ([key, text]) => text === inEnglish.get(key) && /\p{L}{3}/u.test(withoutGaps(text)),
    );
    assert.deepEqual(
      same.map(([key]) => key),
      ['common.problemLine', 'item.contract'],
    );
  });

  it('have a title and a sentence for every coded error', () => {
    for (const code of Object.keys(errorStatus) as (keyof typeof errorStatus)[]) {
      for (const words of [english, welsh]) {
        assert.ok(words.t(`error.${code}.title`));
        assert.ok(words.t(`error.${code}.text`));
      }
    }
  });

  it('throw when one is missing, rather than showing its name', () => {
    assert.throws(() => english.t('no.such.text' as TextKey), RangeError);
  });

  it('take what fills a gap as it is', () => {
    const title = '$t(help.title) {{deadline}} <b>&';
    assert.equal(english.t('results.title', { title }), `Results: ${title}`);
  });

  it('choose the plural form of each language', () => {
    const send = (count: number) => [english.t('preview.send', { count }), welsh.t('preview.send', { count })];
    assert.deepEqual(send(1), ['Send to 1 person', 'Anfon at 1 person']);
    assert.deepEqual(send(2), ['Send to 2 people', 'Anfon at 2 berson']);
    assert.deepEqual(send(3), ['Send to 3 people', 'Anfon at 3 pherson']);
    assert.deepEqual(send(6), ['Send to 6 people', 'Anfon at 6 pherson']);
    assert.deepEqual(send(7597), ['Send to 7,597 people', 'Anfon at 7,597 o bobl']);
  });
});

describe('Dates and numbers', () => {
  const at = (date: string, time: string): Deadline => ({ date, time, zone: londonZone });

  const deadlines = [
    ['2023-03-10', '17:00', '5pm on Friday 10 March 2023', '5pm ddydd Gwener 10 Mawrth 2023'],
    ['2023-03-31', '17:30', '5:30pm on Friday 31 March 2023', '5:30pm ddydd Gwener 31 Mawrth 2023'],
    ['2026-12-28', '09:05', '9:05am on Monday 28 December 2026', '9:05am ddydd Llun 28 Rhagfyr 2026'],
    ['2027-05-01', '12:00', 'midday on Saturday 1 May 2027', 'hanner dydd ddydd Sadwrn 1 Mai 2027'],
    ['2027-05-01', '12:15', '12:15pm on Saturday 1 May 2027', '12:15pm ddydd Sadwrn 1 Mai 2027'],
    ['2027-05-02', '00:15', '12:15am on Sunday 2 May 2027', '12:15am ddydd Sul 2 Mai 2027'],
    ['2027-05-02', '00:00', '11:59pm on Saturday 1 May 2027', '11:59pm ddydd Sadwrn 1 Mai 2027'],
  ] as const;
  for (const [date, time, inEnglish, inWelsh] of deadlines) {
    it(`write the deadline ${date} ${time} as "${inEnglish}" and "${inWelsh}"`, () => {
      assert.equal(english.deadline(at(date, time)), inEnglish);
      assert.equal(welsh.deadline(at(date, time)), inWelsh);
    });
  }

  it('write an instant in London time, in winter and in summer', () => {
    assert.equal(english.moment('2023-03-10T17:00:00.000Z'), '5pm on Friday 10 March 2023');
    assert.equal(english.moment('2023-03-31T16:00:00.000Z'), '5pm on Friday 31 March 2023');
    assert.equal(english.moment('2023-07-01T23:00:00.000Z'), 'the start of Sunday 2 July 2023');
    assert.equal(welsh.moment('2023-03-31T16:00:00.000Z'), '5pm ddydd Gwener 31 Mawrth 2023');
  });

  const roughDates = [
    [{ precision: 'day', day: '2027-03-31' }, '31 March 2027', '31 Mawrth 2027'],
    [{ precision: 'month', year: 2027, month: 9 }, 'September 2027', 'Medi 2027'],
    [{ precision: 'season', year: 2027, season: 'spring' }, 'spring 2027', 'gwanwyn 2027'],
    [{ precision: 'season', year: 2027, season: 'autumn' }, 'autumn 2027', 'tymor yr hydref 2027'],
    [{ precision: 'quarter', year: 2026, quarter: 3 }, 'Q3 2026/27', 'Ch3 2026/27'],
    [{ precision: 'quarter', year: 2099, quarter: 4 }, 'Q4 2099/00', 'Ch4 2099/00'],
    [{ precision: 'year', year: 2028 }, '2028', '2028'],
    [{ precision: 'unknown' }, 'to be confirmed', "i'w gadarnhau"],
  ] as const;
  for (const [date, inEnglish, inWelsh] of roughDates) {
    it(`write a date known by ${date.precision} as "${inEnglish}" and "${inWelsh}"`, () => {
      assert.equal(english.rough(date), inEnglish);
      assert.equal(welsh.rough(date), inWelsh);
    });
  }

  it('name the months of a quarter of the financial year', () => {
    assert.equal(english.quarterMonths({ precision: 'quarter', year: 2026, quarter: 1 }), 'April to June 2026');
    assert.equal(english.quarterMonths({ precision: 'quarter', year: 2026, quarter: 4 }), 'January to March 2027');
    assert.equal(
      welsh.quarterMonths({ precision: 'quarter', year: 2026, quarter: 2 }),
      'mis Gorffennaf i fis Medi 2026',
    );
  });

  it('write numbers and shares as each language does', () => {
    assert.equal(english.number(7597), '7,597');
    assert.equal(english.percent(0.617), '62%');
    assert.equal(english.decimal(3), '3.0');
    assert.equal(welsh.number(7597), '7,597');
    assert.equal(welsh.percent(0.617), '62%');
  });
});

type Nested = { readonly [key: string]: string | Nested };

function leaves(texts: Nested, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : leaves(value, `${path}${key}.`),
  );
}

function stem(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '');
}

function gapsOf(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)/g)].map(([, name = '']) => name).sort();
}

function withoutGaps(text: string): string {
  return text.replace(/\{\{.*?\}\}/g, '');
}
