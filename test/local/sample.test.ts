import assert from 'node:assert/strict';
import { Temporal } from 'temporal-polyfill';
import { decodeTime } from 'ulid';
import type { PromptContent } from '../../src/broadcasts/broadcast.ts';
import { outcomeOf, sumOutcomes } from '../../src/delivery/outcome.ts';
import { sliceSize } from '../../src/delivery/plan-broadcast.ts';
import { readResults } from '../../src/insight/read-results.ts';
import { smallestGroup } from '../../src/insight/smallest-group.ts';
import type { Texts } from '../../src/language/texts.ts';
import { finishedPrompt } from '../../src/local/sample/finished-prompt.ts';
import { loadSample } from '../../src/local/sample/load-sample.ts';
import { playgroundPeople, samplePeople } from '../../src/local/sample/people.ts';
import { sampleRoadmap } from '../../src/local/sample/sample-roadmap.ts';
import { listAreas } from '../../src/people/areas.ts';
import { staffRoles } from '../../src/people/person.ts';
import { readInputs } from '../../src/responses/read-inputs.ts';
import type { Answers, AnswerValue } from '../../src/responses/response.ts';
import { itemKinds, maturities, objectives } from '../../src/roadmap/roadmap-item.ts';
import type { RoughDate } from '../../src/roadmap/rough-date.ts';
import { deadlineInstant, deadlinePassed } from '../../src/time/deadline.ts';
import { createMemoryBroadcastStore } from '../fakes/memory-broadcast-store.ts';
import { createMemoryDeliveryStore } from '../fakes/memory-delivery-store.ts';
import { createMemoryParticipationStore } from '../fakes/memory-participation-store.ts';
import { createMemoryPeopleStore } from '../fakes/memory-people-store.ts';
import { createMemoryResponseStore } from '../fakes/memory-response-store.ts';
import { createMemoryResultsStore } from '../fakes/memory-results-store.ts';
import { createMemoryRoadmapStore } from '../fakes/memory-roadmap-store.ts';

const now = new Date('2026-11-23T10:00:00Z');

const sites: Readonly<Record<string, readonly string[]>> = {
  'cymru-wales': ['Cardiff', 'Mold', 'Swansea'],
  'east-midlands': ['Leicester', 'Nottingham'],
  'east-of-england': ['Chelmsford', 'Norwich', 'Ipswich'],
  'south-east': ['Canterbury', 'Guildford', 'Brighton'],
  'south-west': ['Bristol', 'Truro', 'Exeter'],
  wessex: ['Eastleigh', 'Portsmouth'],
};

