import type { Prompt } from '../broadcasts/broadcast-state.ts';
import { type Question, type WorkingPlace, workingPlaces } from '../broadcasts/question.ts';
import type { Answers, Profile } from './response.ts';
import type { Asked, ResponsePorts } from './response-ports.ts';

/** What is kept of a person beside their answers to a prompt. Of where they work, only what they answer is known. */
export async function profileOf(
  ports: Pick<ResponsePorts, 'coarse'>,
  prompt: Prompt,
  asked: Asked,
  answers: Answers,
): Promise<Profile> {
  const who = prompt.content.privacy === 'anonymous' ? await ports.coarse(prompt, asked) : known(asked);
  const place = placeIn(prompt.content.questions, answers);
  return { ...who, ...(place === undefined ? {} : { place }) };
}

function known({ area, role, language, site }: Asked): Profile {
  return {
    area,
    language,
    ...(role === undefined ? {} : { role }),
    ...(site === undefined ? {} : { site }),
  };
}

function placeIn(questions: readonly Question[], answers: Answers): WorkingPlace | undefined {
  for (const question of questions) {
    const answer = answers[question.id];
    if (question.kind !== 'one-choice' || question.asks !== 'working-place' || answer?.kind !== 'one-choice') continue;
    const place = workingPlaces.find((each) => each === answer.option);
    if (place !== undefined) return place;
  }
  return undefined;
}
