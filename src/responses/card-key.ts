import { createHash, randomBytes } from 'node:crypto';

/**
 * Each card of an anonymous prompt carries a key of its own in the data of its buttons: 22 characters for 128 random
 * bits. It is kept in the person's chat and nowhere on our side, and alone leads to what was answered with the card.
 */

/** Stands in a card that is drawn for many people where each gets a key of their own; no key is ever this. */
export const cardKeyPlaceholder = 'card-key-placeholder--';

export function newCardKey(): string {
  return randomBytes(16).toString('base64url');
}

const anonymousPrefix = 'anon-';

/** The id under which an answer that was given with this key is stored. */
export function respondentIdOf(key: string): string {
  return anonymousPrefix + hash('respondent', key);
}

/** Whether an answer is stored under such an id, rather than under that of a person. */
export function isAnonymousId(respondentId: string): boolean {
  return respondentId.startsWith(anonymousPrefix);
}

/** What tells the card that a person answered from their other cards; it does not lead to the answer. */
export function claimOf(key: string): string {
  return hash('claim', key);
}

function hash(purpose: string, key: string): string {
  return createHash('sha256').update(`${purpose} ${key}`).digest('base64url');
}

/**
 * A copy of a card with `key` in the place of {@link cardKeyPlaceholder} wherever a property `key` holds that; parts
 * without one are shared with the card.
 */
export function withCardKey<Card>(card: Card, key: string): Card {
  return keyed(card, key) as Card;
}

function keyed(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => keyed(item, key));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  let copy: Record<string, unknown> | undefined;
  for (const [name, part] of Object.entries(value)) {
    const next = name === 'key' && part === cardKeyPlaceholder ? key : keyed(part, key);
    if (next === part) continue;
    copy ??= { ...value };
    copy[name] = next;
  }
  return copy ?? value;
}
