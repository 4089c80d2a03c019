import { createContext, useContext } from 'react';
import type { Host } from './host.ts';

const HostContext = createContext<Host | undefined>(undefined);

export const HostProvider = HostContext.Provider;

/** Teams around the tab. */
export function useHost(): Host {
  const host = useContext(HostContext);
  if (host === undefined) throw new Error('There is no host here.');
  return host;
}
