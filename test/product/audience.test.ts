import assert from 'node:assert/strict';
import { listAreas } from '../../src/people/areas.ts';
import type { Json } from '../simulator/json.ts';
import { broadcastIdOn, cardText } from './broadcasting.ts';
import { english, inputOf, install, openForm, titleOf } from './in-the-chat.ts';
import { madeUpPerson, madeUpStaff, personId } from './made-up-people.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const lead = madeUpPerson(901, { area: 'hq', duties: { leads: ['wessex', 'north-east'], roadmapOwner: false } });
const owner = madeUpPerson(902, { area: 'hq', duties: { leads: [], roadmapOwner: true } });
const [leadId, ownerId] = [personId(901), personId(902)];

const written = { 'title.en': 'Title', 'body.en': 'Text', 'title.cy': 'Teitl', 'body.cy': 'Testun' };

describe('who a broadcast is for', () => {
  let run: ProductUnderTest;

  before(async () => {
    run = await startProductUnderTest({ people: [lead, owner, ...madeUpStaff(42)] });
    await install(run.teams);
  });

  after(() => run.close());

  const offered = async (id: string) => {
    const actor = run.teams.as(id);
    const { choices, value } = inputOf((await openForm(run.teams, actor, 'update')).card, 'audience') ?? {};
    return { values: (choices as Json[]).map((choice) => choice.value), chosen: value };
  };

  it('is only the own areas for a lead, all of them chosen to begin with', async () => {
    assert.deepEqual(await offered(leadId), { values: ['north-east', 'wessex'], chosen: 'north-east,wessex' });
  });

  it('is everybody or any area and unit for the roadmap owner', async () => {
    const slugs = listAreas().all.map(({ slug }) => slug);
    assert.deepEqual(await offered(ownerId), { values: ['all', ...slugs], chosen: 'all' });
  });

  for (const [audience, code] of [
    ['south-east', 'AudienceNotAllowed'],
    ['wessex,south-east', 'AudienceNotAllowed'],
    ['all', 'AudienceNotAllowed'],
    ['all,wessex', 'AudienceNotAllowed'],
    ['atlantis', 'AreaUnknown'],
    ['__proto__', 'AreaUnknown'],
  ] as const) {
    it(`cannot be “${audience}” for a lead, even when the client says so`, async () => {
      const actor = run.teams.as(leadId);
      const message = await openForm(run.teams, actor, 'update');
      const before = await run.product.stores.broadcasts.get(broadcastIdOn(message));
      const inputs = { ...written, audience };
      const { card } = await actor.executes(message, 'compose.preview', inputs, { unchecked: true });
      assert.equal(titleOf(card), english.t(`error.${code}.title`));
      assert.deepEqual(await run.product.stores.broadcasts.get(broadcastIdOn(message)), before);
    });
  }

  for (const [who, audience, people] of [
    [leadId, 'wessex', 3],
    [leadId, 'wessex,north-east', 6],
    [ownerId, 'hq', 2],
    [ownerId, 'cymru-wales,south-east,hq', 8],
    [ownerId, 'all', 44],
  ] as const) {
    it(`is ${people} people in ${audience}, all of whom can be reached`, async () => {
      const actor = run.teams.as(who);
      const message = await openForm(run.teams, actor, 'update');
      const { card } = await actor.executes(message, 'compose.preview', { ...written, audience });
      const said = cardText(card);
      assert.equal(titleOf(card), english.t('preview.title'));
      assert.ok(said.includes(english.t('preview.people', { count: people })), said);
      assert.ok(said.includes(english.t('preview.reachable', { count: people })), said);
      assert.ok(said.includes(english.t('preview.send', { count: people })), said);
    });
  }

  it('needs Welsh as soon as everybody is meant', async () => {
    const actor = run.teams.as(ownerId);
    const message = await openForm(run.teams, actor, 'update');
    const inputs = { audience: 'all', 'title.en': 'Title', 'body.en': 'Text' };
    const { card } = await actor.executes(message, 'compose.preview', inputs);
    assert.equal(titleOf(card), english.t('composeForm.titleUpdate'));
    assert.ok(cardText(card).includes(english.t('contentProblem.welsh-missing')));
  });

  it('cannot be sent to any more by somebody who has lost the area since the preview', async () => {
    const other = madeUpPerson(903, { area: 'hq', duties: { leads: ['wessex'], roadmapOwner: false } });
    const { stored } = await run.product.stores.people.create(other);
    run.teams.addUser({ aadObjectId: other.id, name: 'Person 903' });
    const actor = run.teams.as(other.id);
    await actor.install();
    const message = await openForm(run.teams, actor, 'update');
    await actor.executes(message, 'compose.preview', written);
    const now = await run.product.stores.people.get(other.id);
    const duties = { leads: ['north-east'], roadmapOwner: false };
    await run.product.stores.people.replace({ ...(now ?? stored).value, duties }, (now ?? stored).etag);
    const { card } = await actor.executes(message, 'compose.send');
    assert.equal(titleOf(card), english.t('error.AudienceNotAllowed.title'));
    const draft = await run.product.stores.broadcasts.get(broadcastIdOn(message));
    assert.equal(draft?.value.state, 'draft');
  });
});
