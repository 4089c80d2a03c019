import fc from 'fast-check';
import { actionData, type Verb } from '../../src/cards/actions.ts';

/** What the payloads are about: none of them may do anything to it. */
export interface Targets {
  /** An open prompt that the sender was asked and has not answered. */
  readonly openPrompt: string;
  /** A prompt that somebody else was asked. */
  readonly foreignPrompt: string;
  /** A broadcast of somebody else that was sent. */
  readonly foreignBroadcast: string;
  /** A draft of somebody else. */
  readonly foreignDraft: string;
}

/** The `name` and `value` of an invoke that asks for something that must not happen. */
export interface Payload {
  readonly what: string;
  readonly name: string;
  readonly value: unknown;
}

const verbs = Object.keys(actionData) as readonly Verb[];
const verb = fc.constantFrom(...verbs);
/** Verbs that act on one broadcast or item, which their data must name well. */
const verbsAbout = verbs.filter((each) => !actionData[each].safeParse({}).success);

const strange = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1e308, '', ' ', '__proto__', 'constructor', '../..', '01jd3e9r6y0000000000000000'),
  fc.constantFrom([], {}, [null], { broadcastId: {} }, [['01JD3E9R6Y0000000000000000']], { toString: 1 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('\u0000', '\u202Eabc', '😀'.repeat(20), 'ŵ'.repeat(26), '\uD800', 'x'.repeat(100_000)),
  fc.jsonValue({ maxDepth: 3 }),
);

const prototypeKeys = fc.constantFrom(
  '{"__proto__":{"broadcastId":"x","polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":"no","hasOwnProperty":null}',
);

const action = (what: string, verb: unknown, data: unknown): Payload => ({
  what,
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
});

const unknownVerb = fc
  .oneof(
    fc.string({ maxLength: 70 }),
    fc.constantFrom('__proto__', 'constructor', 'prompt.answer ', 'PROMPT.ANSWER'),
    strange,
  )
  .filter((each) => !verbs.some((known) => known === each));

const badId = strange.filter((each) => typeof each !== 'string' || !/^[0-9A-HJKMNP-TV-Z]{26}$/.test(each));

const unknownId = fc
  .string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), minLength: 26, maxLength: 26 })
  .map((id) => `00${id.slice(2)}`);

const notAnAnswer = fc.oneof(
  strange.filter((each) => each !== 'o1' && each !== 'o2'),
  fc.constantFrom('o1,o2', 'o3', ['o1'], { o1: true }, 'O1', 1),
);

/**
 * Invokes that are wrong in every way that we know: each alone is to be refused, so that whatever they do to the store
 * is a fault. Sent by somebody who was asked `openPrompt` and leads nothing.
 */
export function malformedPayloads({
  openPrompt,
  foreignPrompt,
  foreignBroadcast,
  foreignDraft,
}: Targets): fc.Arbitrary<Payload> {
  const others = [foreignPrompt, foreignBroadcast, foreignDraft];
  const notForStaff = verbs.filter(
    (each) => /^(compose|broadcast|results|people|comments)\./.test(each) && verbsAbout.includes(each),
  );
  return fc.oneof(
    fc
      .tuple(fc.string({ maxLength: 120 }), strange)
      .map(([name, value]) => ({ what: 'a foreign invoke', name: `x${name}`.slice(0, 90), value })),
    strange.map((value) => ({ what: 'no action', name: 'adaptiveCard/action', value })),
    strange.map((each) => ({ what: 'an action that is none', name: 'adaptiveCard/action', value: { action: each } })),
    fc.tuple(unknownVerb, strange).map(([each, data]) => action('an unknown verb', each, data)),
    fc
      .tuple(
        fc.constantFrom(...verbsAbout),
        strange.filter((each) => typeof each !== 'object' || each === null || Array.isArray(each)),
      )
      .map(([each, data]) => action('data that is none', each, data)),
    fc
      .tuple(fc.constantFrom(...verbsAbout), badId, prototypeKeys)
      .map(([each, id, extra]) => action('a bad id', each, { ...parsed(extra), broadcastId: id, itemId: id })),
    fc
      .tuple(fc.constantFrom(...verbsAbout), unknownId, notAnAnswer)
      .map(([each, id, q1]) =>
        action('an unknown id', each, { broadcastId: id, itemId: id, people: 1, version: 'x', area: 'all', q1 }),
      ),
    fc
      .tuple(fc.constantFrom(...notForStaff), fc.constantFrom(...others, openPrompt), fc.nat(), strange)
      .map(([each, id, people, junk]) =>
        action("somebody else's broadcast", each, {
          broadcastId: id,
          people,
          version: 'stale',
          'title.en': junk,
          area: 'all',
        }),
      ),
    fc
      .tuple(fc.constantFrom('prompt.answer', 'prompt.show', 'prompt.change'), fc.constantFrom(...others), strange)
      .map(([each, id, junk]) => action("somebody else's prompt", each, { broadcastId: id, q1: 'o1', q2: junk })),
    fc
      .tuple(notAnAnswer, strange, prototypeKeys)
      .map(([q1, q2, extra]) =>
        action('an answer that is none', 'prompt.answer', { ...parsed(extra), broadcastId: openPrompt, q1, q2 }),
      ),
    fc
      .tuple(fc.constantFrom('q1.o1', 'q9', 'Q1', 'q1 ', '__proto__', 'q1\u0000'), strange)
      .map(([name, junk]) =>
        action('an answer to no question', 'prompt.answer', { broadcastId: openPrompt, [name]: junk }),
      ),
    fc.tuple(verb, strange).map(([each, junk]) => action('data of another kind', each, [junk])),
  );
}

function parsed(json: string): object {
  return JSON.parse(json) as object;
}
