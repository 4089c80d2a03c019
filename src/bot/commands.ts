import { type Command, commands } from '../cards/buttons.ts';

/**
 * The words by which each command is known, in English and Welsh, folded as {@link readCommand} folds what was typed.
 * Longer wordings come first where one contains another's.
 */
const wordings: Readonly<Record<Command, readonly string[]>> = {
  answers: ['my answers', 'answers', 'what i said', 'fy atebion', 'atebion'],
  waiting: [
    'prompts waiting for me',
    'prompts waiting',
    'waiting for me',
    'waiting',
    'prompts',
    'prompt',
    'questions',
    'yn aros',
    'aros',
    'cwestiynau',
  ],
  held: [
    'what do you hold about me',
    'what you hold about me',
    'what data do you hold about me',
    'what do you know about me',
    'what do you have about me',
    'my data',
    'my personal data',
    'my information',
    'data about me',
    'privacy',
    'erase my answers',
    'delete my data',
    'beth sydd gennych amdanaf',
    'beth ydych chi n ei ddal amdanaf',
    'beth rydych chi n ei ddal amdanaf',
    'beth ydych chi n ei wybod amdanaf',
    'fy nata',
    'fy ngwybodaeth',
    'data amdanaf',
    'preifatrwydd',
    'dileu fy atebion',
    'dileu fy nata',
  ],
  results: ['results', 'result', 'tally', 'canlyniadau', 'canlyniad'],
  broadcast: ['broadcast', 'compose', 'new message', 'send', 'darlledu', 'darllediad', 'anfon'],
  roadmap: ['roadmap', 'road map', 'plan', 'map ffordd', 'cynllun'],
  help: ['help', 'hello', 'hi', 'start', 'cymorth', 'help os gwelwch yn dda', 'helo', 'shwmae', 'bore da'],
};

/**
 * What a typed message asks for, forgiving of case, accents, punctuation, a mention of the bot and words around it.
 * Undefined when no command is recognised.
 */
export function readCommand(text: string): Command | undefined {
  const said = ` ${folded(text)} `;
  const all = commands.flatMap((command) => wordings[command].map((wording) => ({ command, wording })));
  const found = all
    .filter(({ wording }) => said.includes(` ${wording} `))
    .sort((one, other) => other.wording.length - one.wording.length);
  return found[0]?.command;
}

/** The command that a button names, if it is one. */
export function commandNamed(name: string | undefined): Command | undefined {
  return commands.find((command) => command === name);
}

function folded(text: string): string {
  return text
    .replace(/<at\b[^>]*>.*?<\/at>/gis, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
