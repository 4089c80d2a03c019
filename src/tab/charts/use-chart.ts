import { useQuery } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { ConnectionLost } from '../api/api-failure.ts';

/**
 * A chart whose code is loaded when it is first wanted, being large; no other chart has its name. Undefined until it is
 * there. The page says the same without it, so when it cannot be loaded it is left out, and tried again once there is a
 * connection.
 */
export function useChart<P extends object>(
  name: string,
  load: () => Promise<{ readonly default: ComponentType<P> }>,
): ComponentType<P> | undefined {
  const part = useQuery({
    queryKey: ['chart', name],
    queryFn: () => load().catch((error: unknown) => Promise.reject(new ConnectionLost(error))),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  return part.data?.default;
}