describe('the sample roadmap', () => {
  const items = sampleRoadmap();

  it('has at least twelve items, each once', () => {
    assert.ok(items.length >= 12);
    assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
  });

  it('uses every kind, maturity, objective, approach and visibility', () => {
    assert.deepEqual(new Set(items.map(({ kind }) => kind)), new Set(itemKinds));
    assert.deepEqual(new Set(items.map(({ maturity }) => maturity)), new Set(maturities));
    assert.deepEqual(new Set(items.flatMap((item) => item.objectives)), new Set(objectives));
    assert.deepEqual(new Set(items.map(({ approach }) => approach)), new Set(['strategic', 'tactical']));
    assert.deepEqual(new Set(items.map(({ visibility }) => visibility)), new Set(['internal', 'publishable']));
  });

  it('spreads its outcomes from this quarter to the end of 2027/28, some of them not dated', () => {
    const whens = items.map(({ outcome }) => outcome.when);
    const quarters = new Set(whens.flatMap((when) => (when.precision === 'quarter' ? [quarterName(when)] : [])));
    assert.deepEqual([...quarters].sort(), ['2026Q3', '2026Q4', '2027Q1', '2027Q2', '2027Q3', '2027Q4']);
    assert.ok(whens.filter(({ precision }) => precision === 'unknown').length >= 2);
  });

  it('has contracts that end on a day and whose successors start less precisely', () => {
    const contracts = items.flatMap(({ contract }) => (contract === undefined ? [] : [contract]));
    assert.ok(contracts.length >= 3);
    for (const { contract, expires, nextStarts } of contracts) {
      assert.match(contract.en, /^Example contract: /);
      assert.ok(expires > '2026-11-30');
      assert.notEqual(nextStarts.precision, 'day');
    }
  });

  it('dates neither the start nor the outcome of Future Casework Tools, which depend on the spending review', () => {
    const item = items.find(({ id }) => id === 'future-casework-tools');
    assert.equal(item?.outcome.when.precision, 'unknown');
    assert.equal(item?.contract?.nextStarts.precision, 'unknown');
    assert.match(item?.dependsOn?.en ?? '', /spending review/);
  });

  it('tells several times of the risk, and of what it means for victims and witnesses', () => {
    assert.ok(items.filter(({ risk }) => risk !== undefined).length >= 4);
    assert.ok(items.filter(({ victimsAndWitnesses }) => victimsAndWitnesses !== undefined).length >= 4);
  });

  it('keeps every sentence to 25 words in both languages, and spells out what it shortens', () => {
    const texts = items.flatMap(textsOf).flatMap(({ en, cy }) => [en, cy ?? '']);
    for (const sentence of texts.flatMap((text) => text.split(/(?<=[.?!])\s/))) {
      assert.ok(sentence.split(/\s+/).length <= 25, sentence);
    }
    for (const text of texts) {
      assert.doesNotMatch(text.replace(/Robotic process automation \(RPA\)|prosesau robotig \(RPA\)/, ''), /[A-Z]{2}/);
    }
  });

  it('says everything differently in Welsh', () => {
    for (const { en, cy } of items.flatMap(textsOf)) assert.notEqual(cy, en);
  });
});

describe('the sample people', () => {
  const people = samplePeople();

  it('are of every area and unit', () => {
    assert.deepEqual(
      new Set(people.map(({ area }) => area)),
      new Set(
        listAreas()
          .all.map(({ slug }) => slug)
          .sort(),
      ),
    );
  });

  it('are 14 in Wessex and in Cymru-Wales, 12 at HQ, and 3 or 4 elsewhere', () => {
    const sizes = countBy(people.map(({ area }) => area));
    const large = { wessex: 14, 'cymru-wales': 14, hq: 12 };
    for (const [area, size] of Object.entries(large)) assert.equal(sizes.get(area), size);
    for (const [area, size] of sizes) assert.ok(area in large || size === 3 || size === 4, area);
    assert.ok(people.length >= 64);
  });

  it('have ids in lower case and names, each once, in the order of their ids', () => {
    const ids = people.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)].sort());
    for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(new Set(people.map(({ name }) => name)).size, people.length);
  });

  it('work at the office towns that are public, or at the main office', () => {
    for (const { area, site, name } of people) {
      assert.ok((sites[area] ?? ['Main office']).includes(site ?? ''), name);
    }
    assert.deepEqual(new Set(people.map(({ site }) => site)), new Set([...Object.values(sites).flat(), 'Main office']));
  });

  it('have every role; only people of Cymru-Wales read Welsh, and not all of them', () => {
    assert.deepEqual(new Set(people.map(({ role }) => role)), new Set(staffRoles));
    const welsh = people.filter(({ language }) => language === 'cy');
    assert.ok(welsh.length >= 3 && welsh.length < 14);
    assert.ok(welsh.every(({ area }) => area === 'cymru-wales'));
  });

  it('cannot be reached before they open the chat', () => {
    for (const { reach } of people) assert.deepEqual(reach, { state: 'unreachable', reason: 'not-installed' });
  });

  it('include those of the Playground, who alone have duties', () => {
    const { roadmapOwner, leadOfWessex, leadOfCymruWales, staffOfWessex, staffOfCymruWales } = playgroundPeople;
    assert.equal(roadmapOwner.area, 'hq');
    assert.deepEqual(roadmapOwner.duties, { leads: [], roadmapOwner: true, administrator: true });
    assert.deepEqual([leadOfWessex.area, leadOfWessex.duties.leads], ['wessex', ['wessex']]);
    assert.deepEqual([leadOfCymruWales.area, leadOfCymruWales.duties.leads], ['cymru-wales', ['cymru-wales']]);
    assert.deepEqual([staffOfWessex.area, staffOfWessex.language], ['wessex', 'en']);
    assert.deepEqual([staffOfCymruWales.area, staffOfCymruWales.language], ['cymru-wales', 'cy']);
    const withDuties = people.filter(({ duties }) => duties.roadmapOwner || duties.leads.length > 0);
    assert.deepEqual(withDuties, [roadmapOwner, leadOfWessex, leadOfCymruWales]);
  });
});

