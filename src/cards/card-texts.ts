import { createInstance, type Resource } from 'i18next';
import { type Language, languages, type Texts, textIn } from '../language/texts.ts';
import type { RoughDate } from '../roadmap/rough-date.ts';
import type { Deadline } from '../time/deadline.ts';
import { type DateWords, dateWords } from './date-words.ts';
import { rememberLatest } from './remember-latest.ts';
import cy from './text/cy.json' with { type: 'json' };
import en from './text/en.json' with { type: 'json' };

type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutPlural<K extends string> = K extends `${infer Stem}_${PluralForm}` ? Stem : K;
/** The names of the texts in a file of them; a text with plural forms is named without its form. */
export type KeysOf<T, Path extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Path}${WithoutPlural<K>}` : KeysOf<T[K], `${Path}${K}.`>;
}[keyof T & string];

/** The name of a fixed text of the cards; a text with plural forms is named without its form. */
export type TextKey = KeysOf<typeof en>;

/** What fills the gaps of a text; `count` also chooses the plural form. */
export type TextParams = Readonly<Record<string, string | number>>;

/** The fixed words of the cards in one language, and that language's way of writing dates and numbers. */
export interface Words {
  readonly language: Language;
  t(key: TextKey, params?: TextParams): string;
  /** What a person wrote, in this language, or in English where the Welsh is missing. */
  of(texts: Texts): string;
  /** 7,600 */
  number(value: number): string;
  /** 3.4 */
  decimal(value: number): string;
  /** +12, or -3 */
  signed(value: number): string;
  /** 62% of 0.62 */
  percent(fraction: number): string;
  /** "Friday 10 March 2023" of 2023-03-10 */
  day(date: string): string;
  /** "5pm on Friday 10 March 2023" */
  deadline(deadline: Deadline): string;
  /** The same for an instant in ISO 8601, in London time. */
  moment(instant: string): string;
  /** "Q3 2026/27", "spring 2027", "to be confirmed": never more precise than known. */
  rough(date: RoughDate): string;
  /** "October to December 2026" of a quarter. */
  quarterMonths(date: Extract<RoughDate, { precision: 'quarter' }>): string;
  /** The words in the other language, for cards that show both. */
  in(language: Language): Words;
}

export interface CardTexts {
  in(language: Language): Words;
}

/** Loads the texts of both languages. A text that is missing throws, rather than showing a key to a person. */
export function createCardTexts(): CardTexts {
  const resources: Resource = { en: { translation: en }, cy: { translation: cy } };
  const i18n = createInstance();
  void i18n.init({
    resources,
    lng: 'en',
    supportedLngs: [...languages],
    fallbackLng: false,
    initAsync: false,
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key: string) => {
      throw new RangeError(`No text for ${key}`);
    },
  });
  const texts: CardTexts = { in: (language) => (language === 'cy' ? welsh : english) };
  const english = wordsIn('en', i18n.getFixedT('en'), texts);
  const welsh = wordsIn('cy', i18n.getFixedT('cy'), texts);
  return texts;
}

type Translate = (key: string, params: TextParams) => string;

function wordsIn(language: Language, translate: Translate, texts: CardTexts): Words {
  const t = rememberLatest(
    (key: TextKey, params?: TextParams) => (params === undefined ? key : `${key} ${JSON.stringify(params)}`),
    (key, params = {}) => translate(key, params),
  );
  const locale = language === 'cy' ? 'cy-GB' : 'en-GB';
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const signed = new Intl.NumberFormat(locale, { signDisplay: 'exceptZero' });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const dates: DateWords = dateWords(t);
  return {
    language,
    t,
    of: (written) => textIn(written, language),
    number: (value) => whole.format(value),
    decimal: (value) => tenths.format(value),
    signed: (value) => signed.format(value),
    percent: (fraction) => share.format(fraction),
    ...dates,
    in: (other) => texts.in(other),
  };
}
