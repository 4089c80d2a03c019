import assert from 'node:assert/strict';
import { faults } from '../simulator/faults.ts';
import { broadcastIdOn, cardText, compose } from './broadcasting.ts';
import { english, install, jsonWithin, titleOf } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const duties = { leads: ['wessex', 'north-east', 'south-east'], roadmapOwner: false };
const lead = madeUpPerson(900, { area: 'hq', duties });
const inWessex = Array.from({ length: 230 }, (_, index) => madeUpPerson(index + 1));
const inNorthEast = [301, 302, 303].map((number) => madeUpPerson(number, { area: 'north-east' }));
const inSouthEast = [401, 402].map((number) => madeUpPerson(number, { area: 'south-east' }));
const withoutApp = [1, 60, 61, 230];

const written = { 'title.en': 'A title', 'body.en': 'A text' };

describe('the progress card', function () {
  this.timeout(60_000);
  let run: ProductUnderTest;

  before(async () => {
    const people = [lead, ...inWessex, ...inNorthEast, ...inSouthEast];
    const missing = withoutApp.map(personId);
    const users = people.map(({ id, name = id }) => ({ aadObjectId: id, name, installed: !missing.includes(id) }));
    run = await startProductUnderTest({ people, users });
    await install(run.teams, ...people.map(({ id }) => id).filter((id) => !missing.includes(id)));
  });

  after(() => run.close());

  const send = async (audience: string, end: 'sent' | 'paused' = 'sent') => {
    const actor = run.teams.as(lead.id);
    const message = await compose(run.teams, actor, 'update', { ...written, audience });
    const id = broadcastIdOn(message);
    await actor.executes(message, 'compose.send');
    const title = english.t(`progress.titles.${end}`);
    await run.teams.settled(() => titleOf(message.card) === title, { timeoutMs: 30_000, what: title });
    return { message, id };
  };

  it('ends on the final figures, with a reason for everyone who was not reached, when five slices end at once', async () => {
    const [blocked, removed] = [run.teams.user(personId(2)), run.teams.user(personId(120))];
    blocked.blocked = true;
    removed.installed = false;
    run.teams.renewConversation(run.teams.user(personId(3)));
    const { message, id } = await send('wessex');
    const said = cardText(message.card);
    for (const sentence of [
      english.t('progress.sentence', { count: 230, sent: '224' }),
      english.t('progress.bar', { percent: english.percent(1) }),
      english.t('reason.not-installed', { count: 4 }),
      english.t('reason.blocked', { count: 1 }),
      english.t('reason.uninstalled', { count: 1 }),
    ]) {
      assert.ok(said.includes(sentence), `${sentence} in ${said}`);
    }
    assert.equal(numbersOn(message.card), 230);
    const slices = await run.product.stores.deliveries.slices(id);
    assert.equal(slices.length, 5);
  });

  it('is not overwritten by an older one afterwards', async () => {
    const { message } = await send('wessex');
    const final = message.versions.length;
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    for (const { card } of message.versions.slice(final - 1)) {
      assert.equal(titleOf(card), english.t('progress.titles.sent'));
      assert.equal(numbersOn(card), 230);
    }
  });

  it('accounts for everybody at every step', async () => {
    const { message } = await send('wessex');
    const steps = message.versions.filter(({ card }) => cardText(card).includes(english.t('progress.sent')));
    assert.ok(steps.length >= 2, 'at least a first and a last one');
    for (const { card } of steps) assert.equal(numbersOn(card), 230);
  });

  it('says so when Teams refuses the bot, loses nobody, and goes on when asked to', async () => {
    run.teams.addFaults({ fault: faults.refused('BotDisabledByAdmin'), route: ['send', 'reply'], user: personId(301) });
    const { message, id } = await send('north-east', 'paused');
    run.teams.clearFaults();
    assert.ok(cardText(message.card).includes(english.t('reasonOne.bot-disabled')));
    assert.equal(numbersOn(message.card), 3);
    assert.equal((await run.product.stores.broadcasts.get(id))?.value.pausedBecause, 'bot-disabled');
    await run.teams.as(lead.id).executes(message, 'broadcast.resume');
    const sentence = english.t('progress.sentence', { count: 3, sent: '3' });
    await run.teams.settled(() => cardText(message.card).includes(sentence), { timeoutMs: 30_000, what: sentence });
    assert.equal(titleOf(message.card), english.t('progress.titles.sent'));
    for (const { id: each } of inNorthEast) {
      const { messages } = run.teams.user(each);
      assert.equal(messages.filter(({ card }) => titleOf(card) === 'A title').length, 1);
    }
  });

  it('can be asked for anew by its author', async () => {
    const { message } = await send('south-east');
    const result = await run.teams.as(lead.id).opens(message);
    assert.equal(titleOf(result?.card), english.t('progress.titles.sent'));
    assert.equal(numbersOn(result?.card), 2);
  });
});

/** The sum of the figures on a progress card: delivered, not delivered for each cause, still to send. */
function numbersOn(card: unknown): number {
  const facts = jsonWithin(card).flatMap((each) =>
    each.type === 'FactSet' ? (each.facts as { value: string }[]) : [],
  );
  return facts.reduce((sum, { value }) => sum + Number(value.replaceAll(',', '')), 0);
}
