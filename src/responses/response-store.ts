import type { Created, Versioned } from '../storage/versioned.ts';
import type { Response } from './response.ts';

/** Answers to prompts: one a person, all of one prompt in one partition. */
export interface ResponseStore {
  get(broadcastId: string, personId: string): Promise<Versioned<Response> | undefined>;
  create(response: Response): Promise<Created<Response>>;
  /** Throws VersionConflict when `etag` is not current. */
  replace(response: Response, etag: string): Promise<Versioned<Response>>;
  /** In the order of person ids, at most `limit` (1 to 1,000), after the page named by `after`. */
  page(
    broadcastId: string,
    limit: number,
    after?: string,
  ): Promise<{ readonly responses: readonly Response[]; readonly next?: string }>;
}
