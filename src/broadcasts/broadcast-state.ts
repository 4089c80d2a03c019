import type { Broadcast, PromptContent } from './broadcast.ts';

export interface Prompt extends Broadcast {
  readonly content: PromptContent;
}

/** Whether a broadcast was taken back. */
export function isRecalled({ laterRuns = [] }: Broadcast): boolean {
  return laterRuns.some(({ id }) => id === 'recall');
}

/** Whether a broadcast is a prompt that people have been sent, all of them or some, and that was not taken back. */
export function isSentPrompt(broadcast: Broadcast): broadcast is Prompt {
  const sent =
    ['sending', 'paused', 'sent', 'cancelled'].includes(broadcast.state) && broadcast.confirmed !== undefined;
  return broadcast.content.kind === 'prompt' && sent && !isRecalled(broadcast);
}
