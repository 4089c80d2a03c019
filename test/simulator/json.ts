/** A JSON object whose properties nobody has looked at yet. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether `value` is a JSON object: not null, not an array. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text at a path of property names, or undefined where anything on the way is missing or is not text. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = path.reduce<unknown>((inner, name) => (isJson(inner) ? inner[name] : undefined), value);
  return typeof found === 'string' ? found : undefined;
}
