import assert from 'node:assert/strict';
import type { Delivery } from '../../src/delivery/delivery.ts';
import { broadcastIdOn, cardText, compose } from '../product/broadcasting.ts';
import { english, install, titleOf } from '../product/in-the-chat.ts';
import { madeUpPerson } from '../product/made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from '../product/product-under-test.ts';
import type { Actor } from '../simulator/actor.ts';
import { type Fault, faults } from '../simulator/faults.ts';
import { cardsOf, deliveryOf, readAccount, untilSent } from './accounts.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });

interface Expected {
  readonly state: Delivery['state'];
  readonly reason?: Delivery['reason'];
  readonly cards: number;
  readonly uncertain?: number;
}

const sentOnce: Expected = { state: 'sent', cards: 1 };
const perhapsTwice: Expected = { state: 'sent', cards: 1, uncertain: 1 };
const twice: Expected = { state: 'sent', cards: 2, uncertain: 1 };

/** What goes wrong with one post, and what must come of it. */
const single: readonly (readonly [string, Fault, Expected])[] = [
  ['429 with Retry-After', faults.throttled(1), sentOnce],
  ['429 without Retry-After', faults.throttled(), sentOnce],
  ['412', faults.refused('PreconditionFailed'), sentOnce],
  ['500', faults.refused('ServiceError'), { state: 'failed', reason: 'server-error', cards: 0 }],
  ['502', faults.status(502), perhapsTwice],
  ['503', faults.status(503), perhapsTwice],
  ['504', faults.status(504), perhapsTwice],
  ['504 after it was taken', faults.status(504, { accepted: true }), twice],
  ['a reset before', faults.resetBefore(), perhapsTwice],
  ['a reset after', faults.resetAfter(), twice],
  ['silence before', faults.hangBefore(), perhapsTwice],
  ['silence after', faults.hangAfter(), twice],
  ['blocked', faults.refused('ConversationBlockedByUser'), { state: 'unreachable', reason: 'blocked', cards: 0 }],
  ['blocked, in the old form', faults.messageWritesBlocked(), { state: 'unreachable', reason: 'blocked', cards: 0 }],
  ['removed', faults.refused('BotNotInConversationRoster'), { state: 'unreachable', reason: 'uninstalled', cards: 0 }],
  ['403 of another kind', faults.refused('NotEnoughPermissions'), { state: 'failed', reason: 'refused', cards: 0 }],
  ['a chat that is gone', faults.refused('ConversationNotFound'), sentOnce],
];

describe('what Teams answers to a post', function () {
  this.timeout(90_000);
  const staff = single.map(([what], index) => madeUpPerson(index + 1, { name: what }));
  const newcomers = ['new', 'new, throttled', 'new, reset'].map((name, index) => madeUpPerson(100 + index, { name }));
  const stranger = madeUpPerson(200, { name: 'without the app' });
  const renewed = madeUpPerson(201, { name: 'with another chat' });
  let run: ProductUnderTest;
  let author: Actor;
  let id: string;

  before(async () => {
    const people = [lead, ...staff, ...newcomers, stranger, renewed];
    const users = people.map(({ id: aadObjectId, name = '' }) => ({
      aadObjectId,
      name,
      installed: name !== stranger.name,
    }));
    const timing = { leaseMs: 20_000, stalledMs: 20_000, sweepMs: 1_000, idleMs: 50 };
    run = await startProductUnderTest({ people, users, config: { timing } });
    await install(run.teams, ...[lead, ...staff, renewed].map((person) => person.id));
    run.teams.renewConversation(run.teams.user(renewed.id));
    for (const [what, fault] of single) run.teams.addFaults({ fault, route: ['send', 'reply'], user: what, times: 1 });
    const route = 'createConversation';
    run.teams.addFaults({ fault: faults.throttled(1), route, user: 'new, throttled', times: 1 });
    run.teams.addFaults({ fault: faults.resetAfter(), route, user: 'new, reset', times: 1 });
    author = run.teams.as(lead.id);
    id = await send('The first');
  });

  after(() => run.close());

  const send = async (title: string) => {
    const message = await compose(run.teams, author, 'update', { 'title.en': title, 'body.en': 'A text' });
    await author.executes(message, 'compose.send');
    await untilSent(run, broadcastIdOn(message), 60_000);
    return broadcastIdOn(message);
  };
  const creations = (person: { readonly id: string }, status?: number) => {
    const { conversationId } = run.teams.user(person.id);
    const calls = run.teams.calls.filter((call) => call.route === 'createConversation');
    return calls.filter((call) => call.conversationId === conversationId && call.status === (status ?? call.status))
      .length;
  };
  const outcomeFor = async (person: { readonly id: string }): Promise<Expected> => {
    const { state, reason, uncertain } = await deliveryOf(run, id, 'send', person.id);
    const cards = cardsOf(run, person.id, 'The first');
    return {
      state,
      cards,
      ...(reason === undefined ? {} : { reason }),
      ...(uncertain === undefined ? {} : { uncertain }),
    };
  };

  for (const [index, [what, , expected]] of single.entries()) {
    it(`${what}: ${expected.state}, ${expected.cards} card(s)`, async () => {
      assert.deepEqual(await outcomeFor(staff[index] ?? lead), expected);
    });
  }

  it('makes a chat for those who have none, once, also when that goes wrong at first', async () => {
    for (const person of newcomers) assert.deepEqual(await outcomeFor(person), sentOnce, person.name);
    assert.deepEqual(
      newcomers.map((person) => creations(person)),
      [1, 2, 2],
    );
    assert.deepEqual(await outcomeFor(stranger), { state: 'unreachable', reason: 'not-installed', cards: 0 });
  });

  it('makes the chat of somebody whose chat is gone anew, once', async () => {
    assert.deepEqual(await outcomeFor(renewed), sentOnce);
    assert.equal(creations(renewed), 1);
  });

  it('adds up, whatever was answered', async () => {
    const { outcome } = await readAccount(run, id);
    assert.equal(outcome.possiblyTwice, 8);
    assert.equal(outcome.unreachable + outcome.failed, 6);
  });

  it('keeps the chats: nothing is made anew for the next broadcast', async () => {
    const known = [...newcomers, renewed, ...staff];
    const before = known.map((person) => creations(person));
    await send('The second');
    assert.deepEqual(
      known.map((person) => creations(person)),
      before,
    );
    for (const person of [...newcomers, renewed]) assert.equal(cardsOf(run, person.id, 'The second'), 1);
  });
});

