import assert from 'node:assert/strict';
import { deliveryOf, untilSent } from '../delivery/accounts.ts';
import type { Actor } from '../simulator/actor.ts';
import { broadcastIdOn, cardText, compose } from './broadcasting.ts';
import { broadcast, english, install, messageAbout, presses, titleOf } from './in-the-chat.ts';
import { madeUpPerson } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const leads = [900, 901].map((number) =>
  madeUpPerson(number, { area: 'hq', duties: { leads: ['wessex', 'north-east'], roadmapOwner: false } }),
);
const staff = Array.from({ length: 5 }, (_, index) => madeUpPerson(index + 1));
const elsewhere = madeUpPerson(20, { area: 'north-east' });

const written = {
  audience: 'wessex',
  'title.en': 'A prompt',
  'body.en': 'A text',
  'q1.kind': 'free-text',
  'q1.text.en': 'What now?',
  'deadline.date': '2026-12-11',
};

describe('reminders, and one prompt a week', function () {
  this.timeout(60_000);
  let now: Date;
  let run: ProductUnderTest;
  let author: Actor;

  beforeEach(async () => {
    now = new Date('2026-12-01T10:00:00Z');
    const timing = { leaseMs: 2_000, stalledMs: 3_000, sweepMs: 300, idleMs: 50 };
    run = await startProductUnderTest({
      people: [...leads, ...staff, elsewhere],
      clock: { now: () => now },
      config: { timing },
    });
    await install(run.teams);
    author = run.teams.as('Person 900');
  });

  afterEach(() => run.close());

  const remind = async (id: string, at: string) => {
    now = new Date(at);
    return presses(run.teams, author.user.aadObjectId, 'broadcast.remind', { broadcastId: id });
  };
  const runs = async (id: string) => (await run.product.stores.broadcasts.get(id))?.value.laterRuns?.length ?? 0;
  const got = () => staff.map(({ id }) => run.teams.user(id).deliveries);

  it('go to those who have not answered, twice at most', async () => {
    const { id } = await broadcast(run.teams, author, 'prompt', written);
    const [one, two] = staff.map((person) => run.teams.as(person.id));
    const before = got();
    await one?.executes(messageAbout(one, id), 'prompt.answer', { q1: 'Nothing.' });
    await remind(id, '2026-12-03T10:00:00Z');
    await untilSent(run, id);
    assert.deepEqual(
      got(),
      before.map((count, index) => count + (index === 0 ? 0 : 1)),
    );
    const reminder = two?.user.messages.at(-1);
    const deadline = english.deadline({ date: '2026-12-11', time: '17:00', zone: 'Europe/London' });
    assert.ok(cardText(reminder?.card).includes(english.t('reminder.note', { deadline })));
    if (two !== undefined && reminder !== undefined) await two.executes(reminder, 'prompt.answer', { q1: 'Much.' });
    await remind(id, '2026-12-08T10:00:00Z');
    await untilSent(run, id);
    assert.deepEqual(
      got(),
      before.map((count, index) => count + Math.min(index, 2)),
    );
    assert.equal((await deliveryOf(run, id, 'remind-2', staff[1]?.id ?? '')).reason, 'answered');
    const third = await remind(id, '2026-12-09T10:00:00Z');
    assert.equal(titleOf(third), english.t('error.RemindersUsed.title'));
    assert.equal(await runs(id), 2);
  });

  it('are one when Teams repeats the action', async () => {
    const { id } = await broadcast(run.teams, author, 'prompt', written);
    const before = got();
    await Promise.all([1, 2, 3].map(() => remind(id, '2026-12-03T10:00:00Z')));
    await untilSent(run, id);
    await remind(id, '2026-12-03T10:00:05Z');
    await untilSent(run, id);
    assert.equal(await runs(id), 1);
    assert.deepEqual(
      got(),
      before.map((count) => count + 1),
    );
  });

  it('are not sent on the evening before the deadline, nor after it', async () => {
    const { id } = await broadcast(run.teams, author, 'prompt', written);
    const evening = await remind(id, '2026-12-10T17:30:00Z');
    assert.equal(titleOf(evening), english.t('error.ReminderTooLate.title'));
    const late = await remind(id, '2026-12-12T10:00:00Z');
    assert.equal(titleOf(late), english.t('error.PromptClosed.title'));
    assert.equal(await runs(id), 0);
    await remind(id, '2026-12-10T16:30:00Z');
    assert.equal(await runs(id), 1);
  });

  it('of another lead wait a week with those who were just asked, and the preview says so', async () => {
    await broadcast(run.teams, author, 'prompt', written);
    const asked = got();
    now = new Date('2026-12-02T10:00:00Z');
    const other = run.teams.as('Person 901');
    const form = { ...written, audience: ['wessex', 'north-east'], 'title.en': 'Another prompt' };
    const message = await compose(run.teams, other, 'prompt', form);
    assert.ok(cardText(message.card).includes(english.t('schedule.waiting', { count: staff.length })));
    await other.executes(message, 'compose.send');
    const first = run.teams.user(elsewhere.id);
    const title = () => titleOf(first.messages.at(-1)?.card);
    await run.teams.settled(() => title() === 'Another prompt', { timeoutMs: 20_000, what: 'the prompt elsewhere' });
    assert.deepEqual(got(), asked, 'those who were asked a day ago wait');
    now = new Date('2026-12-08T10:01:00Z');
    const id = broadcastIdOn(message);
    await untilSent(run, id, 30_000);
    assert.deepEqual(
      got(),
      asked.map((count) => count + 1),
    );
  });
});
