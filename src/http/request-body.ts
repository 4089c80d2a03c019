import { randomUUID } from 'node:crypto';
import restify from 'restify';
import { sendProblem } from './failure.ts';
import { plainProblem } from './problem.ts';

/** In bytes; more is refused with 413. Activities, answers and drafts are far smaller; a directory has thousands of rows. */
const largestBody = { json: 256 * 1024, csv: 8 * 1024 * 1024 } as const;

const contentTypes = { json: 'application/json', csv: 'text/csv' } as const;

export type TakenBody = keyof typeof contentTypes;

/** Reads a body of one kind. No form, no file and nothing packed is ever opened, by whomever it was sent. */
export function bodyReaders(takes: TakenBody): readonly restify.RequestHandlerType[] {
  const limits = { maxBodySize: largestBody[takes] };
  const read =
    takes === 'json' ? restify.plugins.bodyParser({ ...limits, mapParams: false }) : restify.plugins.bodyReader(limits);
  return [refuseOthers(takes), read];
}

function refuseOthers(takes: TakenBody): restify.RequestHandler {
  return (request, response, next) => {
    const empty = (request.getContentLength() ?? 0) === 0 && !request.isChunked();
    const plain = request.header('content-encoding', 'identity') === 'identity';
    const readable = empty || (plain && request.contentType() === contentTypes[takes]);
    if (!readable) sendProblem(response, plainProblem(415, 'UnsupportedMediaType', randomUUID()));
    next(readable ? undefined : false);
  };
}
