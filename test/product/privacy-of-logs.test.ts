import assert from 'node:assert/strict';
import { faults } from '../simulator/faults.ts';
import { newest } from './broadcasting.ts';
import { activitiesOf, broadcast, english, install, messageAbout, presses, titleOf } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

/** Words that only people wrote or that only they are called; none may ever be logged. */
const secret = {
  lead: 'Gwenllian',
  staff: 'Rhiannon',
  stranger: 'Blodeuwedd',
  message: 'pterodactyl',
  title: 'quagmire',
  body: 'rhubarb',
  question: 'saxifrage',
  option: 'thimble',
  answer: 'umbrella',
  wrong: 'vermicelli',
  comment: 'wheelbarrow',
  site: 'xylophone',
} as const;

const lead = madeUpPerson(1, { name: secret.lead, duties: { leads: ['wessex'], roadmapOwner: false } });
const staff = madeUpPerson(2, { name: secret.staff, site: secret.site });
const stranger = { aadObjectId: personId(3), name: secret.stranger };

const form = {
  'title.en': `A ${secret.title}`,
  'body.en': `A ${secret.body}`,
  privacy: 'named',
  'q1.kind': 'one-choice',
  'q1.text.en': `A ${secret.question}?`,
  'q1.options.en': `${secret.option} one\n${secret.option} two`,
  'q2.kind': 'free-text',
  'q2.text.en': 'Why?',
};

describe('the logs', () => {
  let run: ProductUnderTest;

  before(async () => {
    const users = [lead, staff].map(({ id, name = id }) => ({ aadObjectId: id, name }));
    run = await startProductUnderTest({ people: [lead, staff], users: [...users, stranger] });
    const { teams } = run;
    await install(teams);
    const newcomer = teams.as(stranger.aadObjectId);
    await newcomer.executes(newest(newcomer), 'person.introduce', { area: 'hq' });

    const author = teams.as(lead.id);
    const { id } = await broadcast(teams, author, 'prompt', form, { unchecked: true });
    const member = teams.as(staff.id);
    const message = messageAbout(member, id);
    const wrong = { q1: secret.wrong, q2: secret.comment.repeat(500) };
    await member.executes(message, 'prompt.answer', wrong, { unchecked: true });
    await member.executes(message, 'prompt.answer', { q1: 'o1', q2: `An ${secret.answer}` });
    await teams.settled(() => titleOf(message.card) === english.t('receipt.title'));
    await member.executes(message, 'prompt.change');
    await member.says('my answers');
    await author.says('results');
    await presses(teams, lead.id, 'results.show', { broadcastId: id });

    await member.says(secret.message);
    await member.says(`broadcast ${secret.message}`);
    await presses(teams, stranger.aadObjectId, 'prompt.answer', { broadcastId: id, q1: 'o1', q2: secret.comment });
    await presses(teams, staff.id, secret.message, { [secret.comment]: secret.answer });
    const activity = activitiesOf(teams).message(member.user, secret.message);
    await teams.post({ ...activity, from: { ...(activity.from as object), aadObjectId: secret.staff } });
    await teams.post({ ...activity, channelData: { tenant: { id: secret.message } } });
    await teams.post({ ...activity, type: secret.message });
    await teams.post(activity, { token: 'forged' });
    teams.addFaults({ fault: faults.refused('BotNotInConversationRoster'), route: 'update', times: 1 });
    await member.executes(message, 'prompt.answer', { q2: `Another ${secret.answer}` }, { unchecked: true });
    await member.executes(message, 'prompt.answer', { q1: 'o2', q2: `Another ${secret.answer}` }, { unchecked: true });
    await teams.settled(() => run.logged.some((line) => line.includes('message not updated')));
    teams.addFaults({ fault: faults.refused('ConversationBlockedByUser'), route: 'send', times: 1 });
    await member.says(secret.message);
  });

  after(() => run.close());

  it('hold no name and nothing that anybody wrote, whatever happened', () => {
    assert.ok(run.logged.length >= 8, `only ${run.logged.length} lines`);
    for (const line of run.logged) {
      for (const word of Object.values(secret)) assert.ok(!line.includes(word), `${word} in ${line}`);
    }
  });

  it('name the turn on every line', () => {
    for (const line of run.logged) {
      const { correlationId } = JSON.parse(line) as { correlationId?: string };
      assert.match(correlationId ?? '', /^[0-9a-f-]{36}$/, line);
    }
  });

  it('name one turn by one id, and another by another', () => {
    const ids = run.logged.map((line) => (JSON.parse(line) as { correlationId?: string }).correlationId);
    assert.ok(new Set(ids).size >= 7, ids.join(' '));
  });

  it('say of each refusal what it was', () => {
    const said = run.logged.map((line) => JSON.parse(line) as { msg: string; code?: string });
    for (const [msg, code] of [
      ['message refused', 'LeadsOnly'],
      ['action refused', 'NotYourPrompt'],
      ['action refused', 'ActionUnknown'],
      ['activity not understood', undefined],
      ['activity refused: another tenant', undefined],
      ['activity refused: not signed in', undefined],
      ['message not updated', undefined],
      ['activity failed', undefined],
    ] as const) {
      assert.ok(
        said.some((each) => each.msg === msg && each.code === code),
        `${msg} ${code}`,
      );
    }
  });
});
