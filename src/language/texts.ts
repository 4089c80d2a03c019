export const languages = ['en', 'cy'] as const;

/** English or Welsh, by ISO 639-1 code. */
export type Language = (typeof languages)[number];

/** One text that a person wrote, in English and, where there is one, in Welsh. */
export interface Texts {
  readonly en: string;
  readonly cy?: string;
}

/** The text in `language`; English where the Welsh is missing. */
export function textIn(texts: Texts, language: Language): string {
  return language === 'cy' ? (texts.cy ?? texts.en) : texts.en;
}
