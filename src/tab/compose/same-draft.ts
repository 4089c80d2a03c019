import type { Draft } from '../../api/contract/broadcasts.ts';

/** Whether two drafts say the same, in whatever order their parts were written down. */
export function sameDraft(one: Draft, other: Draft): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
