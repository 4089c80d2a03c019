import assert from 'node:assert/strict';
import { ulid } from 'ulid';
import type { Question } from '../../src/broadcasts/question.ts';
import { countAnswers } from '../../src/insight/count-answers.ts';
import { readComments } from '../../src/insight/read-comments.ts';
import { readResults } from '../../src/insight/read-results.ts';
import { redactComment, undoRedaction } from '../../src/insight/redact-comment.ts';
import type { Results, ShownGroup } from '../../src/insight/results.ts';
import { longestTrend } from '../../src/insight/trend.ts';
import type { Person } from '../../src/people/person.ts';
import type { Profile } from '../../src/responses/response.ts';
import { samplePerson } from '../contract/samples.ts';
import { type CountingWorld, closed, comment, countingWorld, owner, scale } from './counting-world.ts';

const leadOf = (...leads: readonly string[]): Person => samplePerson({ duties: { leads, roadmapOwner: false } });
const rated = (value: number) => ({ q2: { kind: 'scale', value } }) as const;
const said = (text: string) => ({ q3: { kind: 'free-text', text } }) as const;

async function answered(world: CountingWorld, count: number, profile: Profile, prefix: string): Promise<void> {
  for (let number = 0; number < count; number += 1) {
    const text = `${prefix} ${number}`;
    await world.answer(text, profile, { ...rated(1 + (number % 5)), ...said(text) });
  }
}

async function counted(world: CountingWorld): Promise<void> {
  world.now = closed;
  await countAnswers(world.ports, world.prompt, { final: true });
}

const respondentsOf = (group: ShownGroup | undefined) => (group?.shown ? group.tally.respondents : undefined);
const groupOf = ({ areas }: Results, area: string) => areas.find((each) => each.area === area)?.group;

