import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { isJson } from '../simulator/json.ts';
import { broadcastIdOn, compose } from './broadcasting.ts';
import { everythingStored } from './everything-stored.ts';
import { activitiesOf, broadcast, install } from './in-the-chat.ts';
import { madeUpPerson, personId } from './made-up-people.ts';
import { malformedPayloads, type Payload } from './malformed-payloads.ts';
import { type ProductUnderTest, startProductUnderTest } from './product-under-test.ts';

const payloads = 10_000;
const atOnce = 32;
const seed = 20_261_123;

const lead = madeUpPerson(900, { area: 'hq', duties: { leads: ['wessex', 'north-east'], roadmapOwner: false } });
const member = madeUpPerson(1);
const elsewhere = madeUpPerson(2, { area: 'north-east' });

const form = (area: string) => ({
  'title.en': `A question for ${area}`,
  'body.en': 'Say.',
  audience: area,
  'q1.kind': 'one-choice',
  'q1.text.en': 'Which?',
  'q1.options.en': 'First\nSecond',
  'q2.kind': 'free-text',
  'q2.text.en': 'Why?',
  'q2.required': 'false',
});

describe('10,000 malformed actions', function () {
  this.timeout(300_000);
  let run: ProductUnderTest;

  before(async () => {
    run = await startProductUnderTest({ people: [lead, member, elsewhere] });
    await install(run.teams);
  });

  after(() => run.close());

  it('are each answered with a card or a coded error, and leave the store exactly as it was', async () => {
    const { teams } = run;
    const author = teams.as(lead.id);
    const unchecked = { unchecked: true };
    const { id: openPrompt } = await broadcast(teams, author, 'prompt', form('wessex'), unchecked);
    const { id: foreignPrompt } = await broadcast(teams, author, 'prompt', form('north-east'), unchecked);
    const update = { 'title.en': 'An update', 'body.en': 'Text', audience: 'north-east' };
    const { id: foreignBroadcast } = await broadcast(teams, author, 'update', update, unchecked);
    const foreignDraft = broadcastIdOn(await compose(teams, author, 'update', update, unchecked));
    const before = await storedOnceAnnounced(2);
    const logged = run.logged.length;

    const wrong: string[] = [];
    const every = fc.sample(malformedPayloads({ openPrompt, foreignPrompt, foreignBroadcast, foreignDraft }), {
      numRuns: payloads,
      seed,
    });
    for (let first = 0; first < every.length; first += atOnce) {
      const some = every.slice(first, first + atOnce);
      wrong.push(
        ...(await Promise.all(some.map((payload) => complaint(payload)))).filter((each) => each !== undefined),
      );
    }

    assert.deepEqual(wrong.slice(0, 5), [], `${wrong.length} of ${payloads} were answered badly`);
    assert.deepEqual(await everythingStored(run), before);
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
    const unforeseen = run.logged
      .slice(logged)
      .filter((line) => /failed/.test((JSON.parse(line) as { msg: string }).msg));
    assert.deepEqual(unforeseen.slice(0, 3), []);
  });

  /** Everything stored, once the job has written down for each prompt when its answers are to be counted. */
  async function storedOnceAnnounced(prompts: number) {
    for (;;) {
      const stored = await everythingStored(run);
      if (stored.results?.length === prompts) return stored;
      await setTimeout(200);
    }
  }

  async function complaint({ what, name, value }: Payload): Promise<string | undefined> {
    const activity = activitiesOf(run.teams).action(run.teams.user(personId(1)), {}, '1', 'manual');
    const { status, body } = await run.teams.post({ ...activity, name, value });
    if (isRefusal(status, body)) return undefined;
    return `${what}: ${JSON.stringify({ name, value }).slice(0, 300)} -> ${status} ${JSON.stringify(body)?.slice(0, 300)}`;
  }
});

/** A card in the place of the old one, an error with a code beside it, or a refusal of the whole request with a code. */
function isRefusal(status: number, body: unknown): boolean {
  if (status >= 400 && status < 500) return isJson(body) && JSON.stringify(body).includes('"code"');
  if (status !== 200 || !isJson(body) || !isJson(body.value)) return false;
  return body.statusCode === 200 ? body.value.type === 'AdaptiveCard' : body.statusCode !== 500 && 'code' in body.value;
}
