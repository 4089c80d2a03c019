import type { BroadcastQuery } from '../../api/contract/broadcasts.ts';

export const stateGroups = ['drafts', 'awaiting', 'under-way', 'sent', 'cancelled'] as const;
export type StateGroup = (typeof stateGroups)[number];

/** What the list of broadcasts shows. */
export interface ListView {
  readonly search: string;
  readonly states: StateGroup | '';
  readonly kind: 'update' | 'prompt' | '';
}

const statesOf: Readonly<Record<StateGroup, string>> = {
  drafts: 'draft',
  awaiting: 'awaiting-approval',
  'under-way': 'scheduled,sending,paused',
  sent: 'sent',
  cancelled: 'cancelled',
};

/** What the address of the page says, as far as it makes sense. */
export function readListView(query: string): ListView {
  const given = new URLSearchParams(query);
  const kind = given.get('kind');
  return {
    search: given.get('search') ?? '',
    states: stateGroups.find((each) => each === given.get('state')) ?? '',
    kind: kind === 'update' || kind === 'prompt' ? kind : '',
  };
}

/** What the address of the page should say. */
export function writeListView({ search, states, kind }: ListView): string {
  const said = new URLSearchParams();
  if (search !== '') said.set('search', search);
  if (states !== '') said.set('state', states);
  if (kind !== '') said.set('kind', kind);
  return said.toString();
}

export function queryOf({ search, states, kind }: ListView): BroadcastQuery {
  return {
    ...(search.trim() === '' ? {} : { search: search.trim() }),
    ...(states === '' ? {} : { state: statesOf[states] }),
    ...(kind === '' ? {} : { kind }),
  };
}

export function isFiltered(view: ListView): boolean {
  return writeListView(view) !== '';
}
