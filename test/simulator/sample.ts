import type { Json } from './json.ts';

/** Names and cards that the simulator's own tests share. */
export const sample = {
  botAppId: '11111111-1111-4111-8111-111111111111',
  tenantId: '22222222-2222-4222-8222-222222222222',
} as const;

/** A card with these elements and buttons. */
export function cardOf(body: readonly Json[], actions: readonly Json[] = []): Json {
  return { type: 'AdaptiveCard', version: '1.5', body, actions };
}

/** A card that asks for a reason, or says something once it has one. */
export function askingCard(saying = 'How confident are you?'): Json {
  return cardOf(
    [
      { type: 'TextBlock', text: saying },
      { type: 'Input.Text', id: 'why', label: 'Why? (required)', isRequired: true },
    ],
    [{ type: 'Action.Execute', verb: 'answer', title: 'Send', data: { promptId: 'p1' } }],
  );
}

/** A message activity as a bot sends it. */
export function messageWith(card: Json): Json {
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] };
}
