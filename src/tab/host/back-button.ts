import { pages } from '@microsoft/teams-js';

/** What browsers tell of the pages that this frame has shown; older ones tell nothing. */
interface Shown {
  readonly navigation?: { readonly canGoBack: boolean };
}

/** Has the back button of Teams, as phones have it, go back within the tab first, and then out of it. */
export function connectBackButton(): void {
  if (!pages.backStack.isSupported()) return;
  pages.backStack.registerBackButtonHandler(() => {
    const { navigation }: Shown = window;
    if (navigation?.canGoBack !== true) return false;
    history.back();
    return true;
  });
}
