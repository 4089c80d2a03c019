import assert from 'node:assert/strict';
import { buttonsOf, findButton } from './card-buttons.ts';
import { gatherInputs } from './card-inputs.ts';
import type { Json } from './json.ts';
import { cardOf } from './sample.ts';

const execute = (verb: string, title: string, data: Json = {}) => ({ type: 'Action.Execute', verb, title, data });
const text = (id: string) => ({ type: 'Input.Text', id });

const nested = cardOf(
  [
    text('outer'),
    { type: 'ActionSet', actions: [execute('in.set', 'In a set')] },
    { type: 'Container', items: [], selectAction: execute('in.container', 'In a container') },
    {
      type: 'ColumnSet',
      columns: [{ type: 'Column', items: [{ type: 'Image', selectAction: execute('in.column', 'In a column') }] }],
    },
    { type: 'TextBlock', text: 'x', fallback: { type: 'ActionSet', actions: [execute('unseen', 'Unseen')] } },
    { type: 'Table', rows: [{ type: 'TableRow', cells: [{ type: 'TableCell', items: [text('cell')] }] }] },
  ],
  [
    execute('plain', 'Plain'),
    { ...execute('alone', 'Alone'), associatedInputs: 'none' },
    {
      type: 'Action.ShowCard',
      title: 'More',
      card: cardOf(
        [text('inner')],
        [
          execute('in.card', 'In a card'),
          { type: 'Action.ShowCard', title: 'Deeper', card: cardOf([], [execute('deep', 'Deep')]) },
        ],
      ),
    },
  ],
);

describe('the buttons of a card', () => {
  it('are found wherever they are', () => {
    const verbs = buttonsOf(nested).map(({ action }) => action.verb);
    assert.deepEqual(verbs, ['in.set', 'in.container', 'in.column', 'plain', 'alone', 'in.card', 'deep']);
  });

  it('take the inputs of their own card and of those around it', () => {
    const inputsOf = (verb: string) => findButton(nested, verb).inputs.map(({ id }) => id);
    assert.deepEqual(inputsOf('plain'), ['outer', 'cell']);
    assert.deepEqual(inputsOf('in.card'), ['outer', 'cell', 'inner']);
    assert.deepEqual(inputsOf('deep'), ['outer', 'cell', 'inner']);
    assert.deepEqual(inputsOf('alone'), []);
  });

  it('are named by verb, by title, or by a part of their data', () => {
    const card = cardOf(
      [],
      [execute('item', 'Open', { id: 'a', page: 1 }), execute('item', 'Open', { id: 'b', page: 1 })],
    );
    assert.deepEqual(findButton(card, { verb: 'item', data: { id: 'b' } }).action.data, { id: 'b', page: 1 });
    assert.equal(findButton(nested, 'In a set').action.verb, 'in.set');
    assert.throws(() => findButton(card, 'item'), /Several buttons fit "item".*"id":"a".*"id":"b"/);
    assert.throws(() => findButton(card, 'Close'), /no button "Close"; it has: Action.Execute item Open/);
  });
});

describe('the inputs of a card', () => {
  const inputs: readonly Json[] = [
    { type: 'Input.Text', id: 'comment', maxLength: 5 },
    { type: 'Input.Text', id: 'preset', value: 'as it was' },
    { type: 'Input.Toggle', id: 'toggle', title: 'Yes', valueOn: 'on', valueOff: 'off' },
    { type: 'Input.ChoiceSet', id: 'one', isRequired: true, choices: [{ title: 'A', value: 'a' }] },
    {
      type: 'Input.ChoiceSet',
      id: 'many',
      isMultiSelect: true,
      choices: [
        { title: 'A', value: 'a' },
        { title: 'B', value: 'b' },
      ],
    },
  ];

  it('are sent as text, with what was preset and without what is empty', () => {
    const sent = gatherInputs(inputs, { one: 'a', many: ['a', 'b'], comment: '' });
    assert.deepEqual(sent, { preset: 'as it was', toggle: 'off', one: 'a', many: 'a,b' });
  });

  it('may be null, as from some phones, even when required', () => {
    assert.equal(gatherInputs(inputs, { one: null }).one, null);
  });

  it('are checked as a client checks them', () => {
    assert.throws(() => gatherInputs(inputs, {}), /Required inputs are empty: one/);
    assert.throws(() => gatherInputs(inputs, { one: '' }), /Required inputs are empty: one/);
    assert.throws(() => gatherInputs(inputs, { one: 'z' }), /one has no choice "z"/);
    assert.throws(() => gatherInputs(inputs, { one: 'a', many: ['a', 'z'] }), /many has no choice "z"/);
    assert.throws(() => gatherInputs(inputs, { one: 'a', comment: 'too long' }), /comment takes 5 characters/);
    assert.throws(() => gatherInputs(inputs, { one: { a: 1 } }), /Nobody can fill in one with {"a":1}/);
    assert.throws(() => gatherInputs(inputs, { one: 'a', other: 'x' }), /no input other .* it has: comment, preset/);
  });
});
