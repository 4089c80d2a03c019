import type { TokenCredential } from '@azure/identity';
import { ProductError } from '../errors/product-error.ts';
import type { Clock } from '../time/clock.ts';

/** The audience of tokens for the Bot Connector. */
export const connectorScope = 'https://api.botframework.com/.default';

/** Answers with a token for the Bot Connector that is good for at least five more minutes. */
export type BotToken = () => Promise<string>;

const renewAheadMs = 5 * 60_000;

/** Keeps one token for all callers: many at once fetch it once. Throws BotNotSignedIn when none can be had. */
export function createBotToken(credential: TokenCredential, clock: Clock): BotToken {
  let kept: { readonly token: string; readonly expiresOnTimestamp: number } | undefined;
  let fetching: Promise<string> | undefined;
  const fetchToken = async (): Promise<string> => {
    const token = await credential.getToken(connectorScope);
    if (token === null) throw new ProductError('BotNotSignedIn');
    kept = token;
    return token.token;
  };
  return async () => {
    if (kept !== undefined && kept.expiresOnTimestamp - renewAheadMs > clock.now().getTime()) return kept.token;
    fetching ??= fetchToken().finally(() => {
      fetching = undefined;
    });
    return fetching;
  };
}
