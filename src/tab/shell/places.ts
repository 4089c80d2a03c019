import type { Me } from '../../api/contract/me.ts';

/** Where the tab is served. */
export const base = '/tab';

export const placeIds = ['home', 'roadmap', 'broadcasts', 'compose', 'results', 'people', 'help'] as const;
export type PlaceId = (typeof placeIds)[number];

export interface Place {
  readonly id: PlaceId;
  readonly path: string;
}

/** The places of the tab in the order of the navigation. */
export const places: readonly Place[] = placeIds.map((id) => ({ id, path: id === 'home' ? '/' : `/${id}` }));

/** Whether the place is there for this person; the server decides about every call again. */
export function mayVisit(id: PlaceId, { may }: Pick<Me, 'may'>): boolean {
  switch (id) {
    case 'home':
    case 'broadcasts':
    case 'compose':
    case 'results':
      return may.broadcast;
    case 'people':
      return may.seePeople;
    case 'roadmap':
    case 'help':
      return true;
  }
}

/** The place that a path belongs to; undefined when there is none. */
export function placeOf(path: string): PlaceId | undefined {
  const [first = ''] = path.replace(/^\//, '').split('/');
  if (first === 'new-item') return 'roadmap';
  return first === '' ? 'home' : placeIds.find((id) => id !== 'home' && id === first);
}

/** What a deep link may name: a place and ids below it, and how it is to be shown. */
const linkPattern = /^([a-z-]+(?:\/[A-Za-z0-9-]{1,64}){0,3})(\?[A-Za-z0-9=&%+._-]{1,200})?$/;

/** The path, with its query, that the sub-page of a deep link stands for; empty for one that the tab does not know. */
export function pathOfLink(subPageId: string): string {
  const [, page = '', query = ''] = linkPattern.exec(subPageId.replace(/^\//, '')) ?? [];
  if (page === 'home') return `/${query}`;
  return page !== '' && placeOf(page) !== undefined ? `/${page}${query}` : '';
}

/** The sub-page of a deep link to a path with its query; {@link pathOfLink} leads back. */
export function linkOf(path: string): string {
  const link = path.replace(/^\//, '');
  return link === '' || link.startsWith('?') ? `home${link}` : link;
}