describe('the finished prompt', () => {
  const { broadcast, slices, outcomes, deliveries, responses } = finishedPrompt(now);
  const content = promptOf(broadcast.content);

  it('is a confidential consultation of everybody by the roadmap owner', () => {
    assert.equal(content.privacy, 'confidential');
    assert.equal(content.questions.length, 6);
    assert.deepEqual(broadcast.audience, { areas: 'all' });
    assert.equal(broadcast.author, playgroundPeople.roadmapOwner.id);
    assert.equal(broadcast.state, 'sent');
  });

  it('was sent at 10am on a Tuesday of last month and closed at 5pm ten working days later', () => {
    assert.equal(broadcast.confirmed?.at, '2026-10-06T09:00:00.000Z');
    assert.deepEqual(content.deadline, { date: '2026-10-20', time: '17:00', zone: 'Europe/London' });
  });

  it('is over before this month begins, whichever month it is', () => {
    for (let month = 0; month < 48; month += 1) {
      const first = Temporal.PlainDate.from('2025-01-01').add({ months: month });
      const midnight = new Date(first.toZonedDateTime('Europe/London').epochMilliseconds);
      const { deadline } = promptOf(finishedPrompt(midnight).broadcast.content);
      assert.ok(deadlinePassed(deadline, midnight), first.toString());
      assert.ok(deadline.date.startsWith(first.subtract({ months: 1 }).toPlainYearMonth().toString()));
    }
  });

  it('is the same at any time of a month, and another in the next', () => {
    assert.deepEqual(
      finishedPrompt(new Date('2026-11-30T23:59:59Z')),
      finishedPrompt(new Date('2026-11-01T00:00:00Z')),
    );
    assert.notEqual(finishedPrompt(new Date('2026-12-01T00:00:00Z')).broadcast.id, broadcast.id);
  });

  it('has an id of the time at which it was written', () => {
    assert.equal(new Date(decodeTime(broadcast.id)).toISOString(), broadcast.createdAt);
    assert.match(broadcast.id, /^[0-9A-HJKMNP-TV-Z]{26}$/);
  });

  it('has everybody in one slice, in the order of their ids', () => {
    assert.deepEqual(
      slices.flatMap(({ recipients }) => recipients.map(({ personId }) => personId)),
      samplePeople().map(({ id }) => id),
    );
    assert.deepEqual(
      slices.map(({ number }) => number),
      slices.map((_, index) => index + 1),
    );
    assert.ok(slices.every(({ recipients }) => recipients.length <= sliceSize));
    assert.deepEqual(broadcast.plan, { slices: slices.length, recipients: samplePeople().length, complete: true });
  });

  it('accounts for everybody: sent to most, not to some, for several reasons', () => {
    const sum = sumOutcomes(outcomes.values());
    assert.deepEqual(sum, outcomeOf(deliveries));
    assert.equal(sum.sent + sum.unreachable + sum.failed, broadcast.confirmed?.audienceSize);
    assert.deepEqual([sum.sent, sum.unreachable, sum.failed, sum.cancelled], [87, 6, 1, 0]);
    assert.deepEqual(sum.reasons, { 'not-installed': 4, uninstalled: 1, blocked: 1, 'no-answer': 1 });
    assert.equal(
      broadcast.sentAt,
      deliveries
        .map(({ at }) => at)
        .sort()
        .at(-1),
    );
  });

  it('points at no message and no chat', () => {
    assert.ok(deliveries.every(({ message }) => message === undefined));
    assert.ok(slices.every(({ recipients }) => recipients.every(({ chat }) => chat === undefined)));
  });

  it('was answered by more than sixty people, each once, all of whom had got it', () => {
    assert.ok(responses.length > 60);
    const got = new Map(deliveries.filter(({ state }) => state === 'sent').map((each) => [each.personId, each]));
    assert.equal(new Set(responses.map(({ respondentId }) => respondentId)).size, responses.length);
    for (const { respondentId, profile } of responses) {
      const { area, site, role, language } = got.get(respondentId) ?? {};
      assert.deepEqual({ site: undefined, role: undefined, ...profile }, { area, site, role, language });
    }
  });

  it('was answered by two of the people of the Playground, in English and in Welsh', () => {
    const answered = Object.values(playgroundPeople).filter(({ id }) =>
      responses.some(({ respondentId }) => respondentId === id),
    );
    assert.deepEqual(answered, [playgroundPeople.staffOfWessex, playgroundPeople.staffOfCymruWales]);
  });

  it('was answered while it was open', () => {
    for (const { answeredAt = '' } of responses) {
      assert.ok(answeredAt > (broadcast.confirmed?.at ?? ''));
      assert.ok(Date.parse(answeredAt) < deadlineInstant(content.deadline).getTime());
    }
  });

  it('has answers that a card could have given', () => {
    for (const { answers } of responses) {
      assert.deepEqual(readInputs(content.questions, inputsOf(answers)), { answers, problems: {} });
    }
  });

  it('has varied answers: every point of both scales, every row answer, every tag on some item', () => {
    assert.equal(new Set(responses.map(({ answers }) => JSON.stringify(answers.q1))).size, 5);
    assert.equal(new Set(responses.map(({ answers }) => JSON.stringify(answers.q2))).size, 5);
    const picked = JSON.stringify(responses.map(({ answers }) => [answers.q4, answers.q5]));
    for (const word of ['yes', 'partly', 'no', 'exciting', 'problematic', 'both']) {
      assert.ok(picked.includes(`"${word}"`), word);
    }
    assert.ok(responses.some(({ revision }) => revision > 1));
  });

  it('has comments in both languages that name nobody and no case', () => {
    const comments = responses.flatMap(({ answers, profile }) =>
      [answers.q3, answers.q6].flatMap((value) =>
        value?.kind === 'free-text' ? [{ language: profile.language, text: value.text }] : [],
      ),
    );
    assert.equal(new Set(comments.map(({ text }) => text)).size, comments.length);
    assert.ok(comments.filter(({ language }) => language === 'en').length >= 40);
    assert.ok(comments.filter(({ language }) => language === 'cy').length >= 5);
    const names = samplePeople().flatMap(({ name }) => (name ?? '').split(/[ -]/));
    for (const { text } of comments) {
      assert.doesNotMatch(text, /\d/);
      assert.ok(!names.some((name) => new RegExp(`\\b${name}\\b`).test(text)), text);
    }
  });

  it('has ten answers or more from three groups, which can be shown, and fewer from all others', () => {
    const sizes = countBy(responses.flatMap(({ profile }) => profile.area ?? []));
    assert.equal(sizes.size, listAreas().all.length);
    const large = [...sizes].filter(([, size]) => size >= smallestGroup).map(([area]) => area);
    assert.deepEqual(large.sort(), ['cymru-wales', 'hq', 'wessex']);
  });
});

