import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { connectHost } from './host/connect-host.ts';
import { loadTheme } from './host/load-theme.ts';
import { readPageConfiguration } from './host/page-configuration.ts';
import { showOutsideTeams } from './shell/outside-teams.ts';
import { base } from './shell/places.ts';
import { colorScheme } from './shell/themed.tsx';
import { loadWords } from './words/words.ts';

const { hostOrigins, styleNonce } = readPageConfiguration(document);
const container = document.getElementById('tab');
if (container === null) throw new Error('The page has no place for the tab.');

const host = await connectHost(hostOrigins).catch((error: unknown) => {
  reportError(error);
  return undefined;
});
if (host === undefined) {
  showOutsideTeams(container, navigator.language);
} else {
  document.documentElement.style.colorScheme = colorScheme(host.theme);
  // What Teams was told when the tab was pinned is known now, and is no part of a link to a page.
  if (host.path !== '') history.replaceState(null, '', `${base}${host.path}`);
  else if (host.area !== undefined) history.replaceState(null, '', location.pathname);
  const [theme, words] = await Promise.all([loadTheme(host.theme), loadWords(host.language)]);
  createRoot(container).render(
    <StrictMode>
      <App host={host} theme={theme} words={words} styleNonce={styleNonce} />
    </StrictMode>,
  );
}
