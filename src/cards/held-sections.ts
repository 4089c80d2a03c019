import type { CardElement } from './adaptive-card.ts';
import type { Words } from './card-texts.ts';
import type { HeldAnswerView, HeldEntry, HeldView } from './held-view.ts';
import { facts, group, heading, paragraph } from './text-blocks.ts';
import { workingTimeLines } from './working-time-lines.ts';

type Line = readonly [label: string, value: string];

/** The entry in the directory, each line named; what is not held says so. */
export function entryLines(entry: HeldEntry, words: Words): readonly Line[] {
  const { name, area, site, role, language, workingTime, reachable, leads, roadmapOwner, administrator, promptedAt } =
    entry;
  const unknown = words.t('held.notHeld');
  const time = workingTime === undefined ? [] : workingTimeLines(workingTime, words);
  return [
    [words.t('held.name'), name ?? unknown],
    [words.t('held.area'), words.of(area)],
    [words.t('held.site'), site ?? unknown],
    [words.t('held.role'), role === undefined ? unknown : words.t(`role.${role}`)],
    [words.t('held.language'), words.t(`language.${language}`)],
    [words.t('held.workingTime'), time.length === 0 ? unknown : time.join('\n')],
    [words.t('held.reachable'), words.t(reachable ? 'answer.yes' : 'answer.no')],
    ...(leads.length === 0 ? [] : [[words.t('held.leads'), leads.map((each) => words.of(each)).join(', ')] as const]),
    ...(roadmapOwner ? [[words.t('held.owner'), words.t('answer.yes')] as const] : []),
    ...(administrator ? [[words.t('held.administrator'), words.t('answer.yes')] as const] : []),
    ...(promptedAt === undefined ? [] : [[words.t('held.prompted'), words.moment(promptedAt)] as const]),
  ];
}

/** How many of everything else, each line named. */
export function countLines({ cards, written, recorded }: HeldView, words: Words): readonly Line[] {
  return [
    [words.t('held.meant'), words.number(cards.meant)],
    [words.t('held.arrived'), words.number(cards.arrived)],
    ...(written === 0 ? [] : [[words.t('held.written'), words.number(written)] as const]),
    ...(recorded === 0 ? [] : [[words.t('held.recorded'), words.number(recorded)] as const]),
  ];
}

/** What was promised about an answer, and when it was given or that it is gone. */
export function answerHint({ privacy, answeredAt, gone }: HeldAnswerView, words: Words): string {
  const when = answeredAt === undefined ? [] : [words.t('receipt.answeredAt', { moment: words.moment(answeredAt) })];
  const what = gone === undefined ? [] : [words.t(`held.${gone}`)];
  return [words.t(`promise.${privacy}.title`), ...when, ...what].join(' · ');
}

/** A part of what is held: its name, why it is held, and what it is. */
export function heldSection(title: string, why: string, items: readonly CardElement[]): CardElement {
  return group([heading(title, { spacing: 'None' }), paragraph(why, { spacing: 'Small' }), ...items], {
    spacing: 'Large',
    separator: true,
  });
}

export function factLines(lines: readonly Line[]): CardElement {
  return facts(lines, { spacing: 'Small' });
}
