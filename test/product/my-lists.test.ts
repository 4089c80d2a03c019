import assert from 'node:assert/strict';
import type { Actor } from '../simulator/actor.ts';
import { cardText, newest } from './broadcasting.ts';
import {
  broadcast,
  english,
  install,
  messageAbout,
  movableClock,
  newestTitle,
  titleOf,
  verbsOn,
  welsh,
} from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['cymru-wales'], roadmapOwner: false } });
const inEnglish = madeUpPerson(1, { area: 'cymru-wales' });
const inWelsh = madeUpPerson(2, { area: 'cymru-wales', language: 'cy' });
const elsewhere = madeUpPerson(3, { area: 'wessex' });

function formOf(name: string, welshName: string, date: string) {
  return {
    'title.en': name,
    'title.cy': welshName,
    'body.en': 'Say.',
    'body.cy': 'Dywedwch.',
    'deadline.date': date,
    'q1.kind': 'one-choice',
    'q1.text.en': 'Which?',
    'q1.text.cy': 'Pa un?',
    'q1.options.en': 'First\nSecond',
    'q1.options.cy': 'Cyntaf\nAil',
  };
}

describe('what waits for a person, and what they answered', () => {
  const clock = movableClock();
  const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const prompts = [
    { form: formOf('Files', 'Ffeiliau', dayIn(60)), id: '' },
    { form: formOf('Screens', 'Sgriniau', dayIn(40)), id: '' },
    { form: formOf('Phones', 'Ffonau', dayIn(50)), id: '' },
  ];
  let run: ProductUnderTest;

  before(async () => {
    run = await startProductUnderTest({ people: [lead, inEnglish, inWelsh, elsewhere], clock });
    await install(run.teams);
    for (const prompt of prompts) {
      ({ id: prompt.id } = await broadcast(run.teams, run.teams.as(lead.id), 'prompt', prompt.form));
      clock.moveOn(8);
    }
    await broadcast(run.teams, run.teams.as(lead.id), 'update', {
      'title.en': 'Only news',
      'title.cy': 'Dim ond newyddion',
      'body.en': 'Read.',
      'body.cy': 'Darllenwch.',
    });
  });

  after(() => run.close());

  const listed = async (actor: Actor, command: string, titles: readonly string[]) => {
    await actor.says(command);
    const said = cardText(newest(actor).card).split('\n');
    return said.filter((line) => titles.includes(line));
  };
  const idOf = (index: number) => prompts[index]?.id ?? '';

  it('lists what waits, the next deadline first, in the language of the person', async () => {
    const actor = run.teams.as(inEnglish.id);
    assert.deepEqual(await listed(actor, 'waiting', ['Files', 'Screens', 'Phones', 'Only news']), [
      'Screens',
      'Phones',
      'Files',
    ]);
    assert.ok(cardText(newest(actor).card).includes(english.t('waiting.count', { count: 3 })));
    const other = run.teams.as(inWelsh.id);
    assert.deepEqual(await listed(other, 'yn aros', ['Ffeiliau', 'Sgriniau', 'Ffonau']), [
      'Sgriniau',
      'Ffonau',
      'Ffeiliau',
    ]);
    const said = cardText(newest(other).card);
    assert.equal(newestTitle(other), welsh.t('waiting.title'));
    const { content } = (await run.product.stores.broadcasts.get(idOf(1)))?.value ?? {};
    assert.ok(content?.kind === 'prompt');
    assert.ok(said.includes(welsh.t('waiting.deadline', { deadline: welsh.deadline(content.deadline) })), said);
  });

  it('is empty for somebody who was asked nothing', async () => {
    const actor = run.teams.as(elsewhere.id);
    await actor.says('waiting');
    assert.ok(cardText(newest(actor).card).includes(english.t('waiting.empty')));
  });

  it('answers from the list, and the message that brought the questions shows the receipt too', async () => {
    const actor = run.teams.as(inEnglish.id);
    await actor.says('waiting');
    const list = newest(actor);
    const shown = await actor.executes(list, { verb: 'prompt.show', data: { broadcastId: idOf(1) } });
    assert.equal(titleOf(shown.card), 'Screens');
    const { card } = await actor.executes(list, 'prompt.answer', { q1: 'o2' });
    assert.equal(titleOf(card), english.t('receipt.title'));
    for (const message of [list, messageAbout(actor, idOf(1))]) {
      const isReceipt = () => titleOf(message.card) === english.t('receipt.title');
      await run.teams.settled(isReceipt, { what: 'the stored receipt' });
      assert.ok(cardText(message.card).includes('Second'));
    }
    assert.deepEqual(await listed(actor, 'waiting', ['Files', 'Screens', 'Phones']), ['Phones', 'Files']);
  });

  it('lists what was answered, in the language of the person, and what cannot be changed any more', async () => {
    const other = run.teams.as(inWelsh.id);
    for (const [index, option] of [
      [0, 'o1'],
      [1, 'o2'],
    ] as const) {
      await other.executes(messageAbout(other, idOf(index)), 'prompt.answer', { q1: option });
    }
    assert.deepEqual(await listed(other, 'fy atebion', ['Ffeiliau', 'Sgriniau', 'Ffonau', 'Cyntaf', 'Ail', 'Pa un?']), [
      'Sgriniau',
      'Pa un?',
      'Ail',
      'Ffeiliau',
      'Pa un?',
      'Cyntaf',
    ]);
    assert.equal(newestTitle(other), welsh.t('myAnswers.title'));
    assert.deepEqual(await listed(run.teams.as(inEnglish.id), 'my answers', ['Files', 'Screens', 'Second']), [
      'Screens',
      'Second',
    ]);
  });

  it('changes an answer from the list, and the message that brought the questions shows the change too', async () => {
    const actor = run.teams.as(inEnglish.id);
    await actor.says('my answers');
    const list = newest(actor);
    await actor.executes(list, { verb: 'prompt.change', data: { broadcastId: idOf(1) } });
    await actor.executes(list, 'prompt.answer', { q1: 'o1' });
    const original = messageAbout(actor, idOf(1));
    await run.teams.settled(() => cardText(original.card).includes('First'), { what: 'the changed receipt' });
    assert.equal((await run.product.stores.responses.get(idOf(1), inEnglish.id))?.value.revision, 2);
  });

  it('no longer waits once it has closed, but is still listed as answered', async () => {
    clock.moveOn(18);
    const actor = run.teams.as(inEnglish.id);
    assert.deepEqual(await listed(actor, 'waiting', ['Files', 'Screens', 'Phones']), ['Phones', 'Files']);
    assert.deepEqual(await listed(actor, 'my answers', ['Files', 'Screens', 'First']), ['Screens', 'First']);
    assert.ok(!verbsOn(newest(actor).card).has('prompt.change'), 'nothing to change');
    const said = cardText(newest(actor).card);
    const { content } = (await run.product.stores.broadcasts.get(idOf(1)))?.value ?? {};
    assert.ok(content?.kind === 'prompt');
    assert.ok(said.includes(english.t('myAnswers.closed', { deadline: english.deadline(content.deadline) })));
    assert.deepEqual(await listed(run.teams.as(personId(2)), 'yn aros', ['Ffeiliau', 'Ffonau']), ['Ffonau']);
  });
});
