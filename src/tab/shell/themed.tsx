import { createDOMRenderer, FluentProvider, RendererProvider, type Theme } from '@fluentui/react-components';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { ThemeName } from '../host/host.ts';
import { useHost } from '../host/host-context.tsx';
import { loadTheme } from '../host/load-theme.ts';
import { ThemeProvider } from '../host/theme-context.tsx';

export interface ThemedProps {
  /** The colours that the host asked for first. */
  readonly theme: Theme;
  /** Of the content security policy. */
  readonly styleNonce: string;
  readonly children: ReactNode;
}

/** Shows the tab in the colours of Teams, and changes with them. */
export function Themed({ theme: first, styleNonce, children }: ThemedProps): ReactNode {
  const host = useHost();
  const [theme, setTheme] = useState(first);
  const renderer = useMemo(
    () => createDOMRenderer(document, { styleElementAttributes: { nonce: styleNonce } }),
    [styleNonce],
  );
  useEffect(
    () =>
      host.onTheme((name) => {
        document.documentElement.style.colorScheme = colorScheme(name);
        loadTheme(name).then(setTheme, reportError);
      }),
    [host],
  );
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={theme}>
        <ThemeProvider value={theme}>{children}</ThemeProvider>
      </FluentProvider>
    </RendererProvider>
  );
}

/** How the browser draws what the tab does not: scrollbars and date pickers. */
export function colorScheme(name: ThemeName): string {
  return name === 'light' ? 'light' : 'dark';
}
