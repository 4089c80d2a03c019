import assert from 'node:assert/strict';
import { isOfSeries } from '../../src/broadcasts/series.ts';
import { untilSent } from '../delivery/accounts.ts';
import { cardText } from './broadcasting.ts';
import { countingQuickly, untilFinal } from './counted.ts';
import { broadcast, english, install, messageAbout, presses } from './in-the-chat.ts';
import { madeUpPerson } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
const staff = Array.from({ length: 12 }, (_, index) => madeUpPerson(index + 1));
const form = {
  'title.en': 'How was your week?',
  'body.en': 'Say.',
  'q1.kind': 'scale',
  'q1.text.en': 'How was it?',
  'q1.options.en': 'Bad\nGood',
  'deadline.date': '2026-11-27',
  privacy: 'anonymous',
  every: 'week',
};

describe('the results of questions that are asked every week', function () {
  this.timeout(60_000);
  let now = new Date('2026-11-24T10:00:00Z');
  let run: ProductUnderTest;

  before(async () => {
    const config = { timing: { leaseMs: 2_000, stalledMs: 3_000, idleMs: 50, ...countingQuickly } };
    run = await startProductUnderTest({ people: [lead, ...staff], clock: { now: () => now }, config });
    await install(run.teams);
  });

  after(() => run.close());

  async function answers(id: string, people: number, value: string): Promise<void> {
    for (const { id: person } of staff.slice(0, people)) {
      const actor = run.teams.as(person);
      await actor.executes(messageAbout(actor, id), 'prompt.answer', { q1: value });
    }
  }

  async function secondOf(first: string): Promise<string> {
    for (;;) {
      const listed = await run.product.stores.broadcasts.listMonth('2026-12');
      const second = listed.filter(isOfSeries).find(({ series }) => series.previous === first);
      if (second !== undefined) return second.id;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  it('show what was said each time, and nothing of a time at which too few answered', async () => {
    const { id: first } = await broadcast(run.teams, run.teams.as(lead.id), 'prompt', form, { unchecked: true });
    await answers(first, 12, '2');
    now = new Date('2026-12-01T10:00:00Z');
    await untilFinal(run, first);
    const second = await secondOf(first);
    await untilSent(run, second, 30_000);
    await answers(second, 9, '5');
    now = new Date('2026-12-04T18:00:00Z');
    await untilFinal(run, second);
    const few = cardText(await presses(run.teams, lead.id, 'results.show', { broadcastId: second, by: 'time' }));
    assert.ok(few.includes(english.t('results.hidden', { count: 10 })), few);
    assert.ok(!few.includes(english.t('results.answered', { count: 9 })));

    now = new Date('2026-12-08T10:00:00Z');
    const third = await secondOf(second);
    await untilSent(run, third, 30_000);
    await answers(third, 11, '4');
    now = new Date('2026-12-11T18:00:00Z');
    await untilFinal(run, third);
    const said = cardText(await presses(run.teams, lead.id, 'results.show', { broadcastId: third, by: 'time' }));
    assert.ok(said.includes(english.t('resultsFile.sheets.earlier')), said);
    assert.ok(said.includes(english.t('results.thisTime')), said);
    for (const mean of [2, 4])
      assert.ok(said.includes(english.t('results.mean', { mean: english.decimal(mean) })), said);
    assert.ok(!said.includes(english.t('results.mean', { mean: english.decimal(5) })), said);
  });
});