describe('what Teams refuses as a whole', function () {
  this.timeout(60_000);
  const staff = Array.from({ length: 120 }, (_, index) => madeUpPerson(index + 1));
  let run: ProductUnderTest;

  before(async () => {
    run = await startProductUnderTest({ people: [lead, ...staff], config: { tenantPerSecond: 100 } });
    await install(run.teams);
  });

  after(() => run.close());

  for (const [code, reason] of [
    ['MessageSizeTooBig', 'card-refused'],
    ['BadSyntax', 'card-refused'],
    ['Unauthorized', 'not-signed-in'],
    ['BotDisabledByAdmin', 'bot-disabled'],
  ] as const) {
    it(`pauses the broadcast for ${code}, says why, and goes on with everybody when it is mended`, async () => {
      const author = run.teams.as(lead.id);
      const message = await compose(run.teams, author, 'update', { 'title.en': code, 'body.en': 'A text' });
      const refusals = run.teams.calls.length;
      const fault = faults.refused(code);
      run.teams.addFaults(
        ...staff.map(({ id: user }) => ({ fault, route: ['send', 'reply'] as const, user, nth: { from: 1 } })),
      );
      await author.executes(message, 'compose.send');
      const said = english.t('progress.pausedBecause', { reason: english.t(`reasonOne.${reason}`) });
      await run.teams.settled(() => cardText(message.card).includes(said), { timeoutMs: 20_000, what: said });
      const refused = run.teams.calls.slice(refusals).filter(({ route, status }) => route === 'send' && status >= 400);
      assert.ok(refused.length < staff.length / 2, `${refused.length} refused one by one`);
      run.teams.clearFaults();
      await author.executes(message, 'broadcast.resume');
      await untilSent(run, broadcastIdOn(message));
      const { outcome, twice, uncertain } = await readAccount(run, broadcastIdOn(message));
      assert.deepEqual([outcome.sent, twice, uncertain], [staff.length, 0, 0]);
      await run.teams.settled(() => titleOf(message.card) === english.t('progress.titles.sent'), { timeoutMs: 10_000 });
    });
  }

  it('waits for an outage to end, and loses nobody', async () => {
    const author = run.teams.as(lead.id);
    const message = await compose(run.teams, author, 'update', { 'title.en': 'Outage', 'body.en': 'A text' });
    run.teams.addFaults({ fault: faults.status(503), route: ['send', 'reply', 'update'], probability: 0.9 });
    await author.executes(message, 'compose.send');
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    run.teams.clearFaults();
    await untilSent(run, broadcastIdOn(message));
    const { outcome, twice } = await readAccount(run, broadcastIdOn(message));
    assert.deepEqual([outcome.sent, twice], [staff.length, 0]);
    assert.ok(outcome.possiblyTwice > 0);
  });
});
