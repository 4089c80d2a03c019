import { type Json, textAt } from './json.ts';

/** What a person fills in, by input id: null is what some phones send for an input left empty. */
export type Inputs = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

function choicesOf(input: Json): readonly string[] {
  const choices = Array.isArray(input.choices) ? input.choices : [];
  return choices.map((choice) => textAt(choice, 'value') ?? '');
}

function valueAsSent(value: Inputs[string]): string | null {
  if (value === null) return null;
  return Array.isArray(value) ? value.join(',') : String(value);
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
    const asSent = valueAsSent(value);
    const problem = asSent === null || asSent === '' ? undefined : problemWith(input, asSent);
    if (problem !== undefined) throw new Error(`The input ${id} ${problem}`);
    if (asSent === '') delete sent[id];
    else sent[id] = asSent;
  }
  const missing = [...byId].filter(([id, input]) => input.isRequired === true && !(id in sent)).map(([id]) => id);
  if (missing.length > 0) throw new Error(`Required inputs are empty: ${missing.join(', ')}`);
  return sent;
}

/** The values just as given, without any check, for what no honest client would send. */
export function rawInputs(filled: Inputs): Record<string, string | null> {
  return Object.fromEntries(Object.entries(filled).map(([id, value]) => [id, valueAsSent(value)]));
}
