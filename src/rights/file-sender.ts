import type { MessageAddress } from '../broadcasts/broadcast.ts';
import type { SendResult } from '../delivery/card-sender.ts';
import type { ChatAddress } from '../people/person.ts';

/** A file that a person can have put into their own file space. */
export interface FileOffer {
  /** Comes back with the person's answer; it says nothing to anybody else. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** About: the file is made when the person agrees. */
  readonly sizeInBytes: number;
}

/** Where Teams lets the bot put a file once the person has agreed. All of it comes from outside. */
export interface FilePlace {
  readonly uploadUrl: string;
  /** Where the person finds the file. */
  readonly contentUrl: string;
  readonly name: string;
  readonly uniqueId: string;
  readonly fileType: string;
}

/** Not allowed: the place is none of those that files may go to, and nothing was sent there. */
export type UploadResult = 'uploaded' | 'not-allowed' | 'refused' | 'no-answer';

/** Hands files to people in their chats. Failures that Teams answers with are results, not errors. */
export interface FileSender {
  offer(chat: ChatAddress, offer: FileOffer): Promise<SendResult>;
  upload(place: FilePlace, content: Uint8Array): Promise<UploadResult>;
  /** Shows a file that was put in its place. */
  show(chat: ChatAddress, place: FilePlace): Promise<SendResult>;
  /** Takes an offer out of the chat, so that it cannot be answered again. */
  takeBack(message: MessageAddress): Promise<SendResult>;
}
