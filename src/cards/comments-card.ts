import type { PromptContent } from '../broadcasts/broadcast.ts';
import type { Comment } from '../insight/results.ts';
import { smallestGroup } from '../insight/smallest-group.ts';
import type { AreaSlug } from '../people/areas.ts';
import type { AdaptiveCard, CardAction, CardElement } from './adaptive-card.ts';
import { goButton, sendButton } from './buttons.ts';
import { cardFrame } from './card-frame.ts';
import type { Words } from './card-texts.ts';
import { commentBox, type Names } from './comment-box.ts';
import { oneLine, shortened } from './plain-text.ts';
import { hint, paragraph, strong } from './text-blocks.ts';

export interface CommentsView {
  readonly broadcastId: string;
  readonly prompt: PromptContent;
  readonly question: string;
  readonly area?: AreaSlug;
  /** So many as a card shows; hidden ones are without text. */
  readonly comments: readonly Comment[];
  /** Where to go on; absent when these are the last. */
  readonly next?: { readonly after?: string; readonly skip: number };
  readonly names?: Names;
}

/** A card shows so many comments. */
export const commentsACard = 8;

const choiceLength = 100;

/** What people wrote, a few comments at a time, each of which can be hidden from everybody. */
export function commentsCard(view: CommentsView, words: Words): AdaptiveCard {
  const { broadcastId, prompt, question, area, comments, next } = view;
  const written = prompt.questions.filter(({ kind }) => kind === 'free-text');
  const asked = written.find(({ id }) => id === question);
  const about = { broadcastId, question, ...(area === undefined ? {} : { area }) };
  const back = goButton('results.show', words.t('comments.back'), {
    broadcastId,
    ...(area === undefined ? {} : { area }),
  });
  const more =
    next === undefined ? [] : [goButton('results.comments', words.t('comments.next'), { ...about, ...next })];
  return cardFrame(words, {
    title: words.t('comments.title'),
    subtitle: words.of(prompt.title),
    body: [
      ...(asked === undefined ? [] : [strong(words.of(asked.text))]),
      ...(comments.length === 0 ? nothing(prompt, words) : comments.map((comment) => box(view, comment, words))),
    ],
    actions: [...more, ...chooser(view, written, words), back],
    speak: words.t('comments.title'),
  });
}

function nothing({ privacy }: PromptContent, words: Words): readonly CardElement[] {
  const why = privacy === 'named' ? [] : [hint(words.t('comments.tooFew', { number: words.number(smallestGroup) }))];
  return [paragraph(words.t('comments.none')), ...why];
}

function box({ broadcastId, question, area, names }: CommentsView, comment: Comment, words: Words): CardElement {
  const about = { broadcastId, question, comment: comment.id, ...(area === undefined ? {} : { area }) };
  const isHidden = comment.redacted !== undefined;
  const action = isHidden
    ? goButton('comments.restore', words.t('comments.restore'), about)
    : goButton('comments.hide', words.t('comments.hide'), about, { tooltip: words.t('comments.hideLabel') });
  const shown = comment.text === '' ? { ...comment, text: words.t('comments.hidden') } : comment;
  return commentBox(shown, names, [{ type: 'ActionSet', spacing: 'Small', actions: [action] }]);
}

function chooser(
  { broadcastId, question, area }: CommentsView,
  written: PromptContent['questions'],
  words: Words,
): readonly CardAction[] {
  if (written.length < 2) return [];
  const choices = written.map(({ id, text }) => ({
    title: shortened(oneLine(words.of(text)), choiceLength),
    value: id,
  }));
  const input = {
    type: 'Input.ChoiceSet',
    id: 'question',
    label: words.t('comments.choose'),
    value: question,
    choices,
  };
  const data = { broadcastId, question, ...(area === undefined ? {} : { area }) };
  const show = sendButton('results.comments', words.t('comments.show'), data);
  return [
    {
      type: 'Action.ShowCard',
      title: words.t('comments.choose'),
      card: { type: 'AdaptiveCard', version: '1.5', lang: words.language, body: [input], actions: [show] },
    },
  ];
}
