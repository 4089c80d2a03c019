import type { Draft } from '../../api/contract/broadcasts.ts';
import type { Me } from '../../api/contract/me.ts';
import type { TemplateJson } from '../../api/contract/templates.ts';
import { defaultDeadline } from '../../time/working-days.ts';

/** What an author starts with. */
export type Start =
  | { readonly kind: 'update' }
  | { readonly kind: 'own-questions' }
  | { readonly kind: 'template'; readonly template: TemplateJson };

/** What the author is at when they start: the item that they chose, and the area that their tab is for, if any. */
export interface StartedFrom {
  readonly itemId?: string | undefined;
  readonly pinned?: string | undefined;
}

/** The first version of a draft: for the area of the tab, or the own one where there is only one; open for the usual time. */
export function newDraft(
  start: Start,
  { itemId, pinned }: StartedFrom,
  { sendsTo }: Pick<Me, 'sendsTo'>,
  now: Date,
): Draft {
  const about = itemId === undefined ? {} : { itemId };
  const offered = sendsTo.length === 1 ? sendsTo : sendsTo.filter((slug) => slug === pinned);
  const audience = { areas: [...offered] };
  if (start.kind === 'update') {
    return { content: { kind: 'update', title: { en: '' }, body: { en: '' }, ...about }, audience };
  }
  const open = { kind: 'prompt', privacy: 'confidential', deadline: { ...defaultDeadline(now) }, ...about } as const;
  if (start.kind === 'own-questions') {
    return { content: { ...open, title: { en: '' }, body: { en: '' }, questions: [] }, audience };
  }
  const { id, title, body, questions } = start.template;
  return { content: { ...open, title, body, questions, template: id }, audience };
}
