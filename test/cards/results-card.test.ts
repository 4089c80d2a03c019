import assert from 'node:assert/strict';
import { createCardTexts } from '../../src/cards/card-texts.ts';
import { resultsCard } from '../../src/cards/results-card.ts';
import { listAreas } from '../../src/people/areas.ts';
import { inputOf, inputsOf, partsOf, textOf } from './card-elements.ts';
import { adoptionResults, comparedResults, consultationResults, hiddenResults } from './example-results.ts';

const words = createCardTexts().in('en');
const areas = listAreas();

describe('The results card', () => {
  const card = resultsCard({ results: consultationResults, areas }, words);
  const text = textOf(card);

  it('says everything in words that its charts show', () => {
    assert.match(text, /The average is 3\.4 out of 5, with a spread \(standard deviation\) of 1\.0/);
    assert.match(text, /Exciting, less a problem: \+50/);
    assert.match(text, /41% of those who got the questions have answered/);
    assert.match(text, /last counted at 8am on Monday 23 November 2026/);
    assert.match(text, /1 – Not ambitious at all: 8 \(5%\) · 2: 20 \(12%\)/);
    assert.match(text, /What we plan to do\nYes: 101 · Partly: 40 · No: 9/);
    assert.match(text, /Fewer large contracts, more skills of our own\nNo answers yet/);
  });

  it('draws a bar for each answer, and leaves out of a chart what nobody answered', () => {
    const charts = partsOf(card).filter(({ type }) => String(type).startsWith('Chart.'));
    const dataOf = (index: number) => charts[index]?.data as readonly unknown[];
    assert.equal(charts.length, 4);
    assert.deepEqual(dataOf(0)[0], { x: '1 – Not ambitious at all', y: 8, color: 'categoricalLightBlue' });
    assert.equal(dataOf(3).length, 2);
  });

  it('says how many areas were asked, shown and too small', () => {
    assert.match(text, /6 areas asked, 4 shown, 2 too small to show\./);
    assert.match(text, /Mersey-Cheshire\nToo small to show/);
    assert.match(text, /Wales\n48 answered/);
  });

  it('lets an owner choose one area or all', () => {
    const filter = inputOf(card, 'area');
    assert.equal(filter.value, 'all');
    assert.equal((filter.choices as readonly unknown[]).length, 7);
    const one = resultsCard({ results: consultationResults, areas, area: 'cymru-wales' }, words);
    assert.equal(inputOf(one, 'area').value, 'cymru-wales');
    assert.match(textOf(one), /Cymru-Wales only\n48 people have answered\./);
  });

  it('compares groups in words', () => {
    const compared = textOf(resultsCard({ results: comparedResults, areas, by: 'role' }, words));
    assert.match(compared, /Compared: Role/);
    assert.match(compared, /Legal \(162\)\nThe average is 3\.4 out of 5\./);
    assert.match(compared, /What we plan to do: Yes: 67%/);
  });

  it('shows nothing of a group that is too small', () => {
    const hiddenArea = textOf(resultsCard({ results: consultationResults, areas, area: 'mersey-cheshire' }, words));
    assert.match(hiddenArea, /Too few people answered in this area/);
    assert.doesNotMatch(hiddenArea, /have answered\.|average/);
    const hidden = textOf(resultsCard({ results: hiddenResults, areas }, words));
    assert.match(hidden, /Results are only shown for groups of 10 or more people/);
  });

  it('shows nothing of an area that was not asked', () => {
    const foreign = textOf(resultsCard({ results: consultationResults, areas, area: 'wessex' }, words));
    assert.match(foreign, /Too few people answered in this area/);
  });

  it('shows a lead of one area that area, and a lead of several a choice but no total', () => {
    const [wales, midlands] = consultationResults.areas;
    const ofLead = { ...consultationResults, everyArea: false, total: { shown: false } } as const;
    const one = resultsCard({ results: { ...ofLead, areas: wales ? [wales] : [] }, areas }, words);
    assert.match(textOf(one), /48 people have answered\./);
    assert.deepEqual(inputsOf(one), []);
    const two = resultsCard(
      { results: { ...ofLead, areas: [wales, midlands].filter((area) => area !== undefined) }, areas },
      words,
    );
    assert.match(textOf(two), /Choose one of your areas to see its results/);
    assert.equal((inputOf(two, 'area').choices as readonly unknown[]).length, 2);
    assert.equal(inputOf(two, 'area').value, undefined);
  });

  it('names those who commented only where names are given, and never formats what they wrote', () => {
    const named = textOf(resultsCard({ results: adoptionResults, areas, names: { a: 'Gwen *Evans*' } }, words));
    assert.match(named, /Half an hour with somebody who already uses it\.\nGwen \\\*Evans\\\*/);
    assert.doesNotMatch(textOf(resultsCard({ results: adoptionResults, areas }, words)), /Gwen/);
    assert.match(text, /\\\[Click\\\]\(https:\/\/example\.org\)/);
  });
});