describe('loading the sample', () => {
  it('writes everything through the ports, and nothing more the second time', async () => {
    const stores = memoryStores();
    const { broadcast, slices, outcomes, deliveries, responses } = finishedPrompt(now);
    for (let time = 0; time < 2; time += 1) {
      await loadSample(stores, { now: () => now });
      assert.deepEqual((await stores.people.page({ areas: 'all' }, 1_000)).people, samplePeople());
      assert.deepEqual(await stores.roadmap.list(), sampleRoadmap());
      assert.deepEqual(await stores.broadcasts.listMonth('2026-10'), [broadcast]);
      assert.deepEqual(await stores.deliveries.slices(broadcast.id), slices);
      assert.deepEqual((await stores.deliveries.progress(broadcast.id, 'send')).outcomes, outcomes);
      const stored = (await stores.responses.page(broadcast.id, 1_000)).responses;
      assert.deepEqual(
        stored.map(({ counted: _, ...response }) => response),
        responses,
      );
      for (const delivery of deliveries) {
        assert.deepEqual((await stores.deliveries.get(broadcast.id, 'send', delivery.personId))?.value, delivery);
      }
    }
  });

  it('counts the answers: everybody in the total, and the large areas apart', async () => {
    const stores = memoryStores();
    const { broadcast, responses } = finishedPrompt(now);
    for (let time = 0; time < 2; time += 1) {
      await loadSample(stores, { now: () => now });
      const ports = {
        ...stores,
        areas: listAreas(),
        clock: { now: () => now },
        reached: async () => ({ asked: 94, reached: 87 }),
      };
      const { total, areas, figures, comments } = await readResults(ports, playgroundPeople.roadmapOwner, broadcast.id);
      assert.equal(total.shown && total.tally.respondents, responses.length);
      const shown = areas.filter(({ group }) => group.shown).map(({ area }) => area);
      assert.ok(shown.length >= 1 && shown.every((area) => ['cymru-wales', 'hq', 'wessex'].includes(area)), `${shown}`);
      assert.deepEqual(figures, { final: true, movedAt: '2026-10-20T16:00:00.000Z' });
      assert.ok((comments.q3?.comments.length ?? 0) > 30);
    }
  });

  it('leaves alone what has changed since', async () => {
    const stores = memoryStores();
    await loadSample(stores, { now: () => now });
    const { id } = playgroundPeople.staffOfWessex;
    const stored = await stores.people.get(id);
    assert.ok(stored !== undefined);
    const chat = { serviceUrl: 'http://127.0.0.1:1', conversationId: 'c' };
    await stores.people.replace({ ...stored.value, reach: { state: 'reachable', chat } }, stored.etag);
    await loadSample(stores, { now: () => now });
    assert.equal((await stores.people.get(id))?.value.reach.state, 'reachable');
  });
});

