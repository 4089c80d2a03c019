import { createContext, useContext } from 'react';
import type { AreaJson, Me } from '../../api/contract/me.ts';

export interface WhoAndWhere {
  readonly me: Me;
  /** The areas and units in display order. */
  readonly areas: readonly AreaJson[];
}

const MeContext = createContext<WhoAndWhere | undefined>(undefined);

export const MeProvider = MeContext.Provider;

function useWhoAndWhere(): WhoAndWhere {
  const known = useContext(MeContext);
  if (known === undefined) throw new Error('Nobody is known here.');
  return known;
}

/** Who is signed in, and what they may do. */
export function useMe(): Me {
  return useWhoAndWhere().me;
}

/** The areas and units in display order. */
export function useAreas(): readonly AreaJson[] {
  return useWhoAndWhere().areas;
}
