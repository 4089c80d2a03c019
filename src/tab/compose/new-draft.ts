import type { Draft } from '../../api/contract/broadcasts.ts';
import type { Me } from '../../api/contract/me.ts';
import type { TemplateJson } from '../../api/contract/templates.ts';
import { defaultDeadline } from '../../time/working-days.ts';

/** What an author starts with. */
export type Start =
  | { readonly kind: 'update' }
  | { readonly kind: 'own-questions' }
  | { readonly kind: 'template'; readonly template: TemplateJson };

/** The first version of a draft: for the own area where there is only one, and open for the usual time. */
export function newDraft(start: Start, itemId: string | undefined, { sendsTo, may }: Me, now: Date): Draft {
  const about = itemId === undefined ? {} : { itemId };
  const audience = { areas: sendsTo.length === 1 && !may.broadcastToAll ? [...sendsTo] : [] };
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
