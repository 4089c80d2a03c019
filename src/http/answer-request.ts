import type restify from 'restify';
import { isProductError } from '../errors/product-error.ts';
import { callerAddress } from './caller-address.ts';
import { type FailureOptions, sendFailure } from './failure.ts';
import { bodyReaders } from './request-body.ts';
import type { Caller, RefusalAnswer, Route, RouteAnswer, RouteRequest } from './route.ts';
import { sendFile } from './static-files.ts';
import { type StreamTiming, sendDownload, sendEvents } from './streams.ts';

export interface AnswerOptions extends FailureOptions {
  /** Verifies the Authorization header of somebody signed in. Throws NotSignedIn and SignInUnavailable. */
  readonly signIn: (authorization: string) => Promise<Caller>;
  /** Throws TooManyRequests. */
  readonly countCall: (personId: string) => void;
  /** Throws TooManyRequests, too. */
  readonly countRefusal: (address: string) => void;
  readonly behindProxy: boolean;
  /** Given when the server closes. */
  readonly closing: AbortSignal;
  readonly timing: StreamTiming;
}

/** What is done to a request of one row of the route table, in order: nobody's body is read who may not call. */
export function handlersOf(route: Route, options: AnswerOptions): readonly restify.RequestHandlerType[] {
  const readers = route.method === 'get' ? [] : bodyReaders(route.takes ?? 'json');
  if (route.authorisation !== 'signed-in') {
    return [...readers, answering(route, options, (request) => route.handle(asked(request)))];
  }
  const callers = new WeakMap<restify.Request, Caller>();
  const admit: restify.RequestHandler = (request, response, next) => {
    options
      .signIn(request.header('authorization', ''))
      .then((caller) => {
        options.countCall(caller.personId);
        callers.set(request, caller);
        next();
      })
      .catch((error: unknown) => {
        sendFailure(counted(error, request, options), request, response, route.path, options);
        next(false);
      });
  };
  const answer = async (request: restify.Request): Promise<RouteAnswer> => {
    const caller = callers.get(request);
    if (caller === undefined) throw new Error('A request was not admitted');
    return route.handle({ ...asked(request), caller });
  };
  return [admit, ...readers, answering(route, options, answer)];
}

/** What a refused call is answered with: that it was one too many, where many from its address were refused before. */
function counted(error: unknown, request: restify.Request, { countRefusal, behindProxy }: AnswerOptions): unknown {
  if (!isProductError(error, 'NotSignedIn')) return error;
  try {
    countRefusal(callerAddress(request, behindProxy));
    return error;
  } catch (tooMany) {
    return tooMany;
  }
}

function asked(request: restify.Request): RouteRequest {
  return {
    authorization: request.header('authorization', ''),
    body: request.body,
    params: request.params ?? {},
    query: request.getQuery() ?? '',
    header: (name) => headerOf(request, name),
  };
}

function answering(
  route: Route,
  options: AnswerOptions,
  answer: (request: restify.Request) => Promise<RouteAnswer>,
): restify.RequestHandler {
  return (request, response, next) => {
    answer(request)
      .then((answered) =>
        'refusal' in answered
          ? sendFailure(answered.refusal, request, response, route.path, options, answered.more)
          : send(request, response, answered, options),
      )
      .catch((error: unknown) => sendFailure(error, request, response, route.path, options))
      .then(() => next(), next);
  };
}

/** What is told to one person is kept by nobody on the way. */
const jsonHeaders = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

async function send(
  request: restify.Request,
  response: restify.Response,
  answer: Exclude<RouteAnswer, RefusalAnswer>,
  { closing, timing }: AnswerOptions,
): Promise<void> {
  if ('events' in answer) await sendEvents(response, answer, closing, timing);
  else if ('chunks' in answer) await sendDownload(response, answer, timing);
  else if ('file' in answer) await sendFile(response, answer, headerOf(request, 'accept-encoding') ?? '', timing);
  else if ('text' in answer) response.sendRaw(200, answer.text, answer.headers);
  else if (answer.body === undefined) response.send(answer.status);
  else response.send(answer.status, answer.body, { ...jsonHeaders, ...answer.headers });
}

function headerOf(request: restify.Request, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
