export interface PageConfiguration {
  /** Origins that may play the part of Teams beside Teams' own; none in production. */
  readonly hostOrigins: readonly string[];
  /** Marks the style elements that the page makes as its own, for the content security policy. */
  readonly styleNonce: string;
}

/** What the server wrote into the page for it. */
export function readPageConfiguration(page: Document): PageConfiguration {
  const content = (name: string) => page.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';
  return {
    hostOrigins: content('host-origins')
      .split(' ')
      .filter((origin) => origin !== ''),
    styleNonce: content('style-nonce'),
  };
}
