import { readContents } from './content.ts';
import type { Conversation, Directory, TeamsUser } from './conversations.ts';
import { isJson, type Json, textAt } from './json.ts';
import type { MessageStore } from './message-store.ts';
import { type Answer, refusal } from './refusals.ts';
import type { Route, RouteName } from './routes.ts';

/** One call of the connector, read. */
export interface ConnectorCall {
  readonly route: Route;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly bodyLength: number;
}

export interface ConnectorParts {
  readonly directory: Directory;
  readonly messages: MessageStore;
  readonly tenantId: string;
  readonly serviceUrl: () => string;
}

const objectId = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

type Handler = (call: ConnectorCall, conversation: Conversation) => Answer;

/** Answers the connector's routes as Teams would, on a good day. */
export function createConnector(parts: ConnectorParts) {
  const { directory, messages } = parts;

  function createConversation({ body }: ConnectorCall): Answer {
    const request = isJson(body) ? body : {};
    const tenantId = textAt(request, 'channelData', 'tenant', 'id') ?? textAt(request, 'tenantId');
    if (tenantId === undefined) return refusal('BadSyntax', 'The tenant id is missing.');
    if (request.isGroup === true) return refusal('BadSyntax', 'Incorrect conversation creation parameters');
    if (isJson(request.activity))
      return refusal('BadArgument', 'The simulator creates conversations without activity.');
    const members = Array.isArray(request.members) ? request.members : [];
    if (members.length !== 1) return refusal('BadSyntax', 'Incorrect conversation creation parameters');
    const memberId = textAt(members[0], 'id') ?? '';
    const user = directory.withId(memberId);
    if (user === undefined && !objectId.test(memberId)) return refusal('BadArgument', 'Failed to decrypt pairwise id');
    if (user === undefined || tenantId !== parts.tenantId || !user.installed) {
      return refusal('ForbiddenOperationException');
    }
    user.conversation.open = true;
    return { status: 201, body: { id: user.conversation.id, serviceUrl: parts.serviceUrl() } };
  }

  function send({ body, bodyLength }: ConnectorCall, conversation: Conversation): Answer {
    const activity: Json = isJson(body) ? body : {};
    if (activity.type === 'typing') return { status: 201, body: { id: messages.nextId() } };
    if (activity.type !== 'message') return refusal('BadArgument', 'Unknown activity type');
    const reading = readContents(activity, bodyLength);
    if ('refused' in reading) return reading.refused;
    const ids = reading.contents.map((content) => messages.add(conversation, content));
    return { status: 201, body: ids.length === 1 ? { id: ids[0] } : {} };
  }

  function update({ route, body, bodyLength }: ConnectorCall, conversation: Conversation): Answer {
    if (!messages.has(conversation, route.activityId)) return notOwn(conversation, route.activityId);
    const reading = readContents(isJson(body) ? body : {}, bodyLength);
    if ('refused' in reading) return reading.refused;
    const content = reading.contents.at(-1);
    if (content !== undefined) messages.update(conversation, route.activityId, content);
    return { status: 200, body: { id: route.activityId } };
  }

  function remove({ route }: ConnectorCall, conversation: Conversation): Answer {
    if (!messages.has(conversation, route.activityId)) return notOwn(conversation, route.activityId);
    messages.remove(conversation, route.activityId);
    return { status: 200 };
  }

  function notOwn(conversation: Conversation, activityId: string): Answer {
    return refusal(conversation.foreignIds.has(activityId) ? 'NotEnoughPermissions' : 'ActivityNotFoundInConversation');
  }

  function memberOf(user: TeamsUser): Json {
    const [givenName = user.name, ...rest] = user.name.split(' ');
    return {
      id: user.id,
      name: user.name,
      objectId: user.aadObjectId,
      aadObjectId: user.aadObjectId,
      givenName,
      surname: rest.join(' '),
      email: user.email,
      userPrincipalName: user.email,
      tenantId: parts.tenantId,
      userRole: 'user',
    };
  }

  function pagedMembers({ query }: ConnectorCall, conversation: Conversation): Answer {
    const asked = Number(query.get('pageSize') ?? 200);
    const pageSize = Math.min(500, Math.max(50, Number.isFinite(asked) ? asked : 200));
    const start = Number(query.get('continuationToken') ?? 0);
    const end = start + pageSize;
    const members = conversation.members.slice(start, end).map(memberOf);
    const more = end < conversation.members.length ? { continuationToken: String(end) } : {};
    return { status: 200, body: { members, ...more } };
  }

  function member({ route }: ConnectorCall, conversation: Conversation): Answer {
    const found = conversation.members.find(({ id, aadObjectId }) => [id, aadObjectId].includes(route.memberId));
    return found === undefined ? refusal('MemberNotFoundInConversation') : { status: 200, body: memberOf(found) };
  }

  const members: Handler = (_call, conversation) => ({ status: 200, body: conversation.members.map(memberOf) });
  const handlers: Record<Exclude<RouteName, 'createConversation'>, Handler> = {
    send,
    reply: send,
    update,
    delete: remove,
    members,
    member,
    pagedMembers,
    activityMembers: members,
  };

  /** Why the bot may not do anything in this conversation. */
  function closed(conversation: Conversation): Answer | undefined {
    if (conversation.type !== 'personal') return undefined;
    const [user] = conversation.members;
    if (user?.installed === false) return refusal('BotNotInConversationRoster');
    if (user?.blocked === true) return refusal('ConversationBlockedByUser');
    return undefined;
  }

  return {
    handle(call: ConnectorCall): Answer {
      const { name, conversationId } = call.route;
      if (name === 'createConversation') return createConversation(call);
      const conversation = directory.conversation(conversationId);
      if (conversation?.open !== true) return refusal('ConversationNotFound');
      return closed(conversation) ?? handlers[name](call, conversation);
    },
  };
}

export type Connector = ReturnType<typeof createConnector>;
