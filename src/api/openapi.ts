import { z } from 'zod';
import { errorStatus } from '../errors/error-codes.ts';
import { broadcastId, commentId, itemId, personId } from './contract/ids.ts';
import { type ContractRoute, contractRoutes, type FileKind } from './contract/paths.ts';
import { problem } from './contract/problem.ts';
import { type SchemaName, schemas } from './contract/schemas.ts';

type Json = Readonly<Record<string, unknown>>;

const paramSchemas: Readonly<Record<string, z.ZodType>> = { broadcastId, itemId, personId, commentId };

const mediaTypes: Readonly<Record<FileKind, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  events: 'text/event-stream',
  openapi: 'application/json',
};

/** Which statuses a refusal may have, over all routes. */
const refusals = [...new Set([...Object.values(errorStatus), 413, 415, 500])].toSorted((one, other) => one - other);

/** The API as OpenAPI 3.1 describes it, made of the table of routes and its schemas. */
export function describeApi(): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, route] of Object.entries<ContractRoute>(contractRoutes)) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(name, route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'CPS Roadmap',
      version: '1',
      description: 'What the tab of the area leads calls. Refusals are Problem Details, RFC 9457.',
    },
    security: [{ entra: [] }],
    paths,
    components: {
      securitySchemes: { entra: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: {
        ...Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, jsonSchema(schema)])),
        problem: jsonSchema(problem),
      },
      responses: {
        refusal: { description: 'Refused', content: { 'application/problem+json': { schema: ref('problem') } } },
      },
    },
  };
}

function operation(name: string, route: ContractRoute): Json {
  const { query, body, answer, status = answer === undefined ? 204 : 200 } = route;
  const parameters = [...pathParams(route.path), ...(query === undefined ? [] : queryParams(query)), ...headers(route)];
  return {
    operationId: name,
    'x-callers': route.who,
    ...(route.only === undefined ? {} : { 'x-only': route.only }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: requestBody(body) }),
    responses: {
      [status]: { description: 'Done', ...(route.etag === true ? etagHeader : {}), ...answerContent(answer) },
      ...Object.fromEntries(refusals.map((each) => [each, { $ref: '#/components/responses/refusal' }])),
    },
  };
}

const etagHeader = { headers: { ETag: { schema: { type: 'string' } } } };

function pathParams(path: string): readonly Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => {
    const schema = paramSchemas[name];
    if (schema === undefined) throw new Error(`No schema for the parameter ${name}`);
    return { name, in: 'path', required: true, schema: jsonSchema(schema) };
  });
}

function queryParams(name: SchemaName): readonly Json[] {
  const { properties = {}, required = [] } = jsonSchema(schemas[name]) as {
    readonly properties?: Readonly<Record<string, unknown>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([each, schema]) => ({
    name: each,
    in: 'query',
    required: required.includes(each),
    schema,
  }));
}

function headers({ ifMatch, idempotencyKey }: ContractRoute): readonly Json[] {
  const header = (name: string) => ({ name, in: 'header', required: true, schema: { type: 'string' } });
  return [
    ...(ifMatch === true ? [header('If-Match')] : []),
    ...(idempotencyKey === true ? [header('Idempotency-Key')] : []),
  ];
}

function requestBody(body: SchemaName | 'csv'): Json {
  if (body === 'csv') return { required: true, content: { 'text/csv': { schema: { type: 'string' } } } };
  return { required: body !== 'nothing', content: { 'application/json': { schema: ref(body) } } };
}

function answerContent(answer: ContractRoute['answer']): Json {
  if (answer === undefined) return {};
  if (isFile(answer)) {
    const schema =
      answer === 'events' ? ref('progressEvent') : answer === 'openapi' ? { type: 'object' } : { type: 'string' };
    return { content: { [mediaTypes[answer]]: { schema } } };
  }
  return { content: { 'application/json': { schema: ref(answer) } } };
}

function isFile(answer: SchemaName | FileKind): answer is FileKind {
  return answer in mediaTypes;
}

function ref(name: SchemaName | 'problem'): Json {
  return { $ref: `#/components/schemas/${name}` };
}

/** As what is sent looks: the tab sends what a schema lets in, and gets what it would let in again. */
function jsonSchema(schema: z.ZodType): Json {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io: 'input' });
  return described;
}
