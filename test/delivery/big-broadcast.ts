import { openCosmos } from '../../src/cosmos/database.ts';
import type { Delivery } from '../../src/delivery/delivery.ts';
import { broadcastIdOn, compose } from '../product/broadcasting.ts';
import { english, install, titleOf } from '../product/in-the-chat.ts';
import { madeUpPerson } from '../product/made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from '../product/product-under-test.ts';
import type { TeamsMessage } from '../simulator/message.ts';

export interface BigBroadcastOptions {
  readonly people: number;
  /** How many of them the bot has no chat with yet. */
  readonly withoutChat: number;
  readonly tenantPerSecond: number;
}

/** An update that was confirmed and that nobody sends yet: the product runs without a sender. */
export interface BigBroadcast {
  readonly run: ProductUnderTest;
  readonly id: string;
  /** The author's progress card. */
  readonly message: TeamsMessage;
  /** How many cards people got. */
  count(): number;
  /** Resolves when they got so many. */
  arrived(cards: number): Promise<unknown>;
  /** Resolves when the author is told that all is sent. */
  sent(): Promise<unknown>;
  /** Every post that is claimed and not recorded. */
  claims(): Promise<readonly Delivery[]>;
  close(): Promise<void>;
}

const timing = { leaseMs: 3_000, stalledMs: 4_000, sweepMs: 1_000, idleMs: 50 };
const lead = madeUpPerson(9_000, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const title = 'Sent whatever happens';

export async function startBigBroadcast(options: BigBroadcastOptions): Promise<BigBroadcast> {
  const staff = Array.from({ length: options.people }, (_, index) => madeUpPerson(index + 1));
  const run = await startProductUnderTest({
    people: [lead],
    users: [lead, ...staff].map(({ id, name = id }) => ({ aadObjectId: id, name })),
    config: { role: 'web', timing, tenantPerSecond: options.tenantPerSecond },
    teams: { latency: { kind: 'uniform', minMs: 50, maxMs: 400 } },
  });
  const { teams } = run;
  const { people } = run.product.stores;
  const { endpoint, key = '', database } = run.config.cosmos;
  const client = openCosmos({ endpoint, key });
  const container = client.database(database).container('deliveries');
  await Promise.all(
    staff.map((person, index) => {
      const chat = { serviceUrl: teams.serviceUrl, conversationId: teams.user(person.id).conversationId };
      return people.create(index < options.withoutChat ? person : { ...person, reach: { state: 'reachable', chat } });
    }),
  );
  await install(teams, lead.id);
  const author = teams.as(lead.id);
  const message = await compose(teams, author, 'update', { 'title.en': title, 'body.en': 'A text' });
  const id = broadcastIdOn(message);
  await author.executes(message, 'compose.send');
  const count = () => teams.counts.deliveries - author.user.deliveries;
  const until = (holds: () => boolean, what: string) => teams.settled(holds, { what, timeoutMs: 60_000 });
  return {
    run,
    id,
    message,
    count,
    arrived: (cards) => until(() => count() >= cards, `${cards} cards to arrive`),
    sent: () => until(() => titleOf(message.card) === english.t('progress.titles.sent'), 'the broadcast to be sent'),
    claims: async () => {
      const query = 'SELECT VALUE c FROM c WHERE c.broadcastId = @id AND c.type = "delivery" AND c.state = "claimed"';
      const parameters = [{ name: '@id', value: id }];
      const { resources } = await container.items.query<Delivery>({ query, parameters }).fetchAll();
      return resources;
    },
    close: async () => {
      client.dispose();
      await run.close();
    },
  };
}
