import type { Language } from '../../language/texts.ts';

export const themeNames = ['light', 'dark', 'contrast'] as const;
export type ThemeName = (typeof themeNames)[number];

/** What Teams runs in, as far as it matters to the tab: whether and how it can save files. */
export type ClientKind = 'web' | 'desktop' | 'mobile';

/** What the tab needs of Teams, or of what plays its part. */
export interface Host {
  readonly theme: ThemeName;
  readonly client: ClientKind;
  /** The language of the person's Teams, until their own choice is known. */
  readonly language: Language;
  /** The page that a deep link asks for, as a path of the tab; empty when none does. */
  readonly path: string;
  /** The area that this tab was pinned for, as its address says; absent in the personal app. */
  readonly area?: string;
  /** The dialog in which Teams asks what a tab of a channel is to show; absent everywhere else. */
  readonly pinning?: Pinning;
  /** Calls back when the person changes the theme of Teams; gives back how to stop that. */
  onTheme(tell: (theme: ThemeName) => void): () => void;
  /** A new access token of the person, or the one that still holds. Throws when Teams gives none. */
  token(): Promise<string>;
  /** Offers the person a link to a page of the tab; absent where Teams cannot. */
  readonly share?: (path: string, label: string) => Promise<void>;
  /** Tells Teams that the tab can be seen. */
  ready(): void;
}

/** Teams names the system that it runs on; whatever is new is taken for the web. */
export function clientOf(name: string | undefined): ClientKind {
  switch (name) {
    case 'desktop':
    case 'macos':
      return 'desktop';
    case 'android':
    case 'ios':
    case 'ipados':
    case 'visionOS':
      return 'mobile';
    default:
      return 'web';
  }
}

export interface Pinning {
  /** What the tab is for already, when somebody changes it: the slug of an area, or that it is for all. */
  readonly before?: string;
  /** Says what is to be pinned once the person confirms it in Teams, and lets them. */
  choose(tab: PinnedTab): void;
}

/** What Teams keeps of a tab that is pinned to a channel. */
export interface PinnedTab {
  readonly entityId: string;
  readonly contentUrl: string;
  /** Without it Teams on phones does not show the tab. */
  readonly websiteUrl: string;
  readonly suggestedDisplayName: string;
}

/** Teams calls its themes default, dark, contrast and glass; whatever is new is light. */
export function themeOf(name: string | undefined): ThemeName {
  if (name === 'dark' || name === 'contrast') return name;
  return 'light';
}
