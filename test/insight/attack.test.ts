import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Question } from '../../src/broadcasts/question.ts';
import { countAnswers } from '../../src/insight/count-answers.ts';
import { readResults } from '../../src/insight/read-results.ts';
import { rebuildResults } from '../../src/insight/rebuild-results.ts';
import type { Results, ShownGroup } from '../../src/insight/results.ts';
import { smallestGroup } from '../../src/insight/smallest-group.ts';
import { emptySnapshot } from '../../src/insight/snapshot.ts';
import type { Answers, Profile } from '../../src/responses/response.ts';
import { createAttacker, type Published } from './attacker.ts';
import { type CountingWorld, closed, countingWorld, open, owner, scale, seeded } from './counting-world.ts';

const mostly = <T>(...values: readonly T[]) => fc.constantFrom(...values);

/** Large classes and small ones in every dimension, and people of whom something is not known. */
const profile: fc.Arbitrary<Profile> = fc
  .record({
    area: mostly('wessex', 'wessex', 'wessex', 'cymru-wales', 'cymru-wales', 'hq', 'an-area-of-old', undefined),
    role: mostly('legal', 'legal', 'legal', 'digital', undefined),
    place: mostly('home', 'home', 'office', undefined),
    language: mostly('en', 'en', 'en', 'en', 'cy'),
    site: mostly('Mold', 'Mold', 'Truro', undefined),
  })
  .map((whole) => Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)));

/** So many people in a row do the same. */
const act = fc.record({
  what: mostly('answer', 'answer', 'answer again', 'answer again', 'leave empty', 'withdraw'),
  from: fc.nat(100),
  people: mostly(1, 9, 10, 11, 25, 60, 100),
});

const course = (acts: typeof act, rounds: fc.Arbitrary<readonly boolean[]>) =>
  fc.record({
    privacy: mostly('confidential' as const, 'anonymous' as const),
    profiles: mostly(5, 19, 30, 60, 100, 100).chain((size) => fc.array(profile, { minLength: size, maxLength: size })),
    rounds: rounds.chain((all) =>
      fc.tuple(
        ...all.map((closes) =>
          fc.record({ acts: fc.array(acts, { minLength: 1, maxLength: 5, size: 'max' }), closes: fc.constant(closes) }),
        ),
      ),
    ),
    seed: fc.nat(),
  });

/** Whether the prompt has closed when the answers are counted, time after time. */
const anyRounds = fc.array(mostly(true, false, false), { minLength: 3, maxLength: 7, size: 'max' });
const closedOnce = fc.array(fc.constant(false), { maxLength: 4, size: 'max' }).map((all) => [...all, true]);

type Course = ReturnType<typeof course> extends fc.Arbitrary<infer T> ? T : never;

/** How often a person may answer. */
const timesEach = 6;

