import assert from 'node:assert/strict';
import type { PrivacyPromise } from '../../src/broadcasts/broadcast.ts';
import type { Actor } from '../simulator/actor.ts';
import { isJson, type Json } from '../simulator/json.ts';
import { fileConsentType, fileInfoType, type TeamsMessage } from '../simulator/message.ts';
import { cardText, newest } from './broadcasting.ts';
import { everythingStored } from './everything-stored.ts';
import {
  broadcast,
  english,
  install,
  messageAbout,
  movableClock,
  newestTitle,
  presses,
  titleOf,
  verbsOn,
  welsh,
} from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['cymru-wales'], roadmapOwner: false } });
const pattern = [{ day: 1, from: '09:00', to: '17:00' }];
const staff = Array.from({ length: 6 }, (_, index) =>
  madeUpPerson(index + 1, { area: 'cymru-wales', site: 'Mold', workingTime: { pattern } }),
);
const inWelsh = madeUpPerson(20, { area: 'cymru-wales', language: 'cy' });

/** What people write; of anonymous prompts nobody may ever be shown it here. */
const written = { named: 'rhubarb', confidential: 'saxifrage', anonymous: 'umbrella' } as const;

function formOf(privacy: PrivacyPromise) {
  return {
    privacy,
    'title.en': `Questions that are ${privacy}`,
    'title.cy': `Cwestiynau ${privacy}`,
    'body.en': 'Say.',
    'body.cy': 'Dywedwch.',
    'q1.kind': 'free-text',
    'q1.text.en': 'Why?',
    'q1.text.cy': 'Pam?',
  };
}

