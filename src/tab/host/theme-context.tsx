import type { Theme } from '@fluentui/react-components';
import { createContext, useContext } from 'react';

const ThemeContext = createContext<Theme | undefined>(undefined);

export const ThemeProvider = ThemeContext.Provider;

/** The colours that the tab is shown in, as values; styles take them from `tokens`. */
export function useTheme(): Theme {
  const theme = useContext(ThemeContext);
  if (theme === undefined) throw new Error('There is no theme here.');
  return theme;
}
