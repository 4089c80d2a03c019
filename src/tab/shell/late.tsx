import { useQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { ConnectionLost } from '../api/api-failure.ts';
import { Failure } from './failure.tsx';
import { Loading } from './loading.tsx';

/**
 * A part of the tab whose code is loaded when it is first seen; no other part has its name. When the code cannot be
 * loaded, it is tried again, by itself and when the person asks; React's own `lazy` would fail for ever.
 */
export function late<P extends object>(
  name: string,
  load: () => Promise<{ readonly default: ComponentType<P> }>,
  waiting: ReactNode = <Loading />,
): ComponentType<P> {
  // biome-ignore lint/correctness/noComponentHookFactories: it is called once for each part, not while drawing.
  return function Late(props: P): ReactNode {
    const part = useQuery({
      queryKey: ['part', name],
      queryFn: () => load().catch((error: unknown) => Promise.reject(new ConnectionLost(error))),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
      structuralSharing: false,
    });
    if (part.data !== undefined) {
      const { default: Part } = part.data;
      return <Part {...props} />;
    }
    return part.error === null ? waiting : <Failure error={part.error} retry={() => void part.refetch()} />;
  };
}
