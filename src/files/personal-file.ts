import { answerLines } from '../cards/answer-summary.ts';
import type { Words } from '../cards/card-texts.ts';
import type { HeldAnswer, PersonalData } from '../rights/personal-data.ts';

/**
 * All that is held about a person as a JSON file: each part with a note in the person's language, answers in words and
 * as they are stored.
 */
export function personalFile(
  data: PersonalData,
  words: Words,
  now: Date,
): { readonly name: string; readonly content: Uint8Array } {
  const { person, answers, anonymous, messages, written, recorded } = data;
  const parts = {
    title: words.t('held.title'),
    note: words.t('held.intro'),
    madeAt: now.toISOString(),
    directory: { note: words.t('held.entryWhy'), entry: person },
    answers: { note: words.t('held.answersWhy'), entries: answers.map((answer) => answerEntry(answer, words)) },
    anonymous: {
      note: words.t('held.anonymousWhy'),
      entries: anonymous.map(({ id, content }) => ({ title: words.of(content.title), broadcastId: id })),
    },
    messages: {
      note: words.t('held.sentWhy'),
      entries: messages.map(({ broadcast, deliveries }) => ({ title: words.of(broadcast.content.title), deliveries })),
    },
    written: {
      note: words.t('held.writtenWhy'),
      entries: written.map(({ id, createdAt, state, content, sentBack }) => ({
        id,
        createdAt,
        state,
        content,
        sentBack: sentBack && { at: sentBack.at, because: sentBack.because },
      })),
    },
    audit: { note: words.t('held.recordedWhy'), entries: recorded },
  };
  return {
    name: words.t('held.fileName', { date: now.toISOString().slice(0, 10) }),
    content: new TextEncoder().encode(`${JSON.stringify(parts, undefined, 2)}\n`),
  };
}

function answerEntry({ prompt: { content }, response }: HeldAnswer, words: Words) {
  return {
    title: words.of(content.title),
    promise: words.t(`promise.${content.privacy}.title`),
    answers: content.questions.map((question) => ({
      question: words.of(question.text),
      answer: answerLines(question, response.answers[question.id], words),
    })),
    stored: response,
  };
}
