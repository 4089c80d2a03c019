import assert from 'node:assert/strict';
import { commentsACard } from '../../src/cards/comments-card.ts';
import type { Person } from '../../src/people/person.ts';
import { cardText } from './broadcasting.ts';
import { countingQuickly, untilFinal } from './counted.ts';
import {
  broadcast,
  english,
  install,
  jsonWithin,
  messageAbout,
  movableClock,
  presses,
  titleOf,
} from './in-the-chat.ts';
import { madeUpPerson } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const none = { leads: [], roadmapOwner: false };
const owner = madeUpPerson(900, { area: 'hq', duties: { ...none, roadmapOwner: true } });
const ofWessex = madeUpPerson(901, { area: 'hq', duties: { ...none, leads: ['wessex'] } });
const ofSouthEast = madeUpPerson(902, { area: 'hq', duties: { ...none, leads: ['south-east'] } });
const ofLondon = madeUpPerson(903, { area: 'hq', duties: { ...none, leads: ['london-north'] } });
const staff = [
  ...Array.from({ length: 14 }, (_, index) => madeUpPerson(index + 1, { area: 'wessex' })),
  ...Array.from({ length: 12 }, (_, index) => madeUpPerson(index + 101, { area: 'south-east' })),
];

const form = {
  audience: 'wessex,south-east',
  privacy: 'anonymous',
  'title.en': 'Case files',
  'body.en': 'Say.',
  'q1.kind': 'free-text',
  'q1.text.en': 'Why?',
};

describe('comments on anonymous questions', function () {
  this.timeout(60_000);
  const clock = movableClock();
  let run: ProductUnderTest;
  let id: string;

  before(async () => {
    const people = [owner, ofWessex, ofSouthEast, ofLondon, ...staff];
    run = await startProductUnderTest({ people, clock, config: { timing: countingQuickly } });
    await install(run.teams);
    ({ id } = await broadcast(run.teams, run.teams.as(owner.id), 'prompt', form, { unchecked: true }));
    for (const [index, { id: person, area }] of staff.entries()) {
      const actor = run.teams.as(person);
      await actor.executes(messageAbout(actor, id), 'prompt.answer', { q1: `Word ${index} from ${area}.` });
    }
    clock.moveOn(30);
    await untilFinal(run, id);
  });

  after(() => run.close());

  interface Shown {
    readonly texts: readonly string[];
    readonly buttons: readonly Record<string, unknown>[];
  }

  /** All comments that a reader finds, page by page. */
  async function read(reader: Person, area?: string): Promise<Shown> {
    const texts: string[] = [];
    const buttons: Record<string, unknown>[] = [];
    for (let data: Record<string, unknown> | undefined = { broadcastId: id, question: 'q1', area }; data; ) {
      const card = await presses(run.teams, reader.id, 'results.comments', data);
      assert.equal(titleOf(card), english.t('comments.title'));
      const found: readonly string[] = cardText(card).match(/Word \d+ from [a-z-]+\./g) ?? [];
      assert.ok(found.length <= commentsACard);
      texts.push(...found);
      const parts = jsonWithin(card);
      buttons.push(...parts.filter(({ verb }) => verb === 'comments.hide' || verb === 'comments.restore'));
      const next = parts.find(({ verb, title }) => verb === 'results.comments' && title === english.t('comments.next'));
      data = next?.data as Record<string, unknown> | undefined;
    }
    return { texts, buttons };
  }

  it('are all there, each once, for the owner, and for a lead those of their own area', async () => {
    assert.equal(new Set((await read(owner)).texts).size, staff.length);
    assert.equal((await read(owner)).texts.length, staff.length);
    const own = (await read(ofWessex)).texts;
    assert.equal(new Set(own).size, 14);
    assert.ok(own.every((text) => text.includes('wessex')));
  });

  it('say nothing of who wrote them, nor in which order', async () => {
    const { texts } = await read(owner);
    const numbers = texts.map((text) => Number(/\d+/.exec(text)?.[0]));
    assert.notDeepEqual(
      numbers,
      numbers.toSorted((one, other) => one - other),
    );
    const card = await presses(run.teams, owner.id, 'results.comments', { broadcastId: id, question: 'q1' });
    for (const { id: person, name } of staff) {
      assert.ok(!JSON.stringify(card).includes(person) && !cardText(card).includes(name ?? '-'));
    }
  });

  it('are hidden by a lead of their area from everybody, and shown again', async () => {
    const { buttons, texts } = await read(ofWessex);
    const hide = buttons[0]?.data as Record<string, unknown>;
    const card = await presses(run.teams, ofWessex.id, 'comments.hide', hide);
    assert.ok(cardText(card).includes(english.t('comments.hidden')));
    const left = (await read(ofWessex)).texts;
    assert.deepEqual(left, texts.slice(1));
    assert.ok(!(await read(owner)).texts.includes(texts[0] ?? ''));
    const shown = await presses(run.teams, owner.id, 'results.show', { broadcastId: id });
    assert.ok(!cardText(shown).includes(texts[0] ?? '-'));
    await presses(run.teams, ofWessex.id, 'comments.restore', hide);
    assert.deepEqual((await read(ofWessex)).texts, texts);
    const months = [...new Set([clock.now(), new Date()].map((date) => date.toISOString().slice(0, 7)))];
    const events = (await Promise.all(months.map((month) => run.product.stores.audit.listMonth(month)))).flat();
    const about = events.filter(({ what }) => what.startsWith('comment.'));
    assert.deepEqual(
      about.map(({ who, what }) => [who, what]),
      [
        [ofWessex.id, 'comment.redacted'],
        [ofWessex.id, 'comment.restored'],
      ],
    );
    assert.ok(!JSON.stringify(about).includes('Word '), 'the audit log does not hold what was written');
  });

  it('are not hidden by leads of other areas nor by staff', async () => {
    const { buttons, texts } = await read(ofWessex);
    const data = buttons[0]?.data as Record<string, unknown>;
    for (const [by, code] of [
      [ofSouthEast, 'CommentUnknown'],
      [ofLondon, 'AreaNotAsked'],
      [staff[0] ?? owner, 'LeadsOnly'],
    ] as const) {
      for (const verb of ['comments.hide', 'comments.restore']) {
        const card = await presses(run.teams, by.id, verb, data);
        assert.equal(titleOf(card), english.t(`error.${code}.title`), verb);
      }
    }
    assert.deepEqual((await read(ofWessex)).texts, texts);
  });
});
