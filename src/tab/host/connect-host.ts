import { app, authentication, pages } from '@microsoft/teams-js';
import { pathOfLink } from '../shell/places.ts';
import { type Host, themeOf } from './host.ts';

/** Connects to Teams around the tab. Rejects when there is none, as on a page that was opened in a browser. */
export async function connectHost(hostOrigins: readonly string[]): Promise<Host> {
  await app.initialize([...hostOrigins]);
  const context = await app.getContext();
  const tell = new Set<Parameters<Host['onTheme']>[0]>();
  app.registerOnThemeChangeHandler((name) => {
    for (const each of tell) each(themeOf(name));
  });
  const area = new URLSearchParams(location.search).get('area');
  return {
    theme: themeOf(context.app.theme),
    language: context.app.locale.toLowerCase().startsWith('cy') ? 'cy' : 'en',
    path: pathOfLink(context.page.subPageId ?? ''),
    ...(area === null ? {} : { area }),
    onTheme: (each) => {
      tell.add(each);
      return () => tell.delete(each);
    },
    token: () => authentication.getAuthToken(),
    ...(pages.isSupported() ? { share } : {}),
    ready: () => {
      app.notifySuccess().catch(reportError);
    },
  };
}

async function share(path: string, label: string): Promise<void> {
  await pages.shareDeepLink({ subPageId: path.replace(/^\//, ''), subPageLabel: label });
}
