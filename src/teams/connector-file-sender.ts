import { request } from 'undici';
import { z } from 'zod';
import type { SendResult } from '../delivery/card-sender.ts';
import type { ChatAddress } from '../people/person.ts';
import type { FileSender, UploadResult } from '../rights/file-sender.ts';
import {
  activitiesUrl,
  activityUrl,
  type ConnectorOptions,
  callConnector,
  isTransportFailure,
} from './connector-call.ts';
import { mayUploadTo, type UploadHosts } from './upload-hosts.ts';

const created = z.object({ id: z.string().min(1) });

/**
 * Hands files to people by file consent: the person says yes to a card, and Teams tells the bot where in the person's
 * OneDrive to put the file.
 *
 * Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4, and for the upload itself
 * https://learn.microsoft.com/onedrive/developer/rest-api/api/driveitem_createuploadsession: one PUT with Content-Range
 * and without the bot's token. It needs `supportsFiles` in the app's manifest.
 */
export function createConnectorFileSender(options: ConnectorOptions, hosts: UploadHosts): FileSender {
  const post = async (chat: ChatAddress, attachment: object): Promise<SendResult> => {
    const activity = { type: 'message', attachments: [attachment] };
    const answer = await callConnector(options, 'POST', activitiesUrl(chat), activity);
    if (answer.kind !== 'answered') return answer;
    const posted = created.safeParse(answer.body);
    return { kind: 'sent', message: { ...chat, activityId: posted.success ? posted.data.id : '' } };
  };
  return {
    offer: (chat, { id, name, description, sizeInBytes }) => {
      const context = { offer: id };
      return post(chat, {
        contentType: 'application/vnd.microsoft.teams.card.file.consent',
        name,
        content: { description, sizeInBytes, acceptContext: context, declineContext: context },
      });
    },
    upload: async ({ uploadUrl, contentUrl }, content) => {
      const allowed = [uploadUrl, contentUrl].every((address) => mayUploadTo(address, hosts));
      return allowed ? put(options, uploadUrl, content) : 'not-allowed';
    },
    show: (chat, { contentUrl, name, uniqueId, fileType }) =>
      post(chat, {
        contentType: 'application/vnd.microsoft.teams.card.file.info',
        contentUrl,
        name,
        content: { uniqueId, fileType },
      }),
    takeBack: async (message) => {
      const answer = await callConnector(options, 'DELETE', activityUrl(message));
      return answer.kind === 'answered' ? { kind: 'sent', message } : answer;
    },
  };
}

/** Redirections are not followed: they would lead past the check of the address. */
async function put(
  { dispatcher, timeoutMs }: Pick<ConnectorOptions, 'dispatcher' | 'timeoutMs'>,
  address: string,
  content: Uint8Array,
): Promise<UploadResult> {
  try {
    const { statusCode, body } = await request(address, {
      method: 'PUT',
      dispatcher,
      headers: {
        'content-type': 'application/octet-stream',
        'content-range': `bytes 0-${content.byteLength - 1}/${content.byteLength}`,
      },
      body: content,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      signal: AbortSignal.timeout(timeoutMs),
    });
    await body.dump();
    if (statusCode === 200 || statusCode === 201) return 'uploaded';
    return statusCode === 429 || statusCode >= 500 ? 'no-answer' : 'refused';
  } catch (error) {
    if (isTransportFailure(error)) return 'no-answer';
    throw error;
  }
}
