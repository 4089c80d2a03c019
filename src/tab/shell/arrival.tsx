import { createContext, type ReactNode, useContext, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';

/** Tells pages whether the person has just come to them from another page of the tab. */
export interface Arrival {
  /** True once after each move within the tab; false for the page that the tab was opened on. */
  fresh(): boolean;
  /** The heading that had the focus goes, such as that of a page that was loading: the next one is to have it. */
  handOver(): void;
}

const ArrivalContext = createContext<Arrival>({ fresh: () => false, handOver: () => {} });

export function ArrivalProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [path] = useLocation();
  const latest = useRef(path);
  const greeted = useRef<string>(path);
  latest.current = path;
  const arrival = useMemo(
    (): Arrival => ({
      fresh: () => {
        const moved = greeted.current !== latest.current;
        greeted.current = latest.current;
        return moved;
      },
      handOver: () => {
        greeted.current = '';
      },
    }),
    [],
  );
  return <ArrivalContext.Provider value={arrival}>{children}</ArrivalContext.Provider>;
}

export function useArrival(): Arrival {
  return useContext(ArrivalContext);
}
