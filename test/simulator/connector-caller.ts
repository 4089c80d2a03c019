import type { TeamsAddresses } from './teams.ts';

export interface CallerAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly code: string | undefined;
  readonly retryAfter: string | null;
}

/** Calls the connector's routes over HTTP, with nothing of a bot SDK in between. */
export function createConnectorCaller(teams: TeamsAddresses) {
  async function call(method: string, path: string, body?: unknown): Promise<CallerAnswer> {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(`${teams.serviceUrl}${path}`, init);
    const text = await response.text();
    const read = text === '' ? {} : JSON.parse(text);
    return {
      status: response.status,
      body: read,
      code: read.error?.code,
      retryAfter: response.headers.get('retry-after'),
    };
  }

  const activities = (conversationId: string) => `v3/conversations/${encodeURIComponent(conversationId)}/activities`;
  return {
    call,
    activities,
    create: (memberId: string, tenantId = teams.tenantId) =>
      call('POST', 'v3/conversations', {
        bot: { id: `28:${teams.botAppId}` },
        members: [{ id: memberId }],
        channelData: { tenant: { id: tenantId } },
        isGroup: false,
      }),
    send: (conversationId: string, activity: unknown) => call('POST', activities(conversationId), activity),
    update: (conversationId: string, activityId: string, activity: unknown) =>
      call('PUT', `${activities(conversationId)}/${encodeURIComponent(activityId)}`, activity),
  };
}

export type ConnectorCaller = ReturnType<typeof createConnectorCaller>;
