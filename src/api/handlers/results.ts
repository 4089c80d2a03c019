import { closesAt, hasClosed } from '../../broadcasts/closing.ts';
import { readComments } from '../../insight/read-comments.ts';
import { promptsWithResults, readResults } from '../../insight/read-results.ts';
import { redactComment as redact, undoRedaction as undo } from '../../insight/redact-comment.ts';
import type { Handler } from '../handler.ts';
import { commentJson, resultsJson } from '../json/results-json.ts';
import { namesOf } from '../names-of.ts';

export const listResults: Handler<'listResults'> = async ({ results, clock }, { person }) => {
  const prompts = await promptsWithResults(results, person);
  return {
    prompts: prompts.map((prompt) => ({
      broadcastId: prompt.id,
      title: prompt.content.title,
      closesAt: closesAt(prompt).toISOString(),
      closed: hasClosed(prompt, clock.now()),
      privacy: prompt.content.privacy,
    })),
  };
};

export const getResults: Handler<'getResults'> = async (services, { person, params, query }) => {
  const found = await readResults(services.results, person, params.broadcastId, query);
  const comments = Object.values(found.comments).flatMap((page) => page.comments);
  const [names, stored] = await Promise.all([
    namesOf(services.people, comments),
    services.broadcasts.get(params.broadcastId),
  ]);
  return resultsJson(found, stored?.value.closedEarlyAt, names);
};

export const listComments: Handler<'listComments'> = async (services, { person, params, query }) => {
  const { question, area, hidden, cursor } = query;
  const wish = { questionId: question, area, after: cursor, hidden: hidden === 'true' };
  const { comments, next } = await readComments(services.results, person, params.broadcastId, wish);
  const names = await namesOf(services.people, comments);
  return { comments: comments.map((comment) => commentJson(comment, names)), next };
};

export const redactComment: Handler<'redactComment'> = async (services, { person, params, body }) => {
  const ports = { ...services.results, audit: services.audit };
  const comment = await redact(ports, person, params.broadcastId, params.commentId, body.parts);
  return commentJson(comment, await namesOf(services.people, [comment]));
};

export const undoRedaction: Handler<'undoRedaction'> = async (services, { person, params }) => {
  const ports = { ...services.results, audit: services.audit };
  const comment = await undo(ports, person, params.broadcastId, params.commentId);
  return commentJson(comment, await namesOf(services.people, [comment]));
};
