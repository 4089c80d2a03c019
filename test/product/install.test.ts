import assert from 'node:assert/strict';
import { cardText, newest } from './broadcasting.ts';
import { activitiesOf, english, newestTitle, welsh } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(1, { duties: { leads: ['wessex'], roadmapOwner: false }, site: 'Eastleigh' });
const inWales = madeUpPerson(2, { area: 'cymru-wales', language: 'cy' });
const others = [3, 4, 5, 6].map((number) => madeUpPerson(number));

describe('installing the app', () => {
  let run: ProductUnderTest;

  before(async () => {
    const people = [lead, inWales, ...others];
    const users = people.map(({ id, name = id }) => ({ aadObjectId: id, name, installed: false }));
    run = await startProductUnderTest({ people, users });
  });

  after(() => run.close());

  const stored = async (id: string) => (await run.product.stores.people.get(id))?.value;

  it('welcomes a person once, although Teams tells twice, and keeps where to reach them', async () => {
    const actor = run.teams.as(lead.id);
    const answers = await actor.install();
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200],
    );
    assert.equal(actor.user.deliveries, 1);
    assert.match(newestTitle(actor), /Welcome to CPS Roadmap, Person 1/);
    const chat = { serviceUrl: run.teams.serviceUrl, conversationId: actor.user.conversationId };
    assert.deepEqual(await stored(lead.id), { ...lead, reach: { state: 'reachable', chat } });
  });

  it('says in three lines what this is, how often it writes, and what becomes of answers', () => {
    const said = cardText(newest(run.teams.as(lead.id)).card);
    for (const line of ['what', 'howOften', 'answers'] as const) {
      assert.ok(said.includes(english.t(`welcome.${line}`)), line);
    }
  });

  it('welcomes in Welsh a person who uses Welsh', async () => {
    const actor = run.teams.as(inWales.id);
    await actor.install();
    assert.equal(newestTitle(actor), welsh.t('welcome.titleNamed', { name: 'Person 2' }));
  });

  for (const [number, order] of [
    [3, ['botAdded', 'installation', 'installation']],
    [4, ['installation', 'botAdded', 'installation']],
  ] as const) {
    it(`welcomes once when Teams tells in the order ${order.join(', ')}`, async () => {
      const user = run.teams.user(personId(number));
      user.installed = true;
      user.conversation.open = true;
      const activities = activitiesOf(run.teams);
      for (const event of order) {
        const activity = event === 'botAdded' ? activities.botAdded(user) : activities.installation(user, 'add');
        assert.equal((await run.teams.post(activity)).status, 200);
      }
      assert.equal(user.deliveries, 1);
      assert.equal((await stored(user.aadObjectId))?.reach.state, 'reachable');
    });
  }

  it('welcomes once when the same event arrives several times at once', async () => {
    const user = run.teams.user(personId(5));
    user.installed = true;
    user.conversation.open = true;
    const activity = activitiesOf(run.teams).installation(user, 'add');
    const answers = await Promise.all([1, 2, 3, 4].map(() => run.teams.post(activity)));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    assert.equal(user.deliveries, 1);
  });

  it('says nothing when a new version of the app is installed', async () => {
    const actor = run.teams.as(personId(5));
    await actor.install('add-upgrade');
    assert.equal(actor.user.deliveries, 1);
  });

  it('loses nothing of a person who removes the app, and finds them again when they return', async () => {
    const actor = run.teams.as(lead.id);
    const before = await stored(lead.id);
    await actor.uninstall();
    const { reach, ...gone } = (await stored(lead.id)) ?? lead;
    assert.equal(reach.state, 'unreachable');
    assert.equal(reach.state === 'unreachable' && reach.reason, 'uninstalled');
    assert.deepEqual(reach.chat, before?.reach.chat);
    assert.deepEqual({ ...gone, reach: before?.reach }, before);
    await actor.install();
    assert.deepEqual(await stored(lead.id), before);
    assert.equal(actor.user.deliveries, 2);
  });

  it('notes a new chat when the person returns to another one', async () => {
    const actor = run.teams.as(lead.id);
    run.teams.renewConversation(actor.user);
    await actor.install();
    assert.equal((await stored(lead.id))?.reach.chat?.conversationId, actor.user.conversationId);
  });

  it('stays silent in group chats and channels, and takes neither for the chat with a person', async () => {
    const user = run.teams.user(personId(6));
    const activities = activitiesOf(run.teams);
    for (const conversationType of ['groupChat', 'channel', undefined]) {
      const conversation = { id: '19:made-up@thread.v2', conversationType, isGroup: true };
      for (const activity of [
        activities.installation(user, 'add'),
        activities.message(user, 'help'),
        activities.action(user, { type: 'Action.Execute', verb: 'roadmap.show', data: {} }, '1', 'manual'),
      ]) {
        const { status, body } = await run.teams.post({ ...activity, conversation });
        assert.deepEqual({ status, body }, { status: 200, body: undefined });
      }
    }
    assert.deepEqual(await stored(user.aadObjectId), others[3]);
    assert.equal(run.teams.calls.filter(({ conversationId }) => conversationId.startsWith('19:')).length, 0);
  });
});
