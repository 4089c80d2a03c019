import assert from 'node:assert/strict';
import readXlsxFile from 'read-excel-file/node';
import type { Person } from '../../src/people/person.ts';
import { rowsOf } from '../api/csv-file.ts';
import type { Actor } from '../simulator/actor.ts';
import { fileConsentType, fileInfoType, type TeamsMessage } from '../simulator/message.ts';
import { cardText, newest } from './broadcasting.ts';
import { countingQuickly, untilFinal } from './counted.ts';
import {
  broadcast,
  english,
  install,
  messageAbout,
  movableClock,
  newestTitle,
  presses,
  titleOf,
  welsh,
} from './in-the-chat.ts';
import { madeUpPerson } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const none = { leads: [], roadmapOwner: false };
const owner = madeUpPerson(900, { area: 'hq', duties: { ...none, roadmapOwner: true } });
const ofWessex = madeUpPerson(901, { area: 'hq', language: 'cy', duties: { ...none, leads: ['wessex'] } });
const ofLondon = madeUpPerson(903, { area: 'hq', duties: { ...none, leads: ['london-north'] } });
const staff = [
  ...Array.from({ length: 12 }, (_, index) => madeUpPerson(index + 1, { area: 'wessex' })),
  ...Array.from({ length: 11 }, (_, index) => madeUpPerson(index + 101, { area: 'south-east' })),
  ...Array.from({ length: 3 }, (_, index) => madeUpPerson(index + 201, { area: 'north-east' })),
];

const form = {
  audience: 'wessex,south-east,north-east',
  privacy: 'confidential',
  'title.en': 'Case files',
  'body.en': 'Say.',
  'q1.kind': 'one-choice',
  'q1.text.en': 'Which?',
  'q1.options.en': 'First\n=Second',
  'q2.kind': 'free-text',
  'q2.text.en': 'Why?',
  'q2.required': 'false',
};

