import type { Created, Versioned } from './versioned.ts';

/** A request that is to be carried out once, under the key that its sender gave it, and what it was answered. */
export interface KeptAnswer {
  /** Whose request it is, by Entra object id. */
  readonly personId: string;
  /** Chosen by the sender, for each request another one. */
  readonly key: string;
  /** Follows from what was asked for: another request under the same key has another one. */
  readonly fingerprint: string;
  /** Until when somebody is at it, ISO 8601. After that the request may be carried out anew. */
  readonly heldUntil: string;
  /** Absent until the request was carried out. */
  readonly answer?: { readonly status: number; readonly body: unknown; readonly etag?: string };
}

/** Answers under their keys, each person's by themselves. What is older than two days may be forgotten. */
export interface KeptAnswerStore {
  get(personId: string, key: string): Promise<Versioned<KeptAnswer> | undefined>;
  create(answer: KeptAnswer): Promise<Created<KeptAnswer>>;
  /** Throws VersionConflict when `etag` is not current. */
  replace(answer: KeptAnswer, etag: string): Promise<Versioned<KeptAnswer>>;
}
