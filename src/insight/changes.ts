import { isDeepStrictEqual } from 'node:util';
import { type AnswerValue, type Profile, type Response, respondents } from '../responses/response.ts';
import { countedAs } from '../responses/uncounted.ts';

/** What the figures of one question do not hold yet of one response. */
export type Change =
  /** It was not counted. */
  | { readonly kind: 'joins'; readonly response: Response; readonly profile: Profile; readonly value?: AnswerValue }
  /** It was counted as another answer. */
  | {
      readonly kind: 'changes';
      readonly response: Response;
      readonly label: Profile;
      readonly value: AnswerValue;
      readonly was: AnswerValue;
    }
  /** It was counted, and the question is empty now. */
  | { readonly kind: 'leaves'; readonly response: Response; readonly label: Profile; readonly was?: AnswerValue };

/** What is new in a response for a question, or for having answered at all (`respondents`). */
export function changeIn(response: Response, question: string): Change | undefined {
  const { answers, counted, profile } = response;
  if (counted?.closed === true) return undefined;
  const label = counted?.groups[question];
  if (question === respondents) {
    const answered = Object.keys(answers).length > 0;
    if (answered === (label !== undefined)) return undefined;
    return label === undefined ? { kind: 'joins', response, profile } : { kind: 'leaves', response, label };
  }
  const value = countedAs(answers[question]);
  const was = counted?.answers[question];
  if (label === undefined || was === undefined) {
    return value === undefined ? undefined : { kind: 'joins', response, profile, value };
  }
  if (value === undefined) return { kind: 'leaves', response, label, was };
  return isDeepStrictEqual(value, was) ? undefined : { kind: 'changes', response, label, value, was };
}
