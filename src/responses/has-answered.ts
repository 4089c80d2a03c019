import type { ResponsePorts } from './response-ports.ts';
import { standingAnswer } from './stored-answer.ts';

/** Whether a person has answered a prompt; of an anonymous one only the participation knows. */
export async function hasAnswered(
  ports: Pick<ResponsePorts, 'responses' | 'participation' | 'sentBroadcast'>,
  broadcastId: string,
  personId: string,
): Promise<boolean> {
  const content = (await ports.sentBroadcast(broadcastId))?.content;
  if (content?.kind === 'prompt' && content.privacy === 'anonymous')
    return (await ports.participation.get(broadcastId, personId)) !== undefined;
  return standingAnswer(await ports.responses.get(broadcastId, personId)) !== undefined;
}
