import type { Browser, Locator, Page } from 'playwright-core';
import { allowNarrow, finishDark, fixFont, prepareDarkCards } from './playground-appearance.ts';

export interface Appearance {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
}

type Text = string | RegExp;

export interface CardPart {
  /** Only what stands above this text, and its separator. */
  readonly above?: string;
}

const narrow = 700;
const timeoutMs = 60_000;
const roomAroundCard = 400;
const mostTabs = 60;
const separatorHeight = 14;
const rim = '.ac-adaptiveCard { outline: 1px solid #80808060; outline-offset: -1px; }';

/**
 * The chat of one person in the Playground, in a browser window of their own. Fields are found by the beginning of
 * their label, options and buttons by their whole title, all in the newest card. Every method waits up to a minute for
 * what it needs, and throws then.
 */
export class PlaygroundPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Opens the chat, which tells the bot that the person installed it. Nothing beyond this machine is loaded. */
  static async open(browser: Browser, url: string, appearance: Appearance = {}): Promise<PlaygroundPage> {
    const { theme = 'light', width = 1280 } = appearance;
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'en-GB' });
    context.setDefaultTimeout(timeoutMs);
    await context.route(
      (address) => address.origin !== new URL(url).origin,
      (route) => route.abort(),
    );
    const page = await context.newPage();
    if (theme === 'dark') await prepareDarkCards(page);
    await page.goto(url);
    const playground = new PlaygroundPage(page);
    await playground.composer.waitFor();
    await fixFont(page);
    if (theme === 'dark') await finishDark(page);
    await page.getByRole('button', { name: 'Hide log panel' }).click();
    if (width < narrow) await allowNarrow(page);
    return playground;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  async sendText(text: string): Promise<void> {
    await this.composer.click();
    await this.page.keyboard.insertText(text);
    await this.page.getByRole('button', { name: 'Send Message' }).click();
    await this.page.getByText(text, { exact: true }).last().waitFor();
  }

  /** Waits until the newest card holds the text. */
  async waitForCard(text: Text): Promise<void> {
    await this.newestCard.filter({ hasText: text }).waitFor();
  }

  /** Waits until one card, the newest or not, holds all of these texts. */
  async waitForAnyCard(...texts: readonly Text[]): Promise<void> {
    await this.messageWith(texts).waitFor();
  }

  /** Waits until the Playground shows the text under the newest card: what an action answered with. */
  async waitForNote(text: Text): Promise<void> {
    await this.newestMessage.locator('[aria-label="Display Invoked Message"]').filter({ hasText: text }).waitFor();
  }

  async waitForText(text: Text): Promise<void> {
    await this.page.getByText(text).last().waitFor();
  }

  /** Types into a text or number field. */
  async fill(label: string, value: string): Promise<void> {
    const name = startingWith(label);
    await this.newestCard
      .getByRole('textbox', { name })
      .or(this.newestCard.getByRole('spinbutton', { name }))
      .last()
      .fill(value);
  }

  /** Fills a date field; the date is given as 2026-12-25. */
  async fillDate(label: string, date: string): Promise<void> {
    const [year, month, day] = date.split('-');
    const field = this.newestCard.getByRole('combobox', { name: startingWith(label) });
    await field.fill(`${month}/${day}/${year}`);
    await field.press('Enter');
    await this.page.keyboard.press('Escape');
  }

  /** Chooses the options with these titles, however the field shows its choices. */
  async choose(label: string, ...options: readonly string[]): Promise<void> {
    const name = startingWith(label);
    const radios = this.newestCard.getByRole('radiogroup', { name });
    const list = this.newestCard.getByRole('combobox', { name });
    const boxes = this.newestCard.getByRole('checkbox', { name });
    await radios.or(list).or(boxes).first().waitFor();
    for (const option of options) {
      if ((await radios.count()) > 0) await radios.getByRole('radio', { name: option, exact: true }).check();
      else if ((await list.count()) > 0) await this.chooseInList(list, option);
      else await this.newestCard.getByRole('checkbox', { name: `${label} ${option}`, exact: true }).check();
    }
  }

  /** Switches a toggle on or off. */
  async toggle(label: string, on: boolean): Promise<void> {
    await this.newestCard.getByRole('checkbox', { name: startingWith(label) }).setChecked(on);
  }

  async click(title: string | RegExp): Promise<void> {
    await this.newestCard.getByRole('button', { name: title, exact: true }).last().click();
  }

  /** Presses Tab until the button or field of the newest card has the focus. */
  async tabTo(role: 'button' | 'radio' | 'textbox', name: string | RegExp): Promise<void> {
    const target = this.newestCard.getByRole(role, { name, exact: true }).first();
    await target.waitFor();
    for (let pressed = 0; pressed < mostTabs; pressed += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`The ${role} ${name} is not reached with ${mostTabs} presses of Tab.`);
  }

  /** What the newest card says, as a screen reader gets it. */
  async accessibleCard(): Promise<string> {
    return await this.newestCard.ariaSnapshot();
  }

  /** A picture of the newest card that holds all of these texts: of the whole of it, however long, or its beginning. */
  async screenshotOfCard(path: string, texts: readonly Text[] = [], { above }: CardPart = {}): Promise<void> {
    const card = this.messageWith(texts).locator('.ac-adaptiveCard').first();
    const window = this.page.viewportSize();
    const { height } = await boxOf(card);
    if (window === null) throw new Error('The window has no size.');
    await this.page.setViewportSize({ width: window.width, height: Math.ceil(height) + roomAroundCard });
    if (above === undefined) {
      await card.screenshot({ path, style: rim });
    } else {
      const [whole, end] = [await boxOf(card), await boxOf(card.getByText(above, { exact: true }).first())];
      await this.page.screenshot({ path, style: rim, clip: { ...whole, height: end.y - whole.y - separatorHeight } });
    }
    await this.page.setViewportSize(window);
  }

  /** A picture of the window, where the newest card that holds all of these texts can be seen. */
  async screenshot(path: string, texts: readonly Text[] = []): Promise<void> {
    await this.messageWith(texts).scrollIntoViewIfNeeded();
    await this.page.screenshot({ path });
  }

  /** Sends what Teams sends when a person removes or adds the app. */
  async mock(activity: 'Install application' | 'Uninstall application'): Promise<void> {
    await this.page.getByRole('button', { name: 'Mock an Activity' }).click();
    await this.page
      .getByRole('menuitem')
      .filter({ hasText: new RegExp(`^${activity}`) })
      .click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Send activity' }).click();
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
  }

  private get composer(): Locator {
    return this.page.locator('[contenteditable="true"][role="textbox"]');
  }

  private get newestMessage(): Locator {
    return this.messages.last();
  }

  private messageWith(texts: readonly Text[]): Locator {
    return texts.reduce((messages, text) => messages.filter({ hasText: text }), this.messages).last();
  }

  /** Cards, each with the note under it. */
  private get messages(): Locator {
    return this.page.locator('.fai-OutputCard:has(.ac-adaptiveCard)');
  }

  /** The card itself, without the cards that it shows inside. */
  private get newestCard(): Locator {
    return this.newestMessage.locator('.ac-adaptiveCard').first();
  }

  private async chooseInList(list: Locator, option: string): Promise<void> {
    await list.click();
    const one = this.page.getByRole('option', { name: option, exact: true });
    const several = this.page.getByRole('menuitemcheckbox', { name: option, exact: true });
    await one.or(several).click();
    if ((await several.count()) > 0) await this.page.keyboard.press('Escape');
  }
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('What should be in the picture is not to be seen.');
  return box;
}

/** A field's name is its label, with the error message after it once the field was refused. */
function startingWith(label: string): RegExp {
  return new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=\\s|$)`);
}
