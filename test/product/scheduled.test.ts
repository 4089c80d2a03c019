import assert from 'node:assert/strict';
import { cardsOf, readAccount, untilSent } from '../delivery/accounts.ts';
import { broadcastIdOn, cardText, compose } from './broadcasting.ts';
import { english, install, titleOf } from './in-the-chat.ts';
import { madeUpPerson } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(1, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const owner = madeUpPerson(2, { area: 'hq', duties: { leads: [], roadmapOwner: true } });
const staff = madeUpPerson(3);
/** Works on Thursdays only. */
const onThursdays = madeUpPerson(4, { workingTime: { pattern: [{ day: 4, from: '09:00', to: '17:00' }] } });
const away = madeUpPerson(5, { workingTime: { away: [{ from: '2026-11-01', to: '2026-12-31' }] } });

const title = 'Sent in working hours';
const written = { audience: 'wessex', 'title.en': title, 'body.en': 'A text' };

describe('a broadcast that waits for its time', function () {
  this.timeout(60_000);
  let now: Date;
  let run: ProductUnderTest;

  beforeEach(async () => {
    now = new Date('2026-11-22T12:00:00Z');
    run = await startProductUnderTest({
      people: [lead, owner, staff, onThursdays, away],
      clock: { now: () => now },
      config: {
        sendingHours: 'business',
        timing: { leaseMs: 2_000, stalledMs: 2_000, sweepMs: 200, idleMs: 50 },
      },
    });
    await install(run.teams);
  });

  afterEach(() => run.close());

  const got = () => [staff, onThursdays, away].map(({ id }) => cardsOf(run, id, title));
  const until = (counts: readonly number[]) =>
    run.teams.settled(() => got().join() === counts.join(), { timeoutMs: 20_000, what: `cards ${counts}` });
  const scheduled = async () => {
    const author = run.teams.as(lead.id);
    const message = await compose(run.teams, author, 'update', written);
    await author.executes(message, 'compose.send');
    return { author, message, id: broadcastIdOn(message) };
  };
  const state = async (id: string) => (await run.product.stores.broadcasts.get(id))?.value.state;
  /** Long enough for two looks at what is due. */
  const looks = () => new Promise((resolve) => setTimeout(resolve, 600));

  it('goes out when the preview said, to each in their own working hours, and to all by the last moment', async () => {
    const { message, id } = await scheduled();
    const card = message.versions.find((version) => titleOf(version.card) === english.t('preview.title'))?.card;
    const tuesday = english.moment('2026-11-24T10:00:00Z');
    const latest = english.moment('2026-12-01T10:00:00Z');
    assert.ok(cardText(card).includes(english.t('schedule.startsAt', { moment: tuesday })));
    assert.ok(cardText(card).includes(english.t('schedule.latestBy', { moment: latest })));

    now = new Date('2026-11-24T09:59:58Z');
    await looks();
    assert.equal(await state(id), 'scheduled');
    assert.deepEqual(got(), [0, 0, 0]);

    now = new Date('2026-11-24T10:00:00Z');
    await until([1, 0, 0]);
    now = new Date('2026-11-26T10:01:00Z');
    await until([1, 1, 0]);
    now = new Date('2026-12-01T10:01:00Z');
    await untilSent(run, id);
    assert.deepEqual(got(), [1, 1, 1]);
    const { outcome, uncertain } = await readAccount(run, id);
    assert.deepEqual([outcome.sent, uncertain], [3, 0]);
  });

  it('is cancelled before it begins, and then never goes out', async () => {
    const { author, message, id } = await scheduled();
    await run.teams.settled(() => titleOf(message.card) === english.t('progress.titles.scheduled'));
    const { card } = await author.executes(message, 'broadcast.cancel');
    assert.equal(titleOf(card), english.t('progress.titles.cancelled'));
    now = new Date('2026-11-24T10:00:00Z');
    await looks();
    assert.equal(await state(id), 'cancelled');
    assert.deepEqual(got(), [0, 0, 0]);
  });

  it('does not wait when it is urgent, and the reason is written down', async () => {
    const author = run.teams.as(owner.id);
    const message = await compose(run.teams, author, 'update', written);
    const because = 'A court is closed tomorrow';
    await author.executes(message, 'compose.urgent', { 'urgent.because': because });
    await author.executes(message, 'compose.send');
    await until([1, 1, 1]);
    const events = await run.product.stores.audit.listMonth('2026-11');
    const about = events.filter((event) => event.about === broadcastIdOn(message));
    assert.deepEqual(
      about.map(({ what, who, facts }) => ({ what, who, because: facts.because })),
      [{ what: 'broadcast.urgent', who: owner.id, because }],
    );
  });
});
