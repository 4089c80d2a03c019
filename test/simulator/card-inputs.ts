import { type Json, textAt } from './json.ts';

/**
 * What a person fills in, by input id: text, a number, true or false, or a list of choices. null is what some phones
 * send for an input left empty. Anything else only goes out unchecked.
 */
export type Inputs = Readonly<Record<string, unknown>>;

function choicesOf(input: Json): readonly string[] {
  const choices = Array.isArray(input.choices) ? input.choices : [];
  return choices.map((choice) => textAt(choice, 'value') ?? '');
}

function valueAsSent(id: string, value: unknown): string | null {
  if (value === null) return null;
  if (Array.isArray(value) && value.every((choice) => typeof choice === 'string')) return value.join(',');
  if (['string', 'number', 'boolean'].includes(typeof value)) return String(value);
  throw new Error(`Nobody can fill in ${id} with ${JSON.stringify(value)}`);
}

function untouchedValue(input: Json): string | undefined {
  const preset = input.value === undefined ? undefined : String(input.value);
  if (input.type === 'Input.Toggle') return preset ?? textAt(input, 'valueOff') ?? 'false';
  return preset === '' ? undefined : preset;
}

function problemWith(input: Json, sent: string): string | undefined {
  if (input.type === 'Input.ChoiceSet') {
    const picked = input.isMultiSelect === true ? sent.split(',').filter((part) => part !== '') : [sent];
    const strange = picked.find((choice) => !choicesOf(input).includes(choice));
    return strange === undefined ? undefined : `has no choice ${JSON.stringify(strange)}`;
  }
  const { maxLength } = input;
  return typeof maxLength === 'number' && sent.length > maxLength ? `takes ${maxLength} characters` : undefined;
}

/**
 * The values that a client sends with a button: what was filled in, what was preset, nothing for what stays empty. An
 * error is raised where a client would not let the person press the button.
 */
export function gatherInputs(inputs: readonly Json[], filled: Inputs): Record<string, string | null> {
  const byId = new Map(inputs.map((input) => [textAt(input, 'id') ?? '', input]));
  const sent: Record<string, string | null> = {};
  for (const [id, input] of byId) {
    const value = untouchedValue(input);
    if (value !== undefined && id !== '') sent[id] = value;
  }
  for (const [id, value] of Object.entries(filled)) {
    const input = byId.get(id);
    if (input === undefined) {
      throw new Error(`The card has no input ${id} for this button; it has: ${[...byId.keys()].join(', ') || 'none'}`);
    }
    const asSent = valueAsSent(id, value);
    const problem = asSent === null || asSent === '' ? undefined : problemWith(input, asSent);
    if (problem !== undefined) throw new Error(`The input ${id} ${problem}`);
    if (asSent === '') delete sent[id];
    else sent[id] = asSent;
  }
  const missing = [...byId].filter(([id, input]) => input.isRequired === true && !(id in sent)).map(([id]) => id);
  if (missing.length > 0) throw new Error(`Required inputs are empty: ${missing.join(', ')}`);
  return sent;
}
