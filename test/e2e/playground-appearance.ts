import type { Page } from 'playwright-core';

/** The colours of text on a card in Teams' dark theme: as it is, and subtle. */
const darkText = {
  default: ['#ffffff', '#bfffffff'],
  dark: ['#201f1f', '#2d2c2c'],
  light: ['#ffffff', '#bfffffff'],
  accent: ['#a6a7dc', '#8b8cc7'],
  good: ['#92c353', '#e592c353'],
  warning: ['#f8d22a', '#e5f8d22a'],
  attention: ['#f9526b', '#e5f9526b'],
} as const;
const darkBackground = { default: '#2d2c2c', emphasis: '#292828' } as const;

const darkSurroundings = `
  .fai-OutputCard, .fai-OutputCard .fui-FluentProvider {
    color-scheme: dark; color: #ffffff; background-color: #1f1f1f;
    --colorNeutralBackground1: #292929; --colorNeutralBackground1Hover: #3d3d3d;
    --colorNeutralBackground1Pressed: #1f1f1f; --colorNeutralBackground1Selected: #383838;
    --colorNeutralBackground2: #1f1f1f; --colorNeutralBackground3: #141414; --colorNeutralBackground4: #0a0a0a;
    --colorNeutralForeground1: #ffffff; --colorNeutralForeground1Hover: #ffffff; --colorNeutralForeground1Pressed: #ffffff;
    --colorNeutralForeground2: #d6d6d6; --colorNeutralForeground2Hover: #ffffff; --colorNeutralForeground3: #adadad;
    --colorNeutralForeground4: #999999; --colorNeutralForegroundDisabled: #5c5c5c;
    --colorNeutralStroke1: #666666; --colorNeutralStroke1Hover: #757575; --colorNeutralStroke2: #525252;
    --colorNeutralStrokeAccessible: #adadad; --colorNeutralStrokeAccessibleHover: #bdbdbd;
    --colorCompoundBrandStroke: #7f85f5; --colorCompoundBrandBackground: #7f85f5; --colorCompoundBrandForeground1: #7f85f5;
    --colorTransparentBackground: transparent; --colorStrokeFocus2: #ffffff; --colorStrokeFocus1: #000000;
  }`;

const narrowLayout = `
  #root div { min-width: 0 !important; max-width: 100vw; }
  #root div:has(> div > .fai-OutputCard) { margin-right: 8px !important; }
  .fai-OutputCard { padding-inline: 0 !important; }
  .fai-OutputCard > div { width: auto !important; }`;

/**
 * Gives the cards of a page not yet opened the colours of Teams' dark theme. The Playground has no dark theme of its
 * own; this replaces the colours in the host configuration that it reads for its cards.
 */
export async function prepareDarkCards(page: Page): Promise<void> {
  await page.addInitScript(
    ({ text, background }) => {
      const parse = JSON.parse;
      JSON.parse = (source, reviver) => {
        const value = parse(source, reviver);
        if (typeof source !== 'string' || !source.startsWith('{"choiceSetInputValueSeparator"')) return value;
        for (const [style, colours] of Object.entries<Record<string, unknown>>(value.containerStyles)) {
          if (!Object.hasOwn(background, style)) continue;
          colours.backgroundColor = background[style as keyof typeof background];
          colours.foregroundColors = Object.fromEntries(
            Object.entries(text).map(([name, [plain, subtle]]) => [name, { default: plain, subtle }]),
          );
        }
        document.documentElement.dataset.cardColours = 'dark';
        return value;
      };
    },
    { text: darkText, background: darkBackground },
  );
}

/** Darkens the controls in the cards and their rims; the page around stays light. Throws when {@link prepareDarkCards} had no effect on the page. */
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
