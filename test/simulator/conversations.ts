import { createHash } from 'node:crypto';
import type { StoredMessage, TeamsMessage } from './message.ts';

export interface UserOptions {
  readonly name: string;
  /** Made from the name unless given, so the same name is the same person in every run. */
  readonly aadObjectId?: string;
  readonly id?: string;
  readonly email?: string;
  readonly locale?: string;
  readonly conversationId?: string;
  /** Whether the app is installed for this person: true unless said otherwise. */
  readonly installed?: boolean;
  readonly blocked?: boolean;
}

export interface ChatOptions {
  readonly id: string;
  readonly conversationType: 'groupChat' | 'channel';
  /** Names, aadObjectIds or ids of users. */
  readonly members: readonly string[];
}

/** One place where messages are: a person's chat with the bot, a group chat or a channel. */
export interface Conversation {
  id: string;
  readonly type: 'personal' | 'groupChat' | 'channel';
  readonly members: readonly TeamsUser[];
  /** Whether the connector knows the conversation: a personal one exists from the first install on. */
  open: boolean;
  /** The bot's messages by id, oldest first. */
  readonly messages: Map<string, StoredMessage>;
  /** Ids of messages that people wrote, which no bot may change. */
  readonly foreignIds: Set<string>;
  deliveries: number;
  updates: number;
}

/** A person in the tenant. `installed` and `blocked` may be set at any time; the bot hears of neither by that alone. */
export interface TeamsUser {
  readonly name: string;
  readonly aadObjectId: string;
  readonly id: string;
  readonly email: string;
  readonly locale: string;
  installed: boolean;
  blocked: boolean;
  readonly conversation: Conversation;
  readonly conversationId: string;
  /** What the bot has sent and not deleted, oldest first, as it stands now. */
  readonly messages: readonly TeamsMessage[];
  /** How many messages reached this person, including any that the bot was never told had arrived. */
  readonly deliveries: number;
  /** How many changes to earlier messages reached this person. */
  readonly updates: number;
}

export interface Directory {
  readonly users: readonly TeamsUser[];
  add(options: UserOptions): TeamsUser;
  addChat(options: ChatOptions): Conversation;
  /** The user of this aadObjectId or id, the ids by which a bot may call one. */
  withId(id: string): TeamsUser | undefined;
  /** The user of this aadObjectId or id, or the only one of this name. */
  find(key: string): TeamsUser | undefined;
  conversation(id: string): Conversation | undefined;
  /** Gives the chat of a user a new id, so that the old one is not found any more. */
  renewConversation(user: TeamsUser): void;
}

function digest(...parts: readonly string[]): Buffer {
  return createHash('sha512').update(parts.join('\n')).digest();
}

function idOf(prefix: string, ...parts: readonly string[]): string {
  return `${prefix}${digest(prefix, ...parts).toString('base64url')}`;
}

function objectIdOf(name: string): string {
  const hex = digest('object', name).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function newConversation(id: string, type: Conversation['type'], members: readonly TeamsUser[]): Conversation {
  return { id, type, members, open: true, messages: new Map(), foreignIds: new Set(), deliveries: 0, updates: 0 };
}

function newUser(botAppId: string, options: UserOptions): TeamsUser {
  const aadObjectId = options.aadObjectId ?? objectIdOf(options.name);
  const members: TeamsUser[] = [];
  const conversationId = options.conversationId ?? idOf('a:1', botAppId, aadObjectId);
  const conversation = newConversation(conversationId, 'personal', members);
  const installed = options.installed ?? true;
  conversation.open = installed;
  const user: TeamsUser = {
    name: options.name,
    aadObjectId,
    id: options.id ?? idOf('29:1', botAppId, aadObjectId),
    email: options.email ?? `${aadObjectId.slice(0, 8)}@example.test`,
    locale: options.locale ?? 'en-GB',
    installed,
    blocked: options.blocked ?? false,
    conversation,
    get conversationId() {
      return conversation.id;
    },
    get messages() {
      return [...conversation.messages.values()];
    },
    get deliveries() {
      return conversation.deliveries;
    },
    get updates() {
      return conversation.updates;
    },
  };
  members.push(user);
  return user;
}

/** The people of the tenant and the conversations they have with the bot. */
export function createDirectory(botAppId: string): Directory {
  const users: TeamsUser[] = [];
  const byId = new Map<string, TeamsUser>();
  const byName = new Map<string, TeamsUser | 'several'>();
  const conversations = new Map<string, Conversation>();

  function find(key: string): TeamsUser | undefined {
    const named = byName.get(key);
    return byId.get(key) ?? (named === 'several' ? undefined : named);
  }

  return {
    users,
    withId: (id) => byId.get(id),
    find,
    add(options) {
      const user = newUser(botAppId, options);
      if (byId.has(user.aadObjectId)) throw new Error(`There is a user ${user.name} already`);
      users.push(user);
      for (const id of [user.id, user.aadObjectId]) byId.set(id, user);
      byName.set(user.name, byName.has(user.name) ? 'several' : user);
      conversations.set(user.conversation.id, user.conversation);
      return user;
    },
    addChat({ id, conversationType, members }) {
      const present = members.map((key) => {
        const user = find(key);
        if (user === undefined) throw new Error(`There is no user ${key}`);
        return user;
      });
      const conversation = newConversation(id, conversationType, present);
      conversations.set(id, conversation);
      return conversation;
    },
    conversation: (id) => conversations.get(id),
    renewConversation(user) {
      conversations.delete(user.conversation.id);
      user.conversation.id = idOf('a:1', botAppId, user.conversation.id);
      conversations.set(user.conversation.id, user.conversation);
    },
  };
}
