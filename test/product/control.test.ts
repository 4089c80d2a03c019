import assert from 'node:assert/strict';
import { cardsOf, deliveryOf, readAccount, untilSent } from '../delivery/accounts.ts';
import type { Actor } from '../simulator/actor.ts';
import { faults } from '../simulator/faults.ts';
import type { TeamsMessage } from '../simulator/message.ts';
import { broadcastIdOn, cardText, compose, confirm } from './broadcasting.ts';
import { english, install, presses, titleOf, verbsOn } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const otherLead = madeUpPerson(901, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const staff = Array.from({ length: 120 }, (_, index) => madeUpPerson(index + 1));

/** Slow enough that there is time to intervene: 120 people take six seconds. */
const tenantPerSecond = 20;

describe('controlling a broadcast that is being sent', function () {
  this.timeout(60_000);
  let run: ProductUnderTest;
  let author: Actor;

  before(async () => {
    run = await startProductUnderTest({ people: [lead, otherLead, ...staff], config: { tenantPerSecond } });
    await install(run.teams);
    author = run.teams.as(lead.id);
  });

  after(() => run.close());

  const stands = (message: TeamsMessage, state: 'sending' | 'paused' | 'sent' | 'cancelled', timeoutMs = 30_000) =>
    run.teams.settled(() => titleOf(message.card) === english.t(`progress.titles.${state}`), {
      timeoutMs,
      what: `the progress card to say ${state}`,
    });
  const arrived = (title: string) => staff.reduce((sum, { id }) => sum + cardsOf(run, id, title), 0);
  const begin = async (title: string) => {
    const message = await compose(run.teams, author, 'update', { 'title.en': title, 'body.en': 'A text' });
    const id = broadcastIdOn(message);
    await author.executes(message, 'compose.send');
    await run.teams.settled(() => arrived(title) >= 20, { timeoutMs: 20_000, what: '20 cards' });
    return { message, id };
  };
  const done = async (title: string) => {
    const message = await compose(run.teams, author, 'update', { 'title.en': title, 'body.en': 'A text' });
    const id = broadcastIdOn(message);
    await confirm(run.teams, author, message);
    return { message, id };
  };

  it('holds it when it is paused, and goes on when it is resumed, with nobody lost and nobody twice', async () => {
    const { message, id } = await begin('Paused');
    const { card } = await author.executes(message, 'broadcast.pause');
    assert.equal(titleOf(card), english.t('progress.titles.paused'));
    const { deliveries } = run.product.stores;
    const settled = await quiet(() => arrived('Paused'));
    assert.ok(settled < staff.length, 'it was paused in the middle');
    assert.equal((await deliveries.progress(id, 'send')).outcomes.size < 3, true);
    await author.executes(message, 'broadcast.resume');
    await stands(message, 'sent');
    const account = await readAccount(run, id);
    assert.equal(account.outcome.sent, staff.length);
    assert.equal(account.uncertain + account.twice, 0);
  });

  it('stops it for good within seconds when it is cancelled, and accounts for the rest', async () => {
    const { message, id } = await begin('Cancelled');
    await author.executes(message, 'broadcast.cancel');
    const atOnce = arrived('Cancelled');
    await run.teams.settled(() => cardText(message.card).includes(english.t('progress.bar', { percent: '100%' })), {
      timeoutMs: 10_000,
      what: 'everybody to be accounted for',
    });
    assert.equal(titleOf(message.card), english.t('progress.titles.cancelled'));
    const { outcome } = await readAccount(run, id);
    assert.equal(outcome.sent + outcome.cancelled, staff.length);
    assert.equal(outcome.sent, arrived('Cancelled'));
    assert.ok(outcome.sent <= atOnce + tenantPerSecond * 2, `${outcome.sent - atOnce} cards after the cancellation`);
    assert.ok(!verbsOn(message.card).has('broadcast.resume'));
  });

  it('is for its author alone', async () => {
    const { message, id } = await done('Mine');
    for (const verb of ['pause', 'resume', 'cancel', 'resend', 'correct-form', 'recall', 'report'] as const) {
      const card = await presses(run.teams, otherLead.id, `broadcast.${verb}`, { broadcastId: id });
      assert.equal(titleOf(card), english.t('error.NotYourBroadcast.title'), verb);
    }
    assert.equal((await run.product.stores.broadcasts.get(id))?.value.state, 'sent');
    assert.equal(titleOf(message.card), english.t('progress.titles.sent'));
  });

  it('tries those again who were not reached, and nobody else', async () => {
    const [blocked, broken, away] = [1, 2, 3].map(personId);
    run.teams.user(blocked ?? '').blocked = true;
    run.teams.user(away ?? '').installed = false;
    run.teams.addFaults({
      fault: faults.refused('ServiceError'),
      route: ['send', 'reply'],
      user: broken ?? '',
      times: 1,
    });
    const { message, id } = await done('Tried again');
    assert.equal(arrived('Tried again'), staff.length - 3);
    const report = await author.executes(message, 'broadcast.report');
    for (const number of [1, 2, 3]) assert.ok(cardText(report.card).includes(`Person ${number}`));
    await author.executes(message, 'broadcast.progress');
    run.teams.user(blocked ?? '').blocked = false;
    await author.executes(message, 'broadcast.resend');
    const reached = () => arrived('Tried again') === staff.length - 1;
    await run.teams.settled(reached, { timeoutMs: 20_000, what: 'those two to get it' });
    await untilSent(run, id);
    for (const { id: person } of staff) assert.equal(cardsOf(run, person, 'Tried again'), person === away ? 0 : 1);
    const { outcome } = await readAccount(run, id);
    assert.deepEqual([outcome.sent, outcome.unreachable], [staff.length - 1, 1]);
    assert.equal((await deliveryOf(run, id, 'send', away ?? '')).reason, 'uninstalled');
  });
});

/** What a number comes to when it has not changed for two seconds. */
async function quiet(read: () => number): Promise<number> {
  for (let before = Number.NaN; ; ) {
    const now = read();
    if (now === before) return now;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
}
