// Draws color.png and outline.png from the SVG files beside this one. Run it after changing an SVG:
//   node manifest/icons/draw.ts
// It needs a browser: set CHROMIUM_PATH to a Chromium or Chrome, or have Google Chrome installed.
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const icons = [
  { name: 'color', size: 192 },
  { name: 'outline', size: 32 },
] as const;

const executablePath = process.env.CHROMIUM_PATH;
const browser = await chromium.launch(executablePath ? { executablePath } : { channel: 'chrome' });
try {
  for (const { name, size } of icons) {
    const svg = await readFile(new URL(`${name}.svg`, import.meta.url), 'utf8');
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
    await page.screenshot({ path: new URL(`${name}.png`, import.meta.url).pathname, omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
