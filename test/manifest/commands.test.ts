import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'mocha';
import type { Localisation, Manifest } from '../../manifest/manifest.ts';
import { readCommand } from '../../src/bot/commands.ts';
import { commands } from '../../src/cards/buttons.ts';

async function sourceJson(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(`../../manifest/${name}`, import.meta.url), 'utf8'));
}

describe('commands in the manifest', () => {
  it('are all the commands of the bot, and the bot knows them in English and Welsh', async () => {
    const manifest = (await sourceJson('manifest.template.json')) as Manifest;
    const welsh = (await sourceJson('cy.json')) as Localisation;
    const listed = manifest.bots?.[0]?.commandLists?.[0]?.commands ?? [];
    const understood = listed.map(({ title }) => readCommand(title));
    const understoodInWelsh = listed.map((_, at) =>
      readCommand(welsh[`bots[0].commandLists[0].commands[${at}].title`] ?? ''),
    );
    assert.deepEqual(understood.toSorted(), [...commands].toSorted());
    assert.deepEqual(understoodInWelsh, understood);
  });
});
