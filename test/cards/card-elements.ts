import type { AdaptiveCard } from '../../src/cards/adaptive-card.ts';

type Part = Readonly<Record<string, unknown>>;

/** Every object within a card, the card itself first. */
export function partsOf(card: AdaptiveCard | Part): readonly Part[] {
  const within = Object.values(card).flatMap((value) => (Array.isArray(value) ? value : [value]));
  return [card, ...within.filter(isPart).flatMap((part) => partsOf(part))];
}

export function inputsOf(card: AdaptiveCard): readonly Part[] {
  return partsOf(card).filter(({ type }) => typeof type === 'string' && type.startsWith('Input.'));
}

export function inputOf(card: AdaptiveCard, id: string): Part {
  const found = inputsOf(card).find((input) => input.id === id);
  if (found === undefined) throw new Error(`No input ${id}`);
  return found;
}

export function actionsOf(card: AdaptiveCard): readonly Part[] {
  return partsOf(card).filter(({ type }) => typeof type === 'string' && type.startsWith('Action.'));
}

export function actionOf(card: AdaptiveCard, verb: string): Part {
  const found = actionsOf(card).find((action) => action.verb === verb);
  if (found === undefined) throw new Error(`No action ${verb}`);
  return found;
}

/** All texts of a card, one a line, as Markdown. */
export function textOf(card: AdaptiveCard): string {
  return partsOf(card)
    .flatMap(({ text, label, title, value }) => [text, label, title, value])
    .filter((text) => typeof text === 'string')
    .join('\n');
}

function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
