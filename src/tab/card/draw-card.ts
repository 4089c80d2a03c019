import type { Theme } from '@fluentui/react-components';
import { AdaptiveCard, HostConfig } from 'adaptivecards';
import { hostConfig } from './host-config.ts';

/** The Markdown that the product's cards hold is escaped text and paragraphs, so that is all that is understood. */
AdaptiveCard.onProcessMarkdown = (text, result) => {
  const escaped = text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  const shown = escaped.replace(/\\(&#\d+;|[^\w\s])/g, '$1');
  result.outputHtml = shown
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');
  result.didProcess = true;
};

/** Draws an adaptive card as Teams does. Its buttons do nothing. Throws when it cannot be drawn. */
export function drawCard(card: unknown, theme: Theme): HTMLElement {
  const adaptiveCard = new AdaptiveCard();
  adaptiveCard.hostConfig = new HostConfig(hostConfig(theme));
  adaptiveCard.parse(card);
  const element = adaptiveCard.render();
  if (element === undefined) throw new Error('The card cannot be drawn.');
  // A card in a page of its own is its main content; here it is a part of the page.
  element.removeAttribute('tabindex');
  return element;
}
