import { z } from 'zod';
import type { Texts } from '../language/texts.ts';
import type { Question } from './question.ts';
import adoption from './question-bank/adoption.json' with { type: 'json' };
import change from './question-bank/change.json' with { type: 'json' };
import hybridWorking from './question-bank/hybrid-working.json' with { type: 'json' };
import risk from './question-bank/risk.json' with { type: 'json' };
import roadmap from './question-bank/roadmap.json' with { type: 'json' };
import { bothTexts, questionSchema, slug } from './question-schema.ts';

/** A question that an author can take as it is, complete in both languages. */
export interface BankQuestion {
  /** The heading and the question, such as `risk.appetite`. */
  readonly id: string;
  readonly heading: Texts;
  /** Its id is not yet that of a question of a prompt. */
  readonly question: Question;
}

const section = z.strictObject({ id: slug, heading: bothTexts, questions: z.array(questionSchema(slug)).min(1) });

const bank: readonly BankQuestion[] = z
  .array(section)
  .parse([hybridWorking, adoption, roadmap, risk, change])
  .flatMap(({ id, heading, questions }) =>
    questions.map((question) => ({ id: `${id}.${question.id}`, heading, question })),
  );

/** The questions in the order in which they are offered, those under one heading together. */
export function listBank(): readonly BankQuestion[] {
  return bank;
}
