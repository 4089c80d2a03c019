import { pages } from '@microsoft/teams-js';
import type { PinnedTab, Pinning } from './host.ts';
import { everywhere, pinnedArea } from './pinned-tab.ts';

/** Connects to the dialog in which Teams asks what a tab of a channel is to show. */
export async function connectPinning(): Promise<Pinning> {
  // A tab that is only now being made has an address that is empty, or none at all.
  const { contentUrl = '' } = (await pages.getConfig()) as Partial<pages.InstanceConfig>;
  let wanted: PinnedTab | undefined;
  pages.config.registerOnSaveHandler((saving) => {
    if (wanted === undefined) {
      saving.notifyFailure();
      return;
    }
    pages.config.setConfig({ ...wanted }).then(
      () => saving.notifySuccess(),
      (error: unknown) => {
        reportError(error);
        saving.notifyFailure();
      },
    );
  });
  return {
    ...(contentUrl === '' ? {} : { before: pinnedArea(contentUrl) ?? everywhere }),
    choose: (tab) => {
      wanted = tab;
      pages.config.setValidityState(true);
    },
  };
}
