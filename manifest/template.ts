/**
 * Puts values in place of `{{NAME}}` in every text of a JSON value.
 * `unknown` names the placeholders that have no value; these stay as they are.
 */
export function fillTemplate(
  template: unknown,
  values: Readonly<Record<string, string>>,
): { readonly filled: unknown; readonly unknown: readonly string[] } {
  const missing = new Set<string>();
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return value.replace(/\{\{(.*?)\}\}/g, (placeholder, name: string) => {
        if (Object.hasOwn(values, name)) return values[name] ?? '';
        missing.add(name);
        return placeholder;
      });
    }
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item)]));
    }
    return value;
  };
  return { filled: fill(template), unknown: [...missing] };
}