describe('Reading results', () => {
  let world: CountingWorld;

  before(async () => {
    world = await countingWorld('confidential', [scale, comment]);
    await answered(world, 14, { area: 'wessex', role: 'legal', place: 'home' }, 'Wessex legal');
    await answered(world, 12, { area: 'wessex', role: 'digital' }, 'Wessex digital');
    await answered(world, 11, { area: 'south-east', role: 'legal' }, 'South East');
    await answered(world, 4, { area: 'north-east' }, 'North East');
    await answered(world, 7, { area: 'an-area-of-old' }, 'Elsewhere');
    await counted(world);
  });

  const read = (reader: Person, area?: string) => readResults(world.ports, reader, world.prompt.id, { area });

  it('shows an owner everything that is large enough, and counts all in the total', async () => {
    const results = await read(owner);
    assert.equal(respondentsOf(results.total), 48);
    assert.equal(results.responseRate, 48 / 80);
    assert.deepEqual([results.areasShown, results.areasTooSmall], [2, results.areas.length - 2]);
    assert.equal(respondentsOf(groupOf(results, 'south-east')), 11);
    assert.deepEqual(results.figures, { final: true, movedAt: closed.toISOString() });
    const wessex = groupOf(results, 'wessex');
    assert.ok(wessex?.shown);
    assert.deepEqual(
      wessex.by.map(({ dimension, groups }) => [
        dimension,
        groups.map(({ value, tally }) => [value, tally.respondents]),
      ]),
      [
        [
          'role',
          [
            ['legal', 14],
            ['digital', 12],
          ],
        ],
        ['place', [['home', 14]]],
      ],
    );
  });

  it('gives mean and spread, the net of items, and what was said of rows', async () => {
    const questions: readonly Question[] = [
      scale,
      { ...scale, id: 'q4', kind: 'tagged-items', items: [{ id: 'i1', text: { en: 'One' } }] },
      { ...scale, id: 'q5', kind: 'rows', rows: [{ id: 'r1', text: { en: 'What' } }] },
    ];
    const small = await countingWorld('named', questions);
    const tags = ['exciting', 'exciting', 'problematic', 'both'] as const;
    for (const [number, tag] of tags.entries()) {
      await small.answer(
        `p${number}`,
        { area: 'hq' },
        {
          ...rated(number < 2 ? 1 : 5),
          q4: { kind: 'tagged-items', tags: { i1: tag } },
          q5: { kind: 'rows', rows: { r1: 'partly' } },
        },
      );
    }
    await counted(small);
    const { total } = await readResults(small.ports, owner, small.prompt.id);
    assert.ok(total.shown);
    assert.deepEqual(total.tally.questions, {
      q2: { kind: 'scale', answered: 4, counts: { '1': 2, '2': 0, '3': 0, '4': 0, '5': 2 }, mean: 3, spread: 2 },
      q4: {
        kind: 'tagged-items',
        answered: 4,
        items: { i1: { exciting: 2, problematic: 1, both: 1 } },
        net: { i1: 1 },
      },
      q5: { kind: 'rows', answered: 4, rows: { r1: { yes: 0, partly: 4, no: 0 } } },
    });
  });

  it('shows a lead their own areas only, with no total, whatever area is asked for', async () => {
    for (const area of [undefined, 'wessex', 'south-east', 'an-area-of-old', '__proto__']) {
      const results = await read(leadOf('wessex'), area);
      assert.deepEqual(
        results.areas.map((each) => each.area),
        ['wessex'],
      );
      assert.deepEqual([results.total.shown, results.responseRate, results.everyArea], [false, undefined, false]);
      assert.equal(results.area, 'wessex');
      assert.ok(results.comments.q3?.comments.length === 26);
      assert.ok(
        results.comments.q3.comments.every(({ text, area: of }) => of === 'wessex' && text.startsWith('Wessex')),
      );
    }
    assert.deepEqual((await read(leadOf('north-east'))).comments.q3, { comments: [] });
  });

  it('is refused to staff, to leads of areas that were not asked, and for what is no prompt', async () => {
    const here = await countingWorld('named', [scale], 1, { audience: { areas: ['wessex'] } });
    const fails = (reader: Person, id: string, code: string) =>
      assert.rejects(readResults(here.ports, reader, id), { code });
    await fails(samplePerson(), here.prompt.id, 'LeadsOnly');
    await fails(leadOf('hq'), here.prompt.id, 'AreaNotAsked');
    await fails(owner, ulid(), 'PromptUnknown');
    assert.equal((await readResults(here.ports, leadOf('wessex'), here.prompt.id)).everyArea, true);
  });

  it('costs the same number of point reads and no query, however many have answered', async () => {
    const costs: unknown[] = [];
    for (const people of [30, 300, 3_000]) {
      const large = await countingWorld('confidential', [scale, comment]);
      for (const area of ['wessex', 'south-east', 'hq'])
        await answered(large, people / 3, { area, role: 'legal' }, area);
      await counted(large);
      const { results, broadcasts, responses, participation } = large.stores;
      const before = [results, broadcasts, responses, participation].map(({ operations }) => ({ ...operations }));
      await readResults(large.ports, owner, large.prompt.id);
      costs.push(
        [results, broadcasts, responses, participation].map(({ operations }, index) => ({
          reads: operations.reads - (before[index]?.reads ?? 0),
          writes: operations.writes - (before[index]?.writes ?? 0),
          queries: operations.queries - (before[index]?.queries ?? 0),
        })),
      );
    }
    const none = { reads: 0, writes: 0, queries: 0 };
    const handful = [{ ...none, reads: 2 }, { ...none, reads: 1 }, none, none];
    assert.deepEqual(costs, [handful, handful, handful]);
  }).timeout(60_000);

  it('turns the pages of all comments, and of those of one area, without overlap or gap', async () => {
    const large = await countingWorld('confidential', [comment]);
    for (const area of ['wessex', 'south-east', 'hq']) await answered(large, 140, { area }, area);
    await counted(large);
    for (const area of [undefined, 'wessex']) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await readComments(large.ports, owner, large.prompt.id, { questionId: 'q3', area, after });
        assert.ok(page.comments.length <= 100);
        seen.push(...page.comments.map(({ text }) => text));
        after = page.next;
      } while (after !== undefined);
      assert.equal(new Set(seen).size, area === undefined ? 420 : 140);
      assert.equal(seen.length, area === undefined ? 420 : 140);
    }
    const nothing = { comments: [] };
    for (const after of ['x', '-1', '99', '1e9']) {
      const page = await readComments(large.ports, owner, large.prompt.id, { questionId: 'q9', after });
      assert.deepEqual(page, nothing);
    }
  });

  it('leaves out a comment that is redacted, shows it in part, and as it was again', async () => {
    const here = await countingWorld('confidential', [comment]);
    await answered(here, 12, { area: 'wessex' }, 'Wessex 😀');
    await answered(here, 12, { area: 'hq' }, 'HQ');
    await counted(here);
    const events: string[] = [];
    const ports = {
      ...here.ports,
      audit: {
        ...here.ports.audit,
        append: async (event: unknown) => void events.push(JSON.stringify(event)),
      },
    };
    const { id } = here.prompt;
    const lead = leadOf('wessex');
    const first = await readComments(ports, lead, id, { questionId: 'q3' });
    const one = first.comments.find(({ text }) => text === 'Wessex 😀 7');
    assert.ok(one !== undefined);
    await redactComment(ports, lead, id, one.id);
    const all = await readComments(ports, owner, id, { questionId: 'q3' });
    assert.ok(all.comments.length === 23 && all.comments.every((each) => each.id !== one.id));
    const marked = await readComments(ports, lead, id, { questionId: 'q3', hidden: true });
    assert.deepEqual(
      marked.comments.find((each) => each.id === one.id),
      { id: one.id, text: '', area: 'wessex', redacted: { by: lead.id, at: closed.toISOString() } },
    );
    const part = await redactComment(ports, owner, id, one.id, [
      { from: 7, to: 8 },
      { from: 10, to: 99 },
    ]);
    assert.equal(part.text, 'Wessex █ █');
    assert.equal((await undoRedaction(ports, lead, id, one.id)).text, 'Wessex 😀 7');
    assert.equal(events.length, 3);
    assert.ok(events.every((event) => !event.includes('Wessex') && /comment\.(redacted|restored)/.test(event)));
    const ofHq = all.comments.find(({ area }) => area === 'hq')?.id ?? '';
    for (const foreign of [ofHq, 'q3-1-nothing', 'nonsense', `q3-9-x`]) {
      await assert.rejects(redactComment(ports, lead, id, foreign), { code: 'CommentUnknown' });
    }
    await assert.rejects(redactComment(ports, samplePerson(), id, one.id), { code: 'LeadsOnly' });
  });

  it('keeps a comment hidden that was redacted, and then changed by its author', async () => {
    const here = await countingWorld('named', [comment]);
    await here.answer('one', { area: 'hq' }, said('R v Smith'));
    await countAnswers(here.ports, here.prompt, { final: false });
    const { id } = here.prompt;
    const comments = async () => (await readComments(here.ports, owner, id, { questionId: 'q3' })).comments;
    const [first] = await comments();
    await redactComment(here.ports, owner, id, first?.id ?? '', [{ from: 4, to: 9 }]);
    assert.deepEqual(
      (await comments()).map(({ text }) => text),
      ['R v █████'],
    );
    await here.answer('one', { area: 'hq' }, said('Ask Smith'));
    assert.deepEqual(await comments(), []);
  });

  it('shows what was answered to the earlier prompts of a series, to the same people, the latest of them only', async () => {
    const ids = Array.from({ length: longestTrend + 3 }, () => ulid());
    const worlds: CountingWorld[] = [];
    for (const [index, id] of ids.entries()) {
      const series = { id: ids[0] ?? '', number: index + 1, every: 'week' as const };
      const each = await countingWorld('confidential', [scale], 1, {
        id,
        series: index === 0 ? series : { ...series, previous: ids[index - 1] ?? '' },
      });
      for (let number = 0; number < 20; number += 1) {
        await each.answer(`p${number}`, { area: number < 10 ? 'wessex' : 'hq' }, rated(number < 10 ? 1 : 5));
      }
      if (index !== 4) await counted(each);
      worlds.push(each);
    }
    const of = (id: string) => worlds.find(({ prompt }) => prompt.id === id)?.stores;
    const last = worlds.at(-1);
    assert.ok(last !== undefined);
    const ports = {
      ...last.ports,
      broadcasts: { ...last.stores.broadcasts, get: async (id: string) => of(id)?.broadcasts.get(id) },
      results: {
        ...last.stores.results,
        snapshots: { ...last.stores.results.snapshots, get: async (id: string) => of(id)?.results.snapshots.get(id) },
      },
    };
    const numbers = async (reader: Person) =>
      (await readResults(ports, reader, last.prompt.id)).trend.map(({ number, tally }) => {
        const { q2 } = tally.questions;
        return [number, tally.respondents, q2?.kind === 'scale' ? q2.mean : undefined];
      });
    const shown = [3, 4, 6, 7, 8, 9];
    assert.deepEqual(
      await numbers(owner),
      shown.map((number) => [number, 20, 3]),
    );
    assert.deepEqual(
      await numbers(leadOf('wessex')),
      shown.map((number) => [number, 10, 1]),
    );
  });
});
