type Json = Readonly<Record<string, unknown>>;

const types = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];

/** What a keyword of a schema may hold. Those that the API does not use are left out. */
const keywords: Readonly<Record<string, (value: unknown) => boolean>> = {
  $ref: isText,
  type: (value) => types.includes(String(value)),
  properties: isJson,
  required: (value) => Array.isArray(value) && value.every(isText),
  additionalProperties: (value) => typeof value === 'boolean' || isJson(value),
  propertyNames: isJson,
  items: isJson,
  anyOf: isList,
  oneOf: isList,
  allOf: isList,
  enum: isList,
  const: (value) => value !== undefined,
  default: (value) => value !== undefined,
  pattern: (value) => isText(value) && isPattern(value),
  format: isText,
  title: isText,
  description: isText,
  minimum: Number.isFinite,
  maximum: Number.isFinite,
  exclusiveMinimum: Number.isFinite,
  exclusiveMaximum: Number.isFinite,
  minLength: isCount,
  maxLength: isCount,
  minItems: isCount,
  maxItems: isCount,
};

/** What in a schema is not JSON Schema 2020-12, which OpenAPI 3.1 describes data with; a line each, with its place. */
export function schemaFaults(schema: unknown, place: string): readonly string[] {
  if (!isJson(schema)) return [`${place} is no schema`];
  const own = Object.entries(schema).flatMap(([name, value]) =>
    keywords[name]?.(value) === true ? [] : [`${place} has ${name}: ${JSON.stringify(value)}`],
  );
  const within = Object.entries(schemasWithin(schema)).flatMap(([name, inner]) =>
    schemaFaults(inner, `${place}/${name}`),
  );
  return [...own, ...within];
}

function schemasWithin({ properties, items, propertyNames, additionalProperties, anyOf, oneOf, allOf }: Json): Json {
  return {
    ...(isJson(properties) ? properties : {}),
    ...(isJson(items) ? { items } : {}),
    ...(isJson(propertyNames) ? { propertyNames } : {}),
    ...(isJson(additionalProperties) ? { additionalProperties } : {}),
    ...Object.fromEntries(
      Object.entries({ anyOf, oneOf, allOf }).flatMap(([name, list]) =>
        Array.isArray(list) ? list.map((each, index) => [`${name}/${index}`, each] as const) : [],
      ),
    ),
  };
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0;
}

/** In the grammar that JSON Schema recommends. */
function isPattern(value: string): boolean {
  try {
    return new RegExp(value, 'u') instanceof RegExp;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
