import type { Created, Removed, Versioned } from '../storage/versioned.ts';
import type { Response } from './response.ts';

/** Answers to prompts: one a respondent, all of one prompt in one partition. */
export interface ResponseStore {
  get(broadcastId: string, respondentId: string): Promise<Versioned<Response> | undefined>;
  create(response: Response): Promise<Created<Response>>;
  /** Throws VersionConflict when `etag` is not current. */
  replace(response: Response, etag: string): Promise<Versioned<Response>>;
  /** Removes it for good. Throws VersionConflict when `etag` is not current; nothing happens when it is gone. */
  remove(broadcastId: string, respondentId: string, etag: string): Promise<void>;
  /**
   * Responses that the figures do not hold as they are now (see `isUncounted`), in the order of respondent ids, at most
   * `limit` (1 to 1,000), after the id `after`.
   */
  uncounted(broadcastId: string, limit: number, after?: string): Promise<readonly Versioned<Response>[]>;
  /**
   * Replaces an anonymous response by an item made anew, so that neither the time nor the order of its first writing is
   * left in the database. A crash leaves both or the new one, never none. Throws VersionConflict as `replace` does.
   */
  rewrite(response: Response, etag: string): Promise<Versioned<Response>>;
  /** Removes the answers to a prompt for good, whoever gave them, at most `limit` (1 to 1,000). */
  removeSome(broadcastId: string, limit: number): Promise<Removed>;
  /** In the order of respondent ids, at most `limit` (1 to 1,000), after the page named by `after`. */
  page(
    broadcastId: string,
    limit: number,
    after?: string,
  ): Promise<{ readonly responses: readonly Response[]; readonly next?: string }>;
}
