import assert from 'node:assert/strict';
import type { AccessToken, TokenCredential } from '@azure/identity';
import { isProductError } from '../../src/errors/product-error.ts';
import { connectorScope, createBotToken } from '../../src/teams/bot-token.ts';

const minute = 60_000;

/** A credential that counts how often it is asked, and answers when it is told to. */
function slowCredential() {
  const asked: string[] = [];
  const waiting: ((token: AccessToken | null | Error) => void)[] = [];
  const credential: TokenCredential = {
    getToken: (scope) =>
      new Promise((resolve, reject) => {
        asked.push(String(scope));
        waiting.push((token) => (token instanceof Error ? reject(token) : resolve(token)));
      }),
  };
  return { credential, asked, answer: (token: AccessToken | null | Error) => waiting.shift()?.(token) };
}

describe('the token of the bot', () => {
  let now = Date.parse('2026-11-23T09:00:00Z');
  const clock = { now: () => new Date(now) };
  const tokenFor = (minutes: number, token = 'first') => ({ token, expiresOnTimestamp: now + minutes * minute });

  it('is fetched once for many who ask at once, and kept for those who ask later', async () => {
    const { credential, asked, answer } = slowCredential();
    const token = createBotToken(credential, clock);
    const many = Array.from({ length: 50 }, () => token());
    answer(tokenFor(60));
    assert.deepEqual(new Set(await Promise.all(many)), new Set(['first']));
    assert.equal(await token(), 'first');
    assert.deepEqual(asked, [connectorScope]);
  });

  it('is fetched anew when it has five minutes left, not before', async () => {
    const { credential, asked, answer } = slowCredential();
    const token = createBotToken(credential, clock);
    const first = token();
    answer(tokenFor(60));
    await first;
    now += 55 * minute - 1;
    assert.equal(await token(), 'first');
    now += 1;
    const second = token();
    answer(tokenFor(60, 'second'));
    assert.equal(await second, 'second');
    assert.equal(asked.length, 2);
  });

  it('tells all who wait when it cannot be fetched, and tries again for the next', async () => {
    const { credential, asked, answer } = slowCredential();
    const token = createBotToken(credential, clock);
    const both = Promise.allSettled([token(), token()]);
    answer(new RangeError('no network'));
    for (const each of await both) assert.ok(each.status === 'rejected' && each.reason instanceof RangeError);
    const next = token();
    answer(tokenFor(60, 'later'));
    assert.equal(await next, 'later');
    assert.equal(asked.length, 2);
  });

  it('is an error of its own when there is none to be had', async () => {
    const { credential, answer } = slowCredential();
    const token = createBotToken(credential, clock)();
    answer(null);
    await assert.rejects(token, (error) => isProductError(error, 'BotNotSignedIn'));
  });
});
