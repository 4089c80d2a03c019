/** The connector's routes by what they do. */
export type RouteName =
  | 'createConversation'
  | 'send'
  | 'reply'
  | 'update'
  | 'delete'
  | 'members'
  | 'member'
  | 'pagedMembers'
  | 'activityMembers';

export interface Route {
  readonly name: RouteName;
  /** Conversation, activity and member ids, where the route has them. */
  readonly conversationId: string;
  readonly activityId: string;
  readonly memberId: string;
}

const patterns: readonly (readonly [string, string, RouteName])[] = [
  ['POST', '', 'createConversation'],
  ['POST', ':conversation/activities', 'send'],
  ['POST', ':conversation/activities/:activity', 'reply'],
  ['PUT', ':conversation/activities/:activity', 'update'],
  ['DELETE', ':conversation/activities/:activity', 'delete'],
  ['GET', ':conversation/activities/:activity/members', 'activityMembers'],
  ['GET', ':conversation/members', 'members'],
  ['GET', ':conversation/members/:member', 'member'],
  ['GET', ':conversation/pagedmembers', 'pagedMembers'],
];

const table = patterns.map(([method, pattern, name]) => ({
  method,
  name,
  parts: pattern === '' ? [] : pattern.split('/'),
}));

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The route of a path under the service address, or why there is none. */
export function matchRoute(method: string, path: string): Route | 'no route' | 'no such method' {
  const prefix = '/v3/conversations';
  if (path !== prefix && !path.startsWith(`${prefix}/`)) return 'no route';
  const segments = path.slice(prefix.length).split('/').slice(1).map(decoded);
  if (segments.at(-1) === '') segments.pop();
  const fitting = table.filter(
    ({ parts }) =>
      parts.length === segments.length &&
      parts.every((part, index) => part.startsWith(':') || part === segments[index]?.toLowerCase()),
  );
  if (fitting.length === 0) return 'no route';
  const row = fitting.find((candidate) => candidate.method === method);
  if (row === undefined) return 'no such method';
  const at = (name: string) => segments[row.parts.indexOf(name)] ?? '';
  return { name: row.name, conversationId: at(':conversation'), activityId: at(':activity'), memberId: at(':member') };
}
