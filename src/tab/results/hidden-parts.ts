/** A part of a text, in UTF-16 units from 0: from `from` up to and without `to`. */
export interface TextPart {
  readonly from: number;
  readonly to: number;
}

/** Stands for each character that is hidden, as on the server. */
const blackedOut = '█';

/** The parts with one more; what overlaps becomes one. */
export function withPart(parts: readonly TextPart[], { from, to }: TextPart): readonly TextPart[] {
  if (from >= to) return parts;
  const apart = parts.filter((part) => part.to < from || part.from > to);
  const touching = parts.filter((part) => !apart.includes(part));
  const one = {
    from: Math.min(from, ...touching.map((part) => part.from)),
    to: Math.max(to, ...touching.map((part) => part.to)),
  };
  return [...apart, one].toSorted((first, second) => first.from - second.from);
}

/** The text as others will read it. */
export function withoutParts(text: string, parts: readonly TextPart[]): string {
  return [...text]
    .reduce(
      ({ index, shown }, character) => {
        const end = index + character.length;
        const hidden = parts.some(({ from, to }) => from < end && to > index);
        return { index: end, shown: [...shown, hidden ? blackedOut : character] };
      },
      { index: 0, shown: [] as readonly string[] },
    )
    .shown.join('');
}

/** A place in a text whose line ends a text field has made one character each, as a place in the text itself. */
export function placeIn(text: string, placeInField: number): number {
  let place = 0;
  for (let seen = 0; seen < placeInField && place < text.length; seen += 1) {
    place += text.startsWith('\r\n', place) ? 2 : 1;
  }
  return place;
}
