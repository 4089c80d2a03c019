import type { Theme } from '@fluentui/react-components';
import type { ThemeName } from './host.ts';

const files: Readonly<Record<ThemeName, () => Promise<{ readonly theme: Theme }>>> = {
  light: () => import('./themes/light.ts'),
  dark: () => import('./themes/dark.ts'),
  contrast: () => import('./themes/contrast.ts'),
};

/** The colours of Teams in one of its themes; only the one that is shown is loaded. */
export async function loadTheme(name: ThemeName): Promise<Theme> {
  return (await files[name]()).theme;
}