function memoryStores() {
  return {
    people: createMemoryPeopleStore(),
    roadmap: createMemoryRoadmapStore(),
    broadcasts: createMemoryBroadcastStore(),
    deliveries: createMemoryDeliveryStore(),
    responses: createMemoryResponseStore(),
    participation: createMemoryParticipationStore(),
    results: createMemoryResultsStore(),
  };
}

function textsOf(item: ReturnType<typeof sampleRoadmap>[number]): Texts[] {
  const { title, summary, outcome, dependsOn, contract, risk, victimsAndWitnesses } = item;
  return [
    title,
    summary,
    outcome.text,
    dependsOn,
    contract?.contract,
    contract?.extensionOptions,
    risk,
    victimsAndWitnesses,
  ].filter((texts) => texts !== undefined);
}

function quarterName({ year, quarter }: Extract<RoughDate, { precision: 'quarter' }>): string {
  return `${year}Q${quarter}`;
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function promptOf(content: { readonly kind: string }): PromptContent {
  assert.equal(content.kind, 'prompt');
  return content as PromptContent;
}

/** Answers as the inputs of a card. */
function inputsOf(answers: Answers): Record<string, unknown> {
  return Object.fromEntries(Object.entries(answers).flatMap(([id, value]) => inputsOfOne(id, value)));
}

function inputsOfOne(id: string, value: AnswerValue): [string, unknown][] {
  switch (value.kind) {
    case 'one-choice':
      return [[id, value.option]];
    case 'several-choices':
      return [[id, value.options.join(',')]];
    case 'scale':
      return [[id, String(value.value)]];
    case 'free-text':
      return [[id, value.text]];
    case 'rows':
      return Object.entries(value.rows).map(([row, answer]) => [`${id}.${row}`, answer]);
    case 'tagged-items':
      return Object.entries(value.tags).map(([item, tag]) => [`${id}.${item}`, tag]);
  }
}
