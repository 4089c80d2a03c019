import type { PinnedTab } from './host.ts';

/** The choice of a tab that is for no one area. */
export const everywhere = 'all';

const parameter = 'pinned';

/**
 * A tab of a channel: it opens at the roadmap, which everybody in the channel may see. Teams keeps the address and opens
 * it for whoever comes to the channel, so the area stands in it.
 */
export function pinnedTab(area: string, displayName: string, tabAddress: string): PinnedTab {
  const content = new URL('roadmap', tabAddress);
  if (area !== everywhere) content.searchParams.set(parameter, area);
  return {
    entityId: `area-${area}`,
    contentUrl: content.href,
    websiteUrl: tabAddress,
    suggestedDisplayName: displayName,
  };
}

/** The area in the address of a tab; whether there is such an area is for others to say. */
export function pinnedArea(address: string): string | undefined {
  return URL.canParse(address) ? (new URL(address).searchParams.get(parameter) ?? undefined) : undefined;
}
