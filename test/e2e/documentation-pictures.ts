import assert from 'node:assert/strict';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { picturesFolder } from './windows.ts';

const documentationFolder = join(import.meta.dirname, '../../docs/images');
const mostBytes = 200_000;

/** Pictures in the documentation, by name, and what they are copied from. */
const copies = {
  'playground.png': 'window.png',
  'prompt-card.png': 'prompt-light.png',
  'prompt-card-dark.png': 'prompt-dark.png',
  'phone.png': 'prompt-phone.png',
  'receipt.png': 'receipt-light.png',
  'results.png': 'results-beginning.png',
} as const;

/** Makes the pictures that the tests took those of the documentation. */
export async function updateDocumentationPictures(): Promise<void> {
  await mkdir(documentationFolder, { recursive: true });
  for (const [name, source] of Object.entries(copies)) {
    const { size } = await stat(join(picturesFolder, source));
    assert.ok(size <= mostBytes, `${source} has ${size} bytes, more than a page should load.`);
    await copyFile(join(picturesFolder, source), join(documentationFolder, name));
  }
}
