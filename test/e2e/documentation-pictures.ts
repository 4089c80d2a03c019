import assert from 'node:assert/strict';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { picturesFolder } from './windows.ts';

const documentationFolder = join(import.meta.dirname, '../../docs/images');
const mostBytes = 200_000;

/** Of the chat, by the name in the documentation. */
const chatPictures = {
  'playground.png': 'window.png',
  'prompt-card.png': 'prompt-light.png',
  'prompt-card-dark.png': 'prompt-dark.png',
  'phone.png': 'prompt-phone.png',
  'receipt.png': 'receipt-light.png',
  'results.png': 'results-beginning.png',
} as const;

/** Makes the pictures that the tests took of the chat those of the documentation. */
export async function updateDocumentationPictures(): Promise<void> {
  await putInDocumentation(picturesFolder, chatPictures);
}

/** Copies pictures from a folder to the documentation, by the name that they have there. Throws when one is too large. */
export async function putInDocumentation(from: string, pictures: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(documentationFolder, { recursive: true });
  for (const [name, source] of Object.entries(pictures)) {
    const { size } = await stat(join(from, source));
    assert.ok(size <= mostBytes, `${source} has ${size} bytes, more than a page should load.`);
    await copyFile(join(from, source), join(documentationFolder, name));
  }
}
