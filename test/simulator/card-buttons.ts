import { isDeepStrictEqual } from 'node:util';
import { isJson, type Json, textAt } from './json.ts';

/** A button of a card with the inputs that go with it. */
export interface Button {
  readonly action: Json;
  readonly inputs: readonly Json[];
}

/** A button by verb or title, or by several of its properties; `data` need only be a part of the button's data. */
export type ButtonQuery = string | { readonly verb?: string; readonly title?: string; readonly data?: Json };

/** Properties that a client does not render as part of the card. */
const unseen = new Set(['fallback', 'refresh', 'authentication', 'data', 'metadata']);

function isActionOrInput(value: unknown, kind: 'Action.' | 'Input.'): value is Json {
  return textAt(value, 'type')?.startsWith(kind) ?? false;
}

/** Everything within, short of the inside of cards that a button opens. */
function* elementsOf(value: unknown): Generator<Json> {
  if (Array.isArray(value)) {
    for (const item of value) yield* elementsOf(item);
  } else if (isJson(value)) {
    yield value;
    if (isActionOrInput(value, 'Action.')) return;
    for (const [name, inner] of Object.entries(value)) if (!unseen.has(name)) yield* elementsOf(inner);
  }
}

/** All buttons of a card, those of cards within it too; an inner button takes the inputs around it along. */
export function buttonsOf(card: Json, around: readonly Json[] = []): readonly Button[] {
  const elements = [...elementsOf(card)];
  const inputs = [...around, ...elements.filter((element) => isActionOrInput(element, 'Input.'))];
  return elements
    .filter((element) => isActionOrInput(element, 'Action.'))
    .flatMap((action) => {
      if (action.type === 'Action.ShowCard') return isJson(action.card) ? buttonsOf(action.card, inputs) : [];
      return [{ action, inputs: action.associatedInputs === 'none' ? [] : inputs }];
    });
}

function isPart(part: Json, whole: unknown): boolean {
  return isJson(whole) && Object.entries(part).every(([name, value]) => isDeepStrictEqual(value, whole[name]));
}

function fits({ action }: Button, query: Exclude<ButtonQuery, string>): boolean {
  return (
    (query.verb === undefined || action.verb === query.verb) &&
    (query.title === undefined || action.title === query.title) &&
    (query.data === undefined || isPart(query.data, action.data))
  );
}

function described({ action }: Button): string {
  return [action.type, action.verb, action.title, JSON.stringify(action.data)].filter(Boolean).join(' ');
}

/** The one button that fits; an error names all there are when none does, or several different ones do. */
export function findButton(card: Json, query: ButtonQuery): Button {
  const buttons = buttonsOf(card);
  const found =
    typeof query === 'string'
      ? [{ verb: query }, { title: query }]
          .map((either) => buttons.filter((button) => fits(button, either)))
          .find((fitting) => fitting.length > 0)
      : buttons.filter((button) => fits(button, query));
  const [first, ...others] = found ?? [];
  const asked = JSON.stringify(query);
  if (first === undefined) {
    throw new Error(`The card has no button ${asked}; it has: ${buttons.map(described).join(' | ') || 'none'}`);
  }
  if (!others.every((other) => isDeepStrictEqual(other.action, first.action))) {
    throw new Error(`Several buttons fit ${asked}: ${[first, ...others].map(described).join(' | ')}`);
  }
  return first;
}
