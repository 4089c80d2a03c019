import { useHost } from '../host/host-context.tsx';
import { useAreas } from './me-context.tsx';

/** The area that this tab of a channel is for; undefined in the personal app, and where there is no such area. */
export function usePinnedArea(): string | undefined {
  const { area } = useHost();
  return useAreas().find(({ slug }) => slug === area)?.slug;
}
