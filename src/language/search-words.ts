/** The words of a search, as {@link foldedText} has them. */
export function searchWords(search: string): readonly string[] {
  return foldedText(search)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** A text without case and accents, so that "ty sian" finds "Tŷ Siân". */
export function foldedText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
