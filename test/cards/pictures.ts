import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { createCardTexts } from '../../src/cards/card-texts.ts';
import { languages } from '../../src/language/texts.ts';
import { examples } from './examples.ts';
import { palettes, type Theme, teamsHostConfig } from './teams-host-config.ts';

/*
 * Draws every example card as it looks in Teams, in both languages and themes, on a phone and on a laptop:
 *   node test/cards/pictures.ts --browser /usr/bin/chromium [--only prompt] [--to test-results/cards]
 */

const widths = [360, 640];
const root = join(import.meta.dirname, '../..');

const { values: options } = parseArgs({
  options: {
    browser: { type: 'string' },
    only: { type: 'string', default: '' },
    to: { type: 'string', default: join(root, 'test-results/cards') },
  },
});

/** Runs in the page: renders a card into it. The markup that cards use is only escapes and paragraphs. */
function render(card: unknown, hostConfig: unknown): void {
  const { AdaptiveCards } = window as unknown as { AdaptiveCards: typeof import('adaptivecards') };
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const escaped = text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
    const shown = escaped.replace(/\\(&#\d+;|[^\w\s])/g, '$1');
    result.outputHtml = shown
      .split('\n\n')
      .map((paragraph) => `<p>${paragraph}</p>`)
      .join('');
    result.didProcess = true;
  };
  const adaptiveCard = new AdaptiveCards.AdaptiveCard();
  adaptiveCard.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
  adaptiveCard.parse(card);
  const element = adaptiveCard.render();
  if (element === undefined) throw new Error('The card was not rendered');
  document.body.replaceChildren(element);
}

async function openPage(width: number, theme: Theme): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 200 } });
  await page.setContent(`<style>${await styles(theme)}</style>`);
  await page.addScriptTag({ path: join(root, 'node_modules/adaptivecards/dist/adaptivecards.js') });
  return page;
}

async function styles(theme: Theme): Promise<string> {
  const { background, text, line } = palettes[theme];
  const base = await readFile(join(root, 'node_modules/adaptivecards/dist/adaptivecards.css'), 'utf8');
  return `${base}
    body { margin: 0; background: ${background}; color: ${text}; color-scheme: ${theme}; }
    p { margin: 0 0 8px } p:last-child { margin: 0 }
    .ac-adaptiveCard { border: 1px solid ${line}; border-radius: 4px }
    .ac-pushButton { font: 600 14px 'Segoe UI', 'Liberation Sans', sans-serif; padding: 5px 12px; border-radius: 4px;
      border: 1px solid ${line}; background: ${background}; color: ${text}; white-space: normal; height: auto }
    .ac-pushButton.style-positive { background: #5b5fc7; border-color: #5b5fc7; color: #fff }
    .ac-actionSet { flex-wrap: wrap; row-gap: 8px }
    .ac-actionSet > * { flex: 0 0 auto !important; max-width: 100% }
    .ac-input { font: 14px 'Segoe UI', 'Liberation Sans', sans-serif; color: ${text} }
    .ac-textInput, .ac-multichoiceInput, .ac-dateInput, .ac-timeInput { border: 1px solid ${line}; border-radius: 4px;
      padding: 6px; box-sizing: border-box; background: ${background} }
    .ac-multiline { height: 72px !important }`;
}

const browser = await chromium.launch(options.browser === undefined ? {} : { executablePath: options.browser });
await mkdir(options.to, { recursive: true });
const texts = createCardTexts();
for (const theme of ['light', 'dark'] as const) {
  for (const width of widths) {
    const page = await openPage(width, theme);
    for (const [name, example] of Object.entries(examples)) {
      if (!name.startsWith(options.only)) continue;
      for (const language of languages) {
        await page.evaluate(`(${render})(${JSON.stringify(example(texts.in(language)))},
          ${JSON.stringify(teamsHostConfig(theme))})`);
        await page.screenshot({ path: join(options.to, `${name}.${language}.${theme}.${width}.png`), fullPage: true });
      }
    }
    await page.close();
  }
}
await browser.close();
