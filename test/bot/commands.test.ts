import assert from 'node:assert/strict';
import { commandNamed, readCommand } from '../../src/bot/commands.ts';
import { commands } from '../../src/cards/buttons.ts';
import { createCardTexts } from '../../src/cards/card-texts.ts';

describe('reading a command', () => {
  for (const language of ['en', 'cy'] as const) {
    const words = createCardTexts().in(language);
    for (const command of commands) {
      it(`knows ${command} by its word and by the title of its button, in ${language}`, () => {
        for (const name of [words.t(`command.${command}.word`), words.t(`command.${command}.title`)]) {
          assert.equal(readCommand(name), command, name);
          assert.equal(readCommand(`  ${name.toUpperCase()}?!`), command, name);
        }
      });
    }
  }

  for (const [text, command] of [
    ['my answers to the prompts', 'answers'],
    ['Results of the roadmap prompt', 'roadmap'],
    ['the “results”', 'results'],
    ['mapffordd', undefined],
    ['HELPFUL', undefined],
    ['hi', 'help'],
    ['this', undefined],
    ['atebion?', 'answers'],
    ['What do you hold about me?', 'held'],
    ['what do you know about me', 'held'],
    ['Erase my answers, please', 'held'],
    ['Beth ydych chi’n ei ddal amdanaf i?', 'held'],
    ["Beth rydych chi'n ei ddal amdanaf?", 'held'],
    ['FY NATA', 'held'],
    ['privacy', 'held'],
    ['<at>results</at>', undefined],
    ['<AT id="0">results</AT> help', 'help'],
    ['<at>CPS\nRoadmap</at> help', 'help'],
    ['r\u00e9sults', 'results'],
    ['', undefined],
    ['\u{1F600}', undefined],
  ] as const) {
    it(`reads ${command ?? 'nothing'} from “${text}”`, () => {
      assert.equal(readCommand(text), command);
    });
  }
});

describe('the command of a button', () => {
  it('is known by its exact name', () => {
    assert.deepEqual(commands.map(commandNamed), commands);
    for (const name of [undefined, '', 'Help', 'toString', '__proto__']) assert.equal(commandNamed(name), undefined);
  });
});