describe('what is held about a person, in the chat', () => {
  const clock = movableClock();
  const ids: Record<PrivacyPromise, string> = { named: '', confidential: '', anonymous: '' };
  let run: ProductUnderTest;

  before(async () => {
    run = await startProductUnderTest({ people: [lead, inWelsh, ...staff], clock });
    await install(run.teams);
    for (const privacy of ['named', 'confidential', 'anonymous'] as const) {
      ({ id: ids[privacy] } = await broadcast(run.teams, run.teams.as(lead.id), 'prompt', formOf(privacy), {
        unchecked: true,
      }));
      for (const { id } of staff) {
        const actor = run.teams.as(id);
        await actor.executes(messageAbout(actor, ids[privacy]), 'prompt.answer', { q1: written[privacy] });
      }
      clock.moveOn(8);
    }
  });

  after(() => run.close());

  const actorOf = (number: number) => run.teams.as(personId(number));
  const exported = (as: 'file' | 'text') => ({ verb: 'held.export', data: { as } });

  async function asks(actor: Actor, text = 'What do you hold about me?'): Promise<TeamsMessage> {
    await actor.says(text);
    return newest(actor);
  }

  async function offered(actor: Actor): Promise<TeamsMessage> {
    const message = await asks(actor);
    const { card } = await actor.executes(message, exported('file'));
    assert.ok(cardText(card).includes(english.t('held.fileOffered')));
    const offer = newest(actor);
    assert.equal(offer.versions[0]?.attachments[0]?.contentType, fileConsentType);
    return offer;
  }

  const storedOfPeople = async () => {
    const { people, audit, responses } = await everythingStored(run);
    return { people, audit, responses: responses?.map(({ id }) => id) };
  };
  const filesOf = (actor: Actor) => run.teams.oneDrive.filesOf(actor.user);
  const titled = (actor: Actor, title: string) =>
    run.teams.settled(() => newestTitle(actor) === title, { what: `the card “${title}”` });
  const recordedOf = async (number: number) => {
    const months = new Set([clock.now(), new Date()].map((date) => date.toISOString().slice(0, 7)));
    const events = await Promise.all([...months].map((month) => run.product.stores.audit.listMonth(month)));
    return events.flat().filter(({ who }) => who === personId(number));
  };

  it('is the entry in the directory, the answers with their promise, and what was sent', async () => {
    const actor = actorOf(1);
    const said = cardText((await asks(actor)).card);
    assert.equal(newestTitle(actor), english.t('held.title'));
    for (const part of [
      'Person 1',
      'Mold',
      english.t('role.legal'),
      english.t('language.en'),
      'Monday, 9am to 5pm',
      'Questions that are named',
      english.t('promise.named.title'),
      'Questions that are confidential',
      english.t('promise.confidential.title'),
      english.t('held.kept', { count: 12 }),
    ])
      assert.ok(said.includes(part), `${part} in ${said}`);
  });

  it('is of an anonymous prompt only that it was answered, and why there is no more', async () => {
    const message = await asks(actorOf(1));
    const said = cardText(message.card);
    assert.ok(said.includes('Questions that are anonymous'));
    assert.ok(said.includes(english.t('held.anonymousWhy')));
    const { card } = await actorOf(1).executes(message, exported('text'));
    for (const shown of [message.card, card]) assert.ok(!JSON.stringify(shown).includes(written.anonymous));
  });

  it('is told in Welsh to those who read Welsh', async () => {
    const actor = run.teams.as(inWelsh.id);
    const said = cardText((await asks(actor, 'Beth ydych chi’n ei ddal amdanaf i?')).card);
    assert.equal(newestTitle(actor), welsh.t('held.title'));
    assert.ok(said.includes(welsh.t('held.answersNone')));
    assert.ok(!said.includes(welsh.t('held.anonymousTitle')));
  });

  describe('as a file', () => {
    it('is put into the person’s own OneDrive once they say yes, and shown', async () => {
      const actor = actorOf(1);
      const offer = await offered(actor);
      assert.equal((await actor.answersFile(offer, 'accept')).status, 200);
      await run.teams.settled(() => newest(actor).versions[0]?.attachments[0]?.contentType === fileInfoType);
      const [file, ...others] = filesOf(actor);
      assert.deepEqual(others, []);
      assert.match(file?.name ?? '', /^cps-roadmap-my-data-\d{4}-\d\d-\d\d\.json$/);
      assert.ok(!actor.user.messages.includes(offer), 'the question is gone');
      assert.ok((await recordedOf(1)).some(({ what, facts }) => what === 'person.exported' && facts.as === 'file'));
    });

    it('has every part with a note, and every answer but anonymous ones', async () => {
      const text = filesOf(actorOf(1))[0]?.text ?? '';
      assert.ok(text.startsWith('{\n  "title"'), 'it is indented');
      const file: unknown = JSON.parse(text);
      assert.ok(isJson(file));
      for (const part of ['directory', 'answers', 'anonymous', 'messages', 'written', 'audit']) {
        assert.ok(isJson(file[part]) && typeof file[part].note === 'string', part);
      }
      for (const { id } of staff.slice(1)) assert.ok(!text.includes(id), 'it is about nobody else');
      for (const privacy of ['named', 'confidential'] as const) assert.ok(text.includes(written[privacy]));
      assert.ok(!text.includes(written.anonymous));
      const { entries } = file.answers as { entries: readonly Json[] };
      assert.deepEqual(
        entries.map(({ promise, answers }) => [promise, answers]),
        [
          [english.t('promise.confidential.title'), [{ question: 'Why?', answer: [written.confidential] }]],
          [english.t('promise.named.title'), [{ question: 'Why?', answer: [written.named] }]],
        ],
      );
    });

    it('is put there once, when Teams repeats the answer', async () => {
      const actor = actorOf(2);
      const offer = await offered(actor);
      await Promise.all([1, 2, 3].map(() => actor.answersFile(offer, 'accept')));
      await run.teams.settled(() => filesOf(actor).length > 0);
      await run.teams.settled(() => newest(actor).versions[0]?.attachments[0]?.contentType === fileInfoType);
      assert.equal(filesOf(actor).length, 1);
    });

    it('is put nowhere when the person says no', async () => {
      const actor = actorOf(3);
      const offer = await offered(actor);
      assert.equal((await actor.answersFile(offer, 'decline')).status, 200);
      await titled(actor, english.t('notice.fileDeclined.title'));
      assert.ok(!actor.user.messages.includes(offer));
      assert.deepEqual(filesOf(actor), []);
    });

    it('is tried again where OneDrive does not answer', async () => {
      const actor = actorOf(3);
      const offer = await offered(actor);
      run.teams.oneDrive.refuseNext(503, 503);
      await actor.answersFile(offer, 'accept');
      await run.teams.settled(() => filesOf(actor).length === 1);
    });

    it('says so where OneDrive does not take it', async () => {
      const actor = actorOf(4);
      const offer = await offered(actor);
      run.teams.oneDrive.refuseNext(409);
      await actor.answersFile(offer, 'accept');
      await titled(actor, english.t('notice.fileFailed.title'));
      assert.deepEqual(filesOf(actor), []);
      assert.ok(!(await recordedOf(4)).some(({ what }) => what === 'person.exported'));
    });

    it('goes to no address but those allowed, whatever the client says', async () => {
      const actor = actorOf(4);
      for (const uploadUrl of ['http://169.254.169.254/x', 'https://example.org/x', 'http://localhost.example.org/']) {
        const offer = await offered(actor);
        const uploadInfo = { uploadUrl, contentUrl: uploadUrl, name: 'x', uniqueId: 'x', fileType: 'json' };
        await actor.answersFile(offer, 'accept', { uploadInfo });
        await titled(actor, english.t('notice.fileFailed.title'));
      }
      assert.ok(run.logged.some((line) => line.includes('not-allowed')));
    });

    it('is not to be had with the offer to somebody else, nor with one made up', async () => {
      const [one, other] = [actorOf(5), actorOf(6)];
      const offer = await offered(one);
      const attachment = offer.versions[0]?.attachments[0];
      assert.ok(isJson(attachment?.content));
      const own = await offered(other);
      for (const context of [attachment.content.acceptContext, { offer: 'made-up' }]) {
        await other.answersFile(own, 'accept', { context });
        await titled(other, english.t('error.FileOfferGone.title'));
      }
      assert.deepEqual(filesOf(other), []);
    });

    it('is answered with a card where the answer makes no sense', async () => {
      const actor = actorOf(6);
      const offer = await offered(actor);
      const before = await storedOfPeople();
      for (const changes of [
        { context: undefined },
        { context: null },
        { context: { offer: 7 } },
        { context: { offer: 'x'.repeat(100) } },
        { action: 'perhaps' },
        { action: { accept: true } },
        { uploadInfo: null },
        { uploadInfo: [] },
        { uploadInfo: { uploadUrl: 'x'.repeat(5_000) } },
      ]) {
        const { status } = await actor.answersFile(offer, 'accept', changes);
        assert.equal(status, 200, JSON.stringify(changes).slice(0, 60));
        await titled(actor, english.t('error.ActionMalformed.title'));
      }
      assert.deepEqual(await storedOfPeople(), before);
      assert.deepEqual(filesOf(actor), []);
    });
  });

  it('is shown as text in full, where no file can be had', async () => {
    const actor = actorOf(5);
    const message = await asks(actor, 'my data');
    const { card } = await actor.executes(message, exported('text'));
    const said = cardText(card);
    for (const part of [written.named, written.confidential, 'Mold']) assert.ok(said.includes(part), part);
    assert.deepEqual(verbsOn(card), new Set(['held.show']));
    assert.ok((await recordedOf(5)).some(({ what, facts }) => what === 'person.exported' && facts.as === 'text'));
    assert.equal(titleOf((await actor.executes(message, 'held.show')).card), english.t('held.title'));
  });

  describe('erasing it', () => {
    const responseOf = (privacy: 'named' | 'confidential', number: number) =>
      run.product.stores.responses.get(ids[privacy], personId(number));

    it('is asked about first: what goes, and what stays and why', async () => {
      const actor = actorOf(6);
      const { card } = await actor.executes(await asks(actor), 'held.erase-ask');
      const said = cardText(card);
      for (const key of ['erase.goes', 'erase.timeText', 'erase.anonymousText', 'erase.entryText'] as const)
        assert.ok(said.includes(english.t(key)), key);
      assert.ok(said.includes(english.t('erase.answers', { number: '2' })));
      assert.ok((await responseOf('named', 6)) !== undefined);
    });

    it('removes answers with the name, and leaves the anonymous one and the answers of others', async () => {
      const actor = actorOf(6);
      const message = await asks(actor);
      await actor.executes(message, 'held.erase-ask');
      const before = (await everythingStored(run)).responses?.filter(
        ({ broadcastId }) => broadcastId === ids.anonymous,
      );
      const { card } = await actor.executes(message, 'held.erase');
      assert.equal(titleOf(card), english.t('erase.done'));
      assert.ok(cardText(card).includes(english.t('erase.doneText', { number: '2' })));
      for (const privacy of ['named', 'confidential'] as const) {
        assert.equal(await responseOf(privacy, 6), undefined);
        assert.ok((await responseOf(privacy, 5)) !== undefined);
      }
      const stored = await everythingStored(run);
      const left = stored.responses?.filter(({ broadcastId }) => broadcastId === ids.anonymous);
      assert.equal(left?.length, before?.length);
      assert.equal(left?.length, staff.length);
      for (const container of ['responses', 'results'])
        assert.ok(!JSON.stringify(stored[container]).includes(personId(6)), container);
    });

    it('puts back what they chose, and keeps the rest of the entry', async () => {
      const person = (await run.product.stores.people.get(personId(6)))?.value;
      assert.equal(person?.workingTime, undefined);
      assert.deepEqual([person?.area, person?.site, person?.role], ['cymru-wales', 'Mold', 'legal']);
    });

    it('is written down without what was answered', async () => {
      const event = (await recordedOf(6)).find(({ what }) => what === 'person.erased');
      assert.deepEqual([event?.about, event?.facts], [personId(6), { answers: 2 }]);
    });

    it('is seen in the list of their answers, and in what is held', async () => {
      const actor = actorOf(6);
      const said = cardText((await asks(actor)).card);
      assert.ok(said.includes(english.t('held.answersNone')));
      assert.ok(said.includes('Questions that are anonymous'));
      await actor.says('my answers');
      assert.ok(!cardText(newest(actor).card).includes('Questions that are named'));
    });

    it('is not done by a button that does not say that it is meant', async () => {
      const before = await storedOfPeople();
      for (const sure of [undefined, false, 'true', 1, null, {}]) {
        const card = await presses(run.teams, personId(5), 'held.erase', { sure });
        assert.equal(titleOf(card), english.t('error.ActionMalformed.title'));
      }
      assert.deepEqual(await storedOfPeople(), before);
    });
  });

  it('leaves no word that anybody wrote, and no name, in the log', () => {
    for (const line of run.logged) {
      for (const word of [...Object.values(written), 'Person 1', 'Mold']) assert.ok(!line.includes(word), line);
    }
  });
});
