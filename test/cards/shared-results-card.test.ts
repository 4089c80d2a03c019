import assert from 'node:assert/strict';
import { cardBytes } from '../../src/cards/card-size.ts';
import { createCardTexts } from '../../src/cards/card-texts.ts';
import { sharedResultsCard } from '../../src/cards/shared-results-card.ts';
import { languages } from '../../src/language/texts.ts';
import { actionsOf, partsOf, textOf } from './card-elements.ts';
import { sharedResultsExamples, tenQuestions } from './shared-results-examples.ts';

const texts = createCardTexts();
const words = texts.in('en');
const example = (name: string) => sharedResultsExamples[name]?.(words) ?? assert.fail(name);
const chartsOn = (card: unknown) =>
  partsOf(card as never).filter(({ type }) => String(type).startsWith('Chart.')).length;

describe('The card that tells people what came of their answers', () => {
  it('says how many answered and what, and what the person said beside it', () => {
    const text = textOf(example('shared-results'));
    assert.match(text, /162 of the 398 people who got these questions answered/);
    assert.match(text, /The average is 3\.4 out of 5/);
    assert.match(text, /1 – Not ambitious at all: 8 \(5%\)[^\n]*\nYou said\n4 out of 5/);
    assert.match(text, /What we plan to do\nYes: 101 · Partly: 40 · No: 9/);
  });

  it('shows nobody what others wrote', () => {
    assert.match(
      textOf(example('shared-results')),
      /84 people wrote an answer\. What they wrote is not shown here\.\nYou said\nSay what you/,
    );
  });

  it('leads to the card in which an anonymous prompt was answered, and shows no answer', () => {
    const text = textOf(example('shared-results-elsewhere'));
    assert.match(text, /Only the card in which you answered leads to them\. Select “See the results” there/);
    assert.doesNotMatch(text, /You said/);
  });

  it('says nothing of a question that too few answered, and keeps the key for the way back', () => {
    const card = example('shared-results-opened');
    assert.equal(textOf(card).match(/Too few people answered this question/g)?.length, 5);
    const [back] = actionsOf(card);
    assert.equal(back?.verb, 'prompt.show');
    assert.match(JSON.stringify(back), /"key":"A234567890123456789012"/);
  });

  for (const language of languages) {
    it(`stays small with ten long questions in ${language}, and says how many it leaves out`, () => {
      const card = sharedResultsCard(tenQuestions, texts.in(language));
      assert.ok(cardBytes(card) < 28 * 1024, `${cardBytes(card)} bytes`);
      const shown = textOf(card).split(texts.in(language).t('sharedResults.you')).length - 1;
      assert.ok(shown > 0 && shown < 10);
      assert.ok(textOf(card).includes(texts.in(language).t('common.more', { count: 10 - shown })));
    });
  }

  it('does without its charts before it leaves a question out', () => {
    const content = { ...tenQuestions.content, questions: tenQuestions.content.questions.slice(0, 6) };
    const card = sharedResultsCard({ ...tenQuestions, content }, words);
    assert.equal(textOf(card).split('You said').length - 1, 6);
    assert.equal(chartsOn(card), 0);
    assert.ok(chartsOn(example('shared-results')) > 0);
  });
});
