import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { Command } from '../cards/buttons.ts';
import { noticeCard } from '../cards/notice-card.ts';
import { meetPerson } from '../people/meet-person.ts';
import { commandNamed, readCommand } from './commands.ts';
import { startComposing } from './handlers/compose.ts';
import { showHeld } from './handlers/held.ts';
import { showHelp } from './handlers/help.ts';
import { askIntroduction } from './handlers/introduce.ts';
import { showMyAnswers, showWaiting } from './handlers/my-prompts.ts';
import { showResultsList } from './handlers/results.ts';
import { showRoadmap } from './handlers/roadmap.ts';
import type { KnownTurn, Turn } from './turn.ts';

/** What each command is answered with: a new message. */
const commandHandlers: Readonly<Record<Command, (turn: KnownTurn) => Promise<AdaptiveCard>>> = {
  help: showHelp,
  roadmap: showRoadmap,
  waiting: showWaiting,
  answers: showMyAnswers,
  held: showHeld,
  broadcast: startComposing,
  results: showResultsList,
};

/** Answers what was typed, or the command of a button. What is not understood is answered with what can be asked. */
export async function handleMessage(turn: Turn, text: string, button: string | undefined): Promise<void> {
  const met = await meetPerson(turn.services.people, turn.personId, turn.chat);
  if (met === undefined) return turn.say(askIntroduction(turn));
  const known: KnownTurn = { ...turn, person: met.person, words: turn.services.texts.in(met.person.language) };
  const command = commandNamed(button) ?? readCommand(text);
  if (command === undefined) return turn.say(commandUnknown(known));
  return turn.say(await commandHandlers[command](known));
}

function commandUnknown({ words }: KnownTurn): AdaptiveCard {
  const notice = {
    title: words.t('notice.commandUnknown.title'),
    text: words.t('notice.commandUnknown.text'),
    tone: 'plain',
    commands: ['roadmap', 'waiting', 'help'],
  } as const;
  return noticeCard(notice, words);
}
