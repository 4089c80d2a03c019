import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionData } from '../../src/cards/actions.ts';
import { commands } from '../../src/cards/buttons.ts';
import { cardBytes, largestCard } from '../../src/cards/card-size.ts';
import { createCardTexts } from '../../src/cards/card-texts.ts';
import { languages } from '../../src/language/texts.ts';
import { actionsOf, inputsOf, partsOf, textOf } from './card-elements.ts';
import { examples } from './examples.ts';
import { loadAdaptiveCards, problemsOf } from './parse-card.ts';

const texts = createCardTexts();
const library = loadAdaptiveCards();
const newerElements = ['ProgressBar', 'Chart.HorizontalBar', 'Chart.HorizontalBar.Stacked'];

for (const language of languages) {
  const words = texts.in(language);
  for (const [name, example] of Object.entries(examples)) {
    describe(`The card ${name} in ${language}`, () => {
      const card = example(words);
      const parts = partsOf(card);

      it('is one that the adaptivecards package can read', () => {
        const unknown = newerElements.map(
          (type) => `Unknown element type "${type}". Fallback will be used if present.`,
        );
        assert.deepEqual(
          problemsOf(library, card).filter((problem) => !unknown.includes(problem)),
          [],
        );
      });

      it('has a fallback for every element that an older client does not know', () => {
        for (const part of parts) {
          if (newerElements.includes(String(part.type))) assert.notEqual(part.fallback, undefined);
        }
      });

      it('names its language, and says what it is where no card can be shown', () => {
        assert.equal(card.lang, language);
        assert.ok(card.fallbackText);
        assert.ok(card.speak);
      });

      it('carries the marking and a large heading', () => {
        assert.match(JSON.stringify(card.body[0]), /OFFICIAL/);
        const headings = parts.filter(({ style }) => style === 'heading');
        assert.equal(headings[0]?.size, 'Large');
      });

      it('labels every input, in words that say whether it is required', () => {
        for (const { id, label, isRequired, errorMessage } of inputsOf(card)) {
          assert.ok(label, `${id} has no label`);
          if (isRequired === true) {
            assert.match(String(label), /\((required|gofynnol)\)/, `${id}`);
            assert.ok(errorMessage, `${id} has no error message`);
          }
        }
      });

      it('has no two inputs or elements with one id', () => {
        const ids = parts.flatMap(({ type, id }) => (typeof id === 'string' && type !== undefined ? [id] : []));
        assert.deepEqual(ids, [...new Set(ids)]);
      });

      it('has at most three buttons at its end that are not folded away, of which one stands out', () => {
        const actions = (card.actions ?? []).filter(({ mode }) => mode !== 'secondary');
        assert.ok(actions.length <= 3, actions.map(({ title }) => title).join());
        assert.ok(actions.filter(({ style }) => style === 'positive').length <= 1);
      });

      it('has buttons whose data the bot takes', () => {
        for (const { type, verb, data, title } of actionsOf(card)) {
          assert.ok(title);
          if (type === 'Action.Execute') actionData[verb as keyof typeof actionData].parse(data);
          if (type === 'Action.Submit') assert.ok(commands.includes((data as { command: never }).command));
        }
      });

      it('wraps its texts, and shows neither a gap nor a missing value', () => {
        for (const { type, text, wrap } of parts) {
          if (type === 'TextBlock' && !/^[█░]+$/.test(String(text))) assert.equal(wrap, true, String(text));
        }
        assert.doesNotMatch(textOf(card), /\{\{|\}\}|undefined|\[object|NaN/);
      });

      it('fits into a message', () => {
        assert.ok(cardBytes(card) < largestCard);
      });
    });
  }
}

describe('The card builders', () => {
  it('make text blocks in one place only, where what people wrote is escaped', () => {
    const folder = join(import.meta.dirname, '../../src/cards');
    const makers = readdirSync(folder).filter(
      (file) => file.endsWith('.ts') && readFileSync(join(folder, file), 'utf8').includes("'TextBlock'"),
    );
    assert.deepEqual(makers, ['text-blocks.ts']);
  });
});