describe('Whoever keeps every number ever published', function () {
  this.timeout(300_000);

  it('learns nothing about fewer than ten people, whatever these do and whenever it is counted', async () => {
    await fc.assert(
      fc.asyncProperty(course(act, anyRounds), async (each) => {
        await attack(each);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('sees everybody counted once it has closed, if ten have answered and nobody changed anything', async () => {
    await fc.assert(
      fc.asyncProperty(
        course(
          act.map((each) => ({ ...each, what: 'answer' })),
          closedOnce,
        ),
        async (each) => {
          const { answered, results } = await attack(each);
          const all = publishedIn(results).get('all') ?? {};
          if (answered.length < smallestGroup) assert.deepEqual(all, {});
          else for (const id of answered) assert.equal(all[`${id}/0`], 1, `${id} is not counted`);
          assert.equal(
            results.total.shown ? results.total.tally.respondents : 0,
            answered.length < smallestGroup ? 0 : answered.length,
          );
        },
      ),
      { numRuns: 40, endOnFailure: true },
    );
  });
});

async function attack({ privacy, profiles, rounds, seed }: Course) {
  const prefix = privacy === 'anonymous' ? 'anon-' : '';
  const people = profiles.map((each, index): Attacked => ({ id: `${prefix}p${index}`, profile: each, times: 0 }));
  const options = people.flatMap(({ id }) => Array.from({ length: timesEach }, (_, time) => `${id}/${time}`));
  const world = await countingWorld(privacy, [ownOption(options), scale], seed);
  const attacker = createAttacker(options);
  const random = seeded(seed + 1);
  for (const { acts, closes } of rounds) {
    for (const { what, from, people: count } of acts) {
      for (const person of people.slice(from % people.length).slice(0, count)) await acted(world, person, what);
    }
    world.now = closes ? closed : open;
    await countAnswers(world.ports, world.prompt, { final: closes });
    if (closes && privacy === 'anonymous') await assertSealed(world);
    const published = publishedIn(await readResults(world.ports, owner, world.prompt.id));
    attacker.see(published);
    for (const [option, others] of attacker.movedWith()) {
      assert.ok(others.size >= smallestGroup, `${option} moved with ${[...others]}`);
    }
    assertCountedOnce(published, people);
    assertSmallSetsHidden(attacker, published, random);
  }
  await assertTrue(world, privacy === 'anonymous' && rounds.some(({ closes }) => closes));
  const answered = people.filter(({ times }) => times > 0).map(({ id }) => id);
  return { answered, results: await readResults(world.ports, owner, world.prompt.id) };
}

interface Attacked {
  readonly id: string;
  readonly profile: Profile;
  /** How often they have answered. */
  times: number;
}

function ownOption(options: readonly string[]): Question {
  return {
    id: 'q1',
    kind: 'several-choices',
    text: { en: 'Who?' },
    required: false,
    options: options.map((id) => ({ id, text: { en: id } })),
  };
}

/** Whoever has not answered can only answer, and whoever has can do all but that. */
async function acted(world: CountingWorld, person: Attacked, what: string): Promise<void> {
  const { id, profile: of, times } = person;
  if (times === timesEach || (what === 'answer') !== (times === 0)) return;
  if (what === 'withdraw') return world.withdraw(id);
  const picked: Answers = { q1: { kind: 'several-choices', options: [`${id}/${times}`] } };
  const rated: Answers = { q2: { kind: 'scale', value: 1 + (times % 5) } };
  person.times += 1;
  await world.answer(id, of, what === 'leave empty' ? rated : { ...picked, ...(of.site === 'Truro' ? {} : rated) });
}

/** Every number that the owner can be shown, by cell. */
function publishedIn({ total, areas }: Results): Published {
  const cells = new Map<string, Readonly<Record<string, number>>>();
  const add = (name: string, group: ShownGroup) => {
    if (!group.shown) return;
    const counts = (tally: typeof group.tally) => {
      const { q1 } = tally.questions;
      assert.ok(q1?.kind === 'several-choices');
      return q1.counts;
    };
    cells.set(name, counts(group.tally));
    for (const { dimension, groups } of group.by) {
      for (const { value, tally } of groups) cells.set(`${name} ${dimension} ${value}`, counts(tally));
    }
  };
  add('all', total);
  for (const { area, group } of areas) add(area, group);
  return cells;
}

function assertCountedOnce(published: Published, people: readonly Attacked[]): void {
  for (const counts of published.values()) {
    for (const { id } of people) {
      const times = Object.entries(counts).filter(([option]) => option.startsWith(`${id}/`));
      const sum = times.reduce((all, [, number]) => all + number, 0);
      assert.ok((sum === 0 || sum === 1) && times.every(([, number]) => number >= 0), `${id} counts ${sum} times`);
    }
  }
}

/** Single persons, and random sets of nine from one cell. */
function assertSmallSetsHidden(
  attacker: ReturnType<typeof createAttacker>,
  published: Published,
  random: () => number,
): void {
  const inCell = [...published.values()].map((counts) => [
    ...new Set(Object.entries(counts).flatMap(([option, number]) => (number > 0 ? [option.split('/')[0] ?? ''] : []))),
  ]);
  const everybody = [...new Set(inCell.flat())];
  const nine = inCell.map((persons) => persons.toSorted(() => random() - 0.5).slice(0, smallestGroup - 1));
  for (const persons of [...everybody.map((id) => [id]), ...nine]) {
    assert.equal(attacker.canSolve(new Set(persons)), false, `the numbers tell of ${persons}`);
  }
}

/** No answer that is stored says anything of who gave it, nor as what it was counted. */
async function assertSealed({ prompt, stores }: CountingWorld): Promise<void> {
  const { responses } = await stores.responses.page(prompt.id, 1_000);
  const version = (await stores.results.snapshots.get(prompt.id))?.value.version ?? 0;
  for (const { profile: left, counted } of responses) {
    assert.deepEqual(left, {});
    assert.ok(counted !== undefined && counted.batch <= version);
    assert.deepEqual(counted, { batch: counted.batch, answers: {}, groups: {}, closed: true });
  }
}

/** The figures are those of the batches, and of what the responses say they are counted as unless they are sealed. */
async function assertTrue({ ports, prompt, stores }: CountingWorld, sealed: boolean): Promise<void> {
  const before = (await stores.results.snapshots.get(prompt.id))?.value ?? emptySnapshot(prompt.id);
  const { snapshot, responsesAgree } = await rebuildResults(ports, prompt);
  assert.deepEqual(snapshot, before);
  assert.ok(responsesAgree || sealed);
}
