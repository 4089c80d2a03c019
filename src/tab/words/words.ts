import { createInstance } from 'i18next';
import type { KeysOf, TextKey, TextParams } from '../../cards/card-texts.ts';
import { type DateWords, dateWords } from '../../cards/date-words.ts';
import type { Language, Texts } from '../../language/texts.ts';
import type en from '../text/en.json';

/** The name of a fixed text of the tab; a text with plural forms is named without its form. */
export type TabTextKey = KeysOf<typeof en>;

/** The fixed words of the tab in one language, those of the cards beside them, and that language's numbers and dates. */
export interface Words extends DateWords {
  readonly language: Language;
  t(key: TabTextKey, params?: TextParams): string;
  /** A text of the cards: what has a name there has the same name here. */
  card(key: TextKey, params?: TextParams): string;
  /** What a person wrote, in this language, or in English where the Welsh is missing. */
  of(texts: Texts): string;
  /** "1 person", "7,600 people" */
  people(count: number): string;
  /** 7,600 */
  number(value: number): string;
  /** 62% of 0.62 */
  percent(fraction: number): string;
  /** 3.4 */
  decimal(value: number): string;
  /** +12, −3 */
  signed(value: number): string;
}

type Translate = (key: string, params?: TextParams) => string;

interface TextFiles {
  readonly tab: object;
  readonly cards: object;
}

const files: Readonly<Record<Language, () => Promise<TextFiles>>> = {
  en: async () => {
    const [tab, cards] = await Promise.all([
      import('../text/en.json', { with: { type: 'json' } }),
      import('../../cards/text/en.json', { with: { type: 'json' } }),
    ]);
    return { tab: tab.default, cards: cards.default };
  },
  cy: async () => {
    const [tab, cards] = await Promise.all([
      import('../text/cy.json', { with: { type: 'json' } }),
      import('../../cards/text/cy.json', { with: { type: 'json' } }),
    ]);
    return { tab: tab.default, cards: cards.default };
  },
};

/** Loads the words of a language. A text that is missing throws, rather than showing a key to a person. */
export async function loadWords(language: Language): Promise<Words> {
  const { tab, cards } = await files[language]();
  const i18n = createInstance();
  await i18n.init({
    resources: { [language]: { tab, cards } },
    lng: language,
    fallbackLng: false,
    ns: ['tab', 'cards'],
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key: string) => {
      throw new RangeError(`No text for ${key}`);
    },
  });
  const t = i18n.getFixedT<string>(language, 'tab') as unknown as Translate;
  const card = i18n.getFixedT<string>(language, 'cards') as unknown as Translate;
  // A browser that does not know Welsh must not take a language of its own.
  const locale = language === 'cy' ? ['cy-GB', 'en-GB'] : 'en-GB';
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const difference = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  return {
    language,
    t: (key, params) => t(key, params),
    card: (key, params) => card(key, params),
    of: ({ en, cy = '' }) => (language === 'cy' && cy.trim() !== '' ? cy : en),
    people: (count) => t('people', { count }),
    number: (value) => whole.format(value),
    percent: (fraction) => share.format(fraction),
    decimal: (value) => tenths.format(value),
    // A hyphen is read out as nothing.
    signed: (value) => difference.format(value).replace('-', '−'),
    ...dateWords((key, params) => card(key, params)),
  };
}
