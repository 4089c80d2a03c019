import { app, authentication, FrameContexts, HostClientType, pages } from '@microsoft/teams-js';
import { linkOf, pathOfLink } from '../shell/places.ts';
import { connectBackButton } from './back-button.ts';
import { connectPinning } from './connect-pinning.ts';
import { clientOf, type Host, themeOf } from './host.ts';
import { pinnedArea } from './pinned-tab.ts';

/** Connects to Teams around the tab. Rejects when there is none, as on a page that was opened in a browser. */
export async function connectHost(hostOrigins: readonly string[]): Promise<Host> {
  await app.initialize([...hostOrigins]);
  const context = await app.getContext();
  const tell = new Set<Parameters<Host['onTheme']>[0]>();
  app.registerOnThemeChangeHandler((name) => {
    for (const each of tell) each(themeOf(name));
  });
  const pinning = context.page.frameContext === FrameContexts.settings ? await connectPinning() : undefined;
  const area = pinnedArea(location.href);
  connectBackButton();
  return {
    theme: themeOf(context.app.theme),
    client: clientOf(context.app.host.clientType),
    language: context.app.locale.toLowerCase().startsWith('cy') ? 'cy' : 'en',
    path: pathOfLink(context.page.subPageId ?? ''),
    ...(area === undefined ? {} : { area }),
    ...(pinning === undefined ? {} : { pinning }),
    onTheme: (each) => {
      tell.add(each);
      return () => tell.delete(each);
    },
    token: () => authentication.getAuthToken(),
    ...(pinning === undefined && canShare(context) ? { share } : {}),
    ready: () => {
      app.notifySuccess().catch(reportError);
    },
  };
}

const phones: readonly string[] = [HostClientType.android, HostClientType.ios, HostClientType.ipados];

/** Teams on phones takes the wish to share a link, and then does nothing. */
function canShare({ app: { host } }: app.Context): boolean {
  return pages.isSupported() && !phones.includes(host.clientType);
}

async function share(path: string, label: string): Promise<void> {
  await pages.shareDeepLink({ subPageId: linkOf(path), subPageLabel: label });
}
