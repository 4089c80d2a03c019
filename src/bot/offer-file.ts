import { repeated } from '../delivery/repeated-call.ts';
import type { OfferedFile } from '../people/person.ts';
import { noteOffer } from '../rights/offer-file.ts';
import type { KnownTurn } from './turn.ts';

/** What Teams tells a person of a file when it asks whether they want it. */
interface Told {
  readonly name: string;
  readonly description: string;
  readonly content: Uint8Array;
}

/** Offers a person a file in their chat, in the place of an earlier offer. False where Teams does not take the offer. */
export async function offerFile(
  { services, personId, chat, log }: KnownTurn,
  file: OfferedFile,
  { name, description, content }: Told,
): Promise<boolean> {
  const id = await noteOffer(services.rights, personId, file);
  const offer = { id, name, description, sizeInBytes: content.byteLength };
  const result = await repeated(() => services.files.offer(chat, offer));
  if (result.kind !== 'sent') log.warn({ result: result.kind }, 'file not offered');
  return result.kind === 'sent';
}
