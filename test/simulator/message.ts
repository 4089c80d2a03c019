import type { Json } from './json.ts';

/** The media type of an adaptive card. */
export const cardType = 'application/vnd.microsoft.card.adaptive';

/** The media type of a card that asks whether a file may be put into the person's OneDrive. */
export const fileConsentType = 'application/vnd.microsoft.teams.card.file.consent';

/** The media type of a card that shows a file. */
export const fileInfoType = 'application/vnd.microsoft.teams.card.file.info';

/** What a message shows. */
export interface Content {
  readonly text?: string;
  /** The first adaptive card. */
  readonly card?: Json;
  readonly attachments: readonly Json[];
}

/** A message of the bot in a conversation. */
export interface TeamsMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly sentAt: Date;
  /** Every content that the stored message has had, oldest first, the present one last. */
  readonly versions: readonly Content[];
  readonly text: string | undefined;
  readonly card: Json | undefined;
  readonly deleted: boolean;
  /** What one client of the person shows: the stored content, or a card answered to that client alone. */
  shownTo(client?: string): Content;
  /** Shows an answered card to one client until the stored message changes or {@link revert}s. */
  show(client: string, content: Content): void;
  revert(): void;
}

/** A message as the simulator holds it. */
export interface StoredMessage extends TeamsMessage {
  readonly versions: Content[];
  deleted: boolean;
}

/** The content that a card alone makes. */
export function cardContent(card: Json): Content {
  return { card, attachments: [{ contentType: cardType, content: card }] };
}

/** A message that has just arrived. */
export function newMessage(id: string, conversationId: string, sentAt: Date, content: Content): StoredMessage {
  const versions = [content];
  const shown = new Map<string, Content>();
  const stored = () => versions.at(-1) ?? content;
  return {
    id,
    conversationId,
    sentAt,
    versions,
    deleted: false,
    get text() {
      return stored().text;
    },
    get card() {
      return stored().card;
    },
    shownTo: (client = 'default') => shown.get(client) ?? stored(),
    show: (client, answered) => void shown.set(client, answered),
    revert: () => shown.clear(),
  };
}
