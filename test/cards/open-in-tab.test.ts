import assert from 'node:assert/strict';
import type { AdaptiveCard } from '../../src/cards/adaptive-card.ts';
import { cardBytes, largestCard } from '../../src/cards/card-size.ts';
import { createCardTexts } from '../../src/cards/card-texts.ts';
import { withTabButton } from '../../src/cards/open-in-tab.ts';

const words = createCardTexts().in('en');
const url = 'https://teams.microsoft.com/l/entity/app/roadmap';

function cardWith(actions: number, text = ''): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: 'en',
    body: [{ type: 'Container', text }],
    actions: Array.from({ length: actions }, (_, index) => ({ type: 'Action.Execute', title: `${index}` })),
  };
}

describe('the button that opens the tab', () => {
  it('is not there without an address', () => {
    const card = cardWith(1);
    assert.equal(withTabButton(card, undefined, words), card);
  });

  it('comes last', () => {
    const { actions } = withTabButton(cardWith(2), url, words);
    assert.deepEqual(actions?.[2], { type: 'Action.OpenUrl', title: 'Open in the tab', url });
    assert.deepEqual(withTabButton(cardWith(0), url, words).actions?.length, 1);
  });

  it('is folded away where three others stand out already', () => {
    assert.equal(withTabButton(cardWith(3), url, words).actions?.[3]?.mode, 'secondary');
  });

  it('stands under the texts where no more buttons fit at the end', () => {
    const { actions, body } = withTabButton(cardWith(6), url, words);
    assert.equal(actions?.length, 6);
    assert.deepEqual(body.at(-1)?.actions, [{ type: 'Action.OpenUrl', title: 'Open in the tab', url }]);
  });

  it('is left out where it would make the card too large for Teams', () => {
    const room = largestCard - cardBytes(cardWith(1));
    const full = cardWith(1, 'x'.repeat(room / 2 - 10));
    assert.equal(withTabButton(full, url, words), full);
    const roomy = cardWith(1, 'x'.repeat(room / 2 - 1_000));
    assert.equal(withTabButton(roomy, url, words).actions?.length, 2);
  });
});
