import type { Language } from '../../language/texts.ts';

export const themeNames = ['light', 'dark', 'contrast'] as const;
export type ThemeName = (typeof themeNames)[number];

/** What the tab needs of Teams, or of what plays its part. */
export interface Host {
  readonly theme: ThemeName;
  /** The language of the person's Teams, until their own choice is known. */
  readonly language: Language;
  /** The page that a deep link asks for, as a path of the tab; empty when none does. */
  readonly path: string;
  /** An area that this tab was pinned for; absent in the personal app. */
  readonly area?: string;
  /** Calls back when the person changes the theme of Teams; gives back how to stop that. */
  onTheme(tell: (theme: ThemeName) => void): () => void;
  /** A new access token of the person, or the one that still holds. Throws when Teams gives none. */
  token(): Promise<string>;
  /** Offers the person a link to a page of the tab; absent where Teams cannot. */
  readonly share?: (path: string, label: string) => Promise<void>;
  /** Tells Teams that the tab can be seen. */
  ready(): void;
}

/** Teams calls its themes default, dark, contrast and glass; whatever is new is light. */
export function themeOf(name: string | undefined): ThemeName {
  if (name === 'dark' || name === 'contrast') return name;
  return 'light';
}
