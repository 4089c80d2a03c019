import type { CardElement } from './adaptive-card.ts';
import { plainText } from './plain-text.ts';

type Extras = Readonly<Record<string, unknown>>;

/** Running text. Every text block of every card is made here, so that no text can bring formatting of its own. */
export function paragraph(text: string, extras: Extras = {}): CardElement {
  return { type: 'TextBlock', text: plainText(text), wrap: true, ...extras };
}

/** The title of a part of a card, which screen readers announce as a heading. */
export function heading(text: string, extras: Extras = {}): CardElement {
  return paragraph(text, { style: 'heading', size: 'Default', weight: 'Bolder', spacing: 'Medium', ...extras });
}

/** A line of lesser weight, such as a source or a date. */
export function hint(text: string, extras: Extras = {}): CardElement {
  return paragraph(text, { isSubtle: true, size: 'Small', spacing: 'Small', ...extras });
}

/** A line in bold that is not a heading. */
export function strong(text: string, extras: Extras = {}): CardElement {
  return paragraph(text, { weight: 'Bolder', ...extras });
}

/** A named value on two lines, which stays readable on the narrowest phone. */
export function labelled(label: string, text: string, extras: Extras = {}): CardElement {
  return group([strong(label, { spacing: 'None' }), paragraph(text, { spacing: 'None' })], extras);
}

/** Elements that belong together. */
export function group(items: readonly CardElement[], extras: Extras = {}): CardElement {
  return { type: 'Container', items, ...extras };
}

/** Short names and values side by side. */
export function facts(pairs: readonly (readonly [name: string, value: string])[], extras: Extras = {}): CardElement {
  return {
    type: 'FactSet',
    facts: pairs.map(([name, value]) => ({ title: plainText(name), value: plainText(value) })),
    ...extras,
  };
}
