import type { Page } from 'playwright-core';
import { teamsHostConfig } from '../cards/teams-host-config.ts';

const darkSurroundings = `
  .fai-OutputCard, .fai-OutputCard .fui-FluentProvider {
    color-scheme: dark; color: #ffffff; background-color: #1f1f1f;
    --colorNeutralBackground1: #292929; --colorNeutralBackground1Hover: #3d3d3d;
    --colorNeutralBackground1Pressed: #1f1f1f; --colorNeutralBackground1Selected: #383838;
    --colorNeutralBackground2: #1f1f1f; --colorNeutralBackground3: #141414; --colorNeutralBackground4: #0a0a0a;
    --colorNeutralForeground1: #ffffff; --colorNeutralForeground1Hover: #ffffff;
    --colorNeutralForeground1Pressed: #ffffff; --colorNeutralForeground2: #d6d6d6;
    --colorNeutralForeground2Hover: #ffffff; --colorNeutralForeground3: #adadad; --colorNeutralForeground4: #999999;
    --colorNeutralForegroundDisabled: #5c5c5c; --colorNeutralStroke1: #666666;
    --colorNeutralStroke1Hover: #757575; --colorNeutralStroke2: #525252; --colorNeutralStroke3: #3d3d3d;
    --colorNeutralStrokeAccessible: #adadad; --colorNeutralStrokeAccessibleHover: #bdbdbd;
    --colorCompoundBrandStroke: #7f85f5; --colorCompoundBrandBackground: #7f85f5;
    --colorCompoundBrandForeground1: #7f85f5;
    --colorTransparentBackground: transparent; --colorStrokeFocus2: #ffffff; --colorStrokeFocus1: #000000;
  }`;

/** The font that Linux machines have in the place of the one that cards and controls are made for. */
const oneFont = "#root .fui-FluentProvider { --fontFamilyBase: 'Segoe UI', 'Liberation Sans', sans-serif; }";

const narrowLayout = `
  #root div:not([role='listbox'] *) { min-width: 0 !important; max-width: 100vw; }
  #root div:has(> div > .fai-OutputCard) { margin-right: 8px !important; }
  .fai-OutputCard { padding-inline: 0 !important; }
  .fai-OutputCard > div { width: auto !important; }
  .fai-OutputCard .ac-preview-panel { width: calc(100vw - 67px); }`;

/**
 * Gives the cards of a page not yet opened the colours of Teams' dark theme. The Playground has no dark theme of its
 * own; this replaces the colours in the host configuration that it reads for its cards.
 */
export async function prepareDarkCards(page: Page): Promise<void> {
  const { containerStyles, separator } = teamsHostConfig('dark');
  await page.addInitScript(
    (dark) => {
      const parse = JSON.parse;
      JSON.parse = (source, reviver) => {
        const value = parse(source, reviver);
        if (typeof source !== 'string' || !source.startsWith('{"choiceSetInputValueSeparator"')) return value;
        document.documentElement.dataset.cardColours = 'dark';
        return { ...value, ...dark };
      };
    },
    { containerStyles, separator },
  );
}

/**
 * Darkens the controls in the cards and their rims; the page around stays light. Throws when {@link prepareDarkCards}
 * had no effect on the page.
 */
export async function finishDark(page: Page): Promise<void> {
  if ((await page.locator('html[data-card-colours="dark"]').count()) === 0) {
    throw new Error('The Playground did not read the colours of its cards where they are replaced.');
  }
  await page.addStyleTag({ content: darkSurroundings });
}

/** Lets the Playground, made for 600 px and more, be as narrow as its window. */
export async function allowNarrow(page: Page): Promise<void> {
  await page.addStyleTag({ content: narrowLayout });
}

/** Draws text and controls in one font, where the page's own is not installed. */
export async function fixFont(page: Page): Promise<void> {
  await page.addStyleTag({ content: oneFont });
}
