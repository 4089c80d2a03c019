import { Pool } from 'undici';

/** One answer, ready to be posted. */
export interface Post {
  readonly authorization: string;
  readonly body: string;
}

export interface Answering {
  readonly latenciesMs: readonly number[];
  /** The body of the last answer. */
  readonly lastBody: string;
}

/** Posts activities to a bot, so many at once. Throws unless each is answered with a card that shows a receipt. */
export async function postAnswers(endpoint: string, posts: readonly Post[], atOnce: number): Promise<Answering> {
  const { origin, pathname } = new URL(endpoint);
  const pool = new Pool(origin, { connections: atOnce });
  const waiting = posts.values();
  const latenciesMs: number[] = [];
  let lastBody = '';
  const work = async (): Promise<void> => {
    for (const { authorization, body } of waiting) {
      const began = performance.now();
      const response = await pool.request({
        path: pathname,
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json; charset=utf-8' },
        body,
      });
      lastBody = await response.body.text();
      latenciesMs.push(performance.now() - began);
      if (response.statusCode !== 200 || !isReceipt(lastBody)) throw new Error(`${response.statusCode} ${lastBody}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  await pool.close();
  return { latenciesMs, lastBody };
}

/** A receipt is the one card that offers to change the answer. */
export function isReceipt(body: string): boolean {
  return body.includes('"application/vnd.microsoft.card.adaptive"') && body.includes('"prompt.change"');
}
