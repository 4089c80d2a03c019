import type { Approval, Broadcast, PromptContent } from './broadcast.ts';

export interface Prompt extends Broadcast {
  readonly content: PromptContent;
}

export interface Awaiting extends Broadcast {
  readonly approval: Approval;
}

/** Whether a roadmap owner has yet to approve a broadcast. */
export function isAwaitingApproval(broadcast: Broadcast): broadcast is Awaiting {
  return broadcast.state === 'awaiting-approval' && broadcast.approval !== undefined;
}

/** Whether it is not agreed yet that a broadcast goes out: it is a draft, or awaits approval. */
export function isUnconfirmed({ state }: Broadcast): boolean {
  return state === 'draft' || state === 'awaiting-approval';
}

/** Whether a broadcast was taken back. */
export function isRecalled({ laterRuns = [] }: Broadcast): boolean {
  return laterRuns.some(({ id }) => id === 'recall');
}

/** Whether a broadcast is a prompt that people have been sent, all of them or some, taken back since or not. */
export function isSentPrompt(broadcast: Broadcast): broadcast is Prompt {
  const sent =
    ['sending', 'paused', 'sent', 'cancelled'].includes(broadcast.state) && broadcast.confirmed !== undefined;
  return broadcast.content.kind === 'prompt' && sent;
}

/** Whether people can find a prompt that they were sent: one that was taken back is gone for them. */
export function isStandingPrompt(broadcast: Broadcast): broadcast is Prompt {
  return isSentPrompt(broadcast) && !isRecalled(broadcast);
}
