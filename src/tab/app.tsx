import type { Theme } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Router } from 'wouter';
import { createQueryClient } from './api/query-client.ts';
import type { Host } from './host/host.ts';
import { HostProvider } from './host/host-context.tsx';
import { ArrivalProvider } from './shell/arrival.tsx';
import { Layout } from './shell/layout.tsx';
import { LoadingPage } from './shell/loading.tsx';
import { Pages } from './shell/pages.tsx';
import { base } from './shell/places.ts';
import { SignedIn } from './shell/signed-in.tsx';
import { Themed } from './shell/themed.tsx';
import type { Words } from './words/words.ts';

const Configure = lazy(() => import('./configure/configure-page.tsx'));

export interface AppProps {
  readonly host: Host;
  readonly theme: Theme;
  readonly words: Words;
  readonly styleNonce: string;
}

/** The tab. */
export function App({ host, theme, words, styleNonce }: AppProps): ReactNode {
  const [queryClient] = useState(createQueryClient);
  return (
    <HostProvider value={host}>
      <Themed theme={theme} styleNonce={styleNonce}>
        <QueryClientProvider client={queryClient}>
          <Router base={base}>
            <SignedIn words={words}>
              {host.pinning === undefined ? (
                <ArrivalProvider>
                  <Layout>
                    <Pages />
                  </Layout>
                </ArrivalProvider>
              ) : (
                <Suspense fallback={<LoadingPage />}>
                  <Configure pinning={host.pinning} />
                </Suspense>
              )}
            </SignedIn>
          </Router>
        </QueryClientProvider>
      </Themed>
    </HostProvider>
  );
}
