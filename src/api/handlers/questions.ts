import { listBank } from '../../broadcasts/question-bank.ts';
import type { Handler } from '../handler.ts';

export const listQuestions: Handler<'listQuestions'> = async () => ({
  questions: listBank().map(({ id, heading, question }) => ({ id, heading, question: { ...question, id: 'q1' } })),
});
