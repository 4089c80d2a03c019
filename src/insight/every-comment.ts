import type { Question } from '../broadcasts/question.ts';
import type { Person } from '../people/person.ts';
import { readComments } from './read-comments.ts';
import type { ResultsPorts } from './read-results.ts';
import type { Comment, Results } from './results.ts';

/** A comment, and the question that it answers. */
export interface QuestionComment {
  readonly question: Question;
  readonly comment: Comment;
}

/**
 * Every comment that a person may see, question by question, without those hidden as a whole: of everybody, or else of
 * each of the reader's areas. Throws what `readComments` throws.
 */
export async function everyComment(
  ports: ResultsPorts,
  reader: Person,
  { broadcastId, prompt, everyArea, areas }: Results,
): Promise<readonly QuestionComment[]> {
  const scopes = everyArea ? [undefined] : areas.map(({ area }) => area);
  const found: QuestionComment[] = [];
  for (const question of prompt.questions.filter(({ kind }) => kind === 'free-text')) {
    for (const area of scopes) {
      let after: string | undefined;
      do {
        const page = await readComments(ports, reader, broadcastId, { questionId: question.id, area, after });
        found.push(...page.comments.map((comment) => ({ question, comment })));
        after = page.next;
      } while (after !== undefined);
    }
  }
  return found;
}