describe('results as a spreadsheet, in the chat', function () {
  this.timeout(60_000);
  const clock = movableClock();
  let run: ProductUnderTest;
  let id: string;

  before(async () => {
    const people = [owner, ofWessex, ofLondon, ...staff];
    run = await startProductUnderTest({ people, clock, config: { timing: countingQuickly } });
    await install(run.teams);
    ({ id } = await broadcast(run.teams, run.teams.as(owner.id), 'prompt', form, { unchecked: true }));
    for (const [index, { id: person }] of staff.entries()) {
      const actor = run.teams.as(person);
      const inputs = { q1: index % 3 === 0 ? 'o2' : 'o1', q2: `=Comment of ${index}` };
      await actor.executes(messageAbout(actor, id), 'prompt.answer', inputs, { unchecked: true });
    }
    clock.moveOn(30);
    await untilFinal(run, id);
  });

  after(() => run.close());

  const filesOf = (actor: Actor) => run.teams.oneDrive.filesOf(actor.user);

  /** The message that asks whether the reader wants the file. */
  async function offered(reader: Person, as: 'csv' | 'xlsx'): Promise<{ actor: Actor; offer: TeamsMessage }> {
    const actor = run.teams.as(reader.id);
    await actor.says('results');
    const list = newest(actor);
    await actor.executes(list, { verb: 'results.show', data: { broadcastId: id } });
    const { card } = await actor.executes(list, { verb: 'results.file', data: { broadcastId: id, as } });
    const words = reader.language === 'cy' ? welsh : english;
    assert.equal(titleOf(card), words.t('results.title', { title: 'Case files' }));
    assert.ok(cardText(card).includes(words.t('results.fileOffered')));
    const offer = newest(actor);
    const [asks] = offer.versions[0]?.attachments ?? [];
    assert.equal(asks?.contentType, fileConsentType);
    return { actor, offer };
  }

  async function fileOf(reader: Person, as: 'csv' | 'xlsx') {
    const { actor, offer } = await offered(reader, as);
    const before = filesOf(actor).length;
    assert.equal((await actor.answersFile(offer, 'accept')).status, 200);
    await run.teams.settled(() => newest(actor).versions[0]?.attachments[0]?.contentType === fileInfoType);
    assert.equal(filesOf(actor).length, before + 1);
    return filesOf(actor).at(-1) ?? assert.fail('no file');
  }

  it('come as CSV, with the figures of the card, no small area and no formula', async () => {
    const { name, text } = await fileOf(owner, 'csv');
    assert.equal(name, `results-${id}.csv`);
    const rows = rowsOf(text);
    const cells = rows.flat();
    assert.ok(cells.includes('Wessex') && !cells.includes('North East') && !cells.includes('South East'));
    assert.ok(rows.some((row) => row.includes("'=Second")));
    assert.ok(cells.some((cell) => cell.startsWith("'=Comment of ")));
    assert.ok(!cells.some((cell) => cell.startsWith('=')));
    for (const person of staff) assert.ok(!text.includes(person.id) && !text.includes(person.name ?? '-'));
  });

  it('come as a workbook that says the same, in the language of the reader and of their area only', async () => {
    const { name, content } = await fileOf(ofWessex, 'xlsx');
    assert.equal(name, `${welsh.t('resultsFile.name')}-${id}.xlsx`);
    const sheets = await readXlsxFile(Buffer.from(content));
    assert.equal(sheets[0]?.sheet, welsh.t('resultsFile.sheets.summary'));
    const cells = sheets.flatMap(({ data }) => data.flat());
    assert.ok(cells.includes('Wessex') && !cells.includes('De-ddwyrain') && !cells.includes('South East'));
  });

  it('are offered from the card as it was: the same area, and compared by the same', async () => {
    const data = { broadcastId: id, as: 'csv', area: 'wessex' };
    const card = await presses(run.teams, owner.id, 'results.file', data);
    assert.ok(cardText(card).includes(english.t('results.area', { area: 'Wessex' })));
  });

  it('are put there once, and nowhere when the reader says no', async () => {
    const { actor, offer } = await offered(owner, 'csv');
    const before = filesOf(actor).length;
    await Promise.all([1, 2, 3].map(() => actor.answersFile(offer, 'accept')));
    await run.teams.settled(() => newest(actor).versions[0]?.attachments[0]?.contentType === fileInfoType);
    assert.equal(filesOf(actor).length, before + 1);
    const again = await offered(owner, 'xlsx');
    await again.actor.answersFile(again.offer, 'decline');
    await run.teams.settled(() => newestTitle(actor) === english.t('notice.resultsFileDeclined.title'));
    assert.ok(cardText(newest(actor).card).includes(english.t('notice.resultsFileDeclined.text')));
    assert.equal(filesOf(actor).length, before + 1);
  });

  it('say so where OneDrive does not take them', async () => {
    const { actor, offer } = await offered(owner, 'csv');
    run.teams.oneDrive.refuseNext(409);
    await actor.answersFile(offer, 'accept');
    await run.teams.settled(() => newestTitle(actor) === english.t('notice.resultsFileFailed.title'));
    assert.ok(cardText(newest(actor).card).includes(english.t('notice.resultsFileFailed.text')));
  });

  it('are refused to staff and to leads of other areas, with nothing offered', async () => {
    for (const [reader, code] of [
      [staff[0] ?? owner, 'LeadsOnly'],
      [ofLondon, 'AreaNotAsked'],
    ] as const) {
      const actor = run.teams.as(reader.id);
      const messages = actor.user.messages.length;
      const card = await presses(run.teams, reader.id, 'results.file', { broadcastId: id, as: 'csv' });
      assert.equal(titleOf(card), english.t(`error.${code}.title`));
      assert.equal(actor.user.messages.length, messages);
    }
  });

  it('are not handed to somebody who may not see them any more when they say yes', async () => {
    const { actor, offer } = await offered(ofWessex, 'csv');
    const { people } = run.product.stores;
    const stored = (await people.get(ofWessex.id)) ?? assert.fail('nobody');
    await people.replace({ ...stored.value, duties: none }, stored.etag);
    const before = filesOf(actor).length;
    await actor.answersFile(offer, 'accept');
    await run.teams.settled(() => newestTitle(actor) === welsh.t('error.LeadsOnly.title'));
    assert.equal(filesOf(actor).length, before);
  });
});
