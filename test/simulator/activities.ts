import { randomUUID } from 'node:crypto';
import type { TeamsUser } from './conversations.ts';
import type { Json } from './json.ts';

export interface ActivityParts {
  readonly botAppId: string;
  readonly botName: string;
  readonly tenantId: string;
  readonly timezone: string;
  readonly serviceUrl: () => string;
  readonly now: () => Date;
  readonly nextId: () => string;
}

/** An instant as Teams writes local ones: with the offset of the zone at that time. */
export function localTimestamp(instant: Date, timezone: string): string {
  const options = { timeZone: timezone, timeZoneName: 'longOffset' } as const;
  const name = new Intl.DateTimeFormat('en-GB', options).formatToParts(instant).find(isOffset)?.value ?? 'GMT';
  const [, sign = '+', hours = '00', minutes = '00'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  const offsetMinutes = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const local = new Date(instant.getTime() + offsetMinutes * 60_000);
  return `${local.toISOString().slice(0, -1)}${sign}${hours}:${minutes}`;
}

function isOffset({ type }: Intl.DateTimeFormatPart): boolean {
  return type === 'timeZoneName';
}

/** Builds the activities that Teams posts to a bot in a personal chat. */
export function createActivities(parts: ActivityParts) {
  const recipient = { id: `28:${parts.botAppId}`, name: parts.botName };

  function base(user: TeamsUser, id: string, named: boolean): Json {
    const instant = parts.now();
    const from = { id: user.id, ...(named ? { name: user.name } : {}), aadObjectId: user.aadObjectId };
    const { locale } = user;
    return {
      id,
      timestamp: instant.toISOString(),
      localTimestamp: localTimestamp(instant, parts.timezone),
      localTimezone: parts.timezone,
      channelId: 'msteams',
      serviceUrl: parts.serviceUrl(),
      from,
      conversation: { conversationType: 'personal', tenantId: parts.tenantId, id: user.conversationId },
      recipient,
      entities: [{ type: 'clientInfo', locale, country: 'GB', platform: 'Web', timezone: parts.timezone }],
      channelData: { tenant: { id: parts.tenantId } },
      locale,
    };
  }

  const eventId = () => `f:${randomUUID()}`;

  return {
    message: (user: TeamsUser, text: string): Json => ({
      ...base(user, parts.nextId(), true),
      type: 'message',
      text,
      textFormat: 'plain',
      attachments: [{ contentType: 'text/html', content: `<p>${text.replace(/[<>&]/g, escaped)}</p>` }],
    }),
    submission: (user: TeamsUser, data: unknown, replyToId: string | undefined, text: string | undefined): Json => ({
      ...base(user, parts.nextId(), true),
      type: 'message',
      ...(text === undefined ? {} : { text, textFormat: 'plain' }),
      value: data,
      ...replyTo(parts.tenantId, replyToId),
    }),
    action: (user: TeamsUser, action: Json, replyToId: string, trigger: 'manual' | 'automatic'): Json => ({
      ...base(user, eventId(), true),
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action, trigger },
      ...replyTo(parts.tenantId, replyToId),
    }),
    fileConsent: (user: TeamsUser, value: Json, replyToId: string): Json => ({
      ...base(user, eventId(), true),
      type: 'invoke',
      name: 'fileConsent/invoke',
      value,
      ...replyTo(parts.tenantId, replyToId),
    }),
    installation: (user: TeamsUser, action: 'add' | 'remove' | 'add-upgrade' | 'remove-upgrade'): Json => ({
      ...base(user, eventId(), false),
      type: 'installationUpdate',
      action,
      channelData: { tenant: { id: parts.tenantId }, source: { name: 'message' } },
    }),
    botAdded: (user: TeamsUser): Json => ({
      ...base(user, eventId(), false),
      type: 'conversationUpdate',
      membersAdded: [{ id: recipient.id }],
    }),
    reaction: (
      user: TeamsUser,
      replyToId: string,
      kind: 'reactionsAdded' | 'reactionsRemoved',
      type: string,
    ): Json => ({
      ...base(user, eventId(), false),
      type: 'messageReaction',
      [kind]: [{ type }],
      replyToId,
    }),
  };
}

function replyTo(tenantId: string, replyToId: string | undefined): Json {
  if (replyToId === undefined) return {};
  const legacy = { replyToId: `1:${replyToId}` };
  return { replyToId, channelData: { tenant: { id: tenantId }, source: { name: 'message' }, legacy } };
}

function escaped(character: string): string {
  return { '<': '&lt;', '>': '&gt;', '&': '&amp;' }[character] ?? character;
}

export type Activities = ReturnType<typeof createActivities>;
