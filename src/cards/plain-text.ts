const markdownCharacters = /[\\`*_[\]]/g;
/** Starts that make a line a heading, a quotation, a list or a rule: `#`, `>`, `-`, `+`, `=`, `~`. */
const markdownStart = /^[#>+=~-]/;
const numberedStart = /^(\d{1,9})([.)])(?=\s|$)/;
/** HTML tags and autolinks, entities, and the date functions of adaptive cards. */
const otherSyntax = /<(?=[a-z/!?])|&(?=#?\w+;)|\{(?=\{)|~(?=~)/gi;
/** Anything that the rules above, line breaks or white space at the ends could change: most texts have none of it. */
const mayNeedCare = /[\\`*_[\]<&{~\r\n]|^[\s\d#>+=-]|\s$/;

/**
 * Text that a person wrote, or that may hold some of it, as the Markdown of a TextBlock that shows exactly that text:
 * no link, image, emphasis, heading or list comes of it. Every line becomes a paragraph, because Teams shows a single
 * line break as a space. Only for what Teams reads as Markdown: text blocks, facts and the choices of an expanded set.
 */
export function plainText(text: string): string {
  if (!mayNeedCare.test(text)) return text;
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => plainLine(line.trim()))
    .filter((line) => line !== '')
    .join('\n\n');
}

/** The same text on one line, for labels and buttons, which Teams does not read as Markdown. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** At most `length` characters of a text, ending with "…" when something was left out. */
export function shortened(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}

function plainLine(line: string): string {
  return line
    .replace(markdownCharacters, '\\$&')
    .replace(otherSyntax, '\\$&')
    .replace(markdownStart, '\\$&')
    .replace(numberedStart, '$1\\$2');
}
