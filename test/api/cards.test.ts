import assert from 'node:assert/strict';
import { madeUpPerson } from '../product/made-up-people.ts';
import { type ApiUnderTest, startApi } from './api-under-test.ts';
import { callRoute, refuseRoute } from './call-route.ts';

const lead = madeUpPerson(1, { language: 'cy', duties: { leads: ['wessex'], roadmapOwner: false } });
const deadline = { date: '2099-12-10', time: '17:00', zone: 'Europe/London' };
const prompt = {
  kind: 'prompt',
  title: { en: 'How is it?', cy: 'Sut mae?' },
  body: { en: 'Tell us.', cy: 'Dywedwch wrthym.' },
  privacy: 'confidential',
  questions: [
    { id: 'q1', kind: 'scale', text: { en: 'How?' }, required: true, lowest: { en: 'Bad' }, highest: { en: 'Good' } },
  ],
  deadline,
};

describe('the card of what is being written', () => {
  let api: ApiUnderTest;

  before(async () => {
    api = await startApi();
    await api.services.people.create(lead);
  });

  after(() => api.close());

  const draw = async (content: unknown, language = 'en') =>
    (await callRoute(api, lead.id, 'drawCard', { body: { content, language } })).body;

  it('is the one that staff get, in either language', async () => {
    const body = { content: prompt, audience: { areas: ['wessex'] } };
    const { body: draft } = await callRoute(api, lead.id, 'startDraft', { body });
    const stored = (await api.services.broadcasts.get(draft.id))?.value ?? assert.fail();
    for (const language of ['en', 'cy'] as const) {
      const params = { broadcastId: draft.id };
      const { card, bytes, largest } = (await callRoute(api, lead.id, 'getCard', { params, query: { language } })).body;
      const sent = await api.services.cards.broadcastCard({ ...stored, state: 'sending' }, language);
      assert.deepEqual(card, JSON.parse(JSON.stringify(sent)));
      assert.ok(bytes > 1_000 && bytes < largest);
      const drawn = (await draw(prompt, language)).card;
      assert.deepEqual(withoutId(drawn), withoutId(card));
      assert.equal(drawn.lang, language);
    }
    const own = (await callRoute(api, lead.id, 'getCard', { params: { broadcastId: draft.id } })).body;
    assert.equal(own.card.lang, 'cy');
  });

  it('is there for whatever a draft may hold', async () => {
    const empty = { en: '' };
    const asked = { id: 'q1', text: empty, required: true };
    const questions = [
      { ...asked, kind: 'one-choice', options: [] },
      { ...asked, kind: 'several-choices', options: [] },
      { ...asked, kind: 'scale', lowest: empty, highest: empty },
      { ...asked, kind: 'rows', rows: [] },
      { ...asked, kind: 'free-text', maxLength: 1 },
      { ...asked, kind: 'tagged-items', items: [] },
    ];
    const drafts = [
      { kind: 'update', title: empty, body: empty },
      { kind: 'update', title: empty, body: empty, itemId: 'nowhere' },
      { kind: 'update', title: { en: 'x'.repeat(10_000) }, body: { en: 'x'.repeat(10_000) } },
      { ...prompt, questions: [] },
      ...questions.map((question) => ({ ...prompt, questions: [question] })),
      { ...prompt, questions: questions.map((question, index) => ({ ...question, id: `q${index + 1}` })) },
      ...(['named', 'anonymous'] as const).map((privacy) => ({ ...prompt, privacy })),
      ...['', '2026-02-30', '2020-01-01', 'tomorrow'].map((date) => ({ ...prompt, deadline: { ...deadline, date } })),
      ...['', '25:00', '5pm'].map((time) => ({ ...prompt, deadline: { ...deadline, time } })),
    ];
    for (const draft of drafts) {
      const { card } = await draw(draft);
      assert.equal(card.type, 'AdaptiveCard', JSON.stringify(draft));
    }
  });

  it('is not drawn of what no form writes', async () => {
    const body = { content: { ...prompt, privacy: 'secret' }, language: 'en' };
    assert.equal((await refuseRoute(api, lead.id, 'drawCard', { body })).code, 'RequestMalformed');
  });
});

function withoutId(card: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(card).replaceAll(/[0-7][0-9A-HJKMNP-TV-Z]{25}/g, 'ID');
}
