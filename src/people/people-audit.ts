/** What is written down about the directory. */
export type PeopleEvent = 'directory.imported' | 'duties.changed';

/** Where it is written down who changed the directory; never changed afterwards. */
export interface PeopleAudit {
  append(event: {
    /** A ULID. */
    readonly id: string;
    /** The Entra object id of whoever did it. */
    readonly who: string;
    readonly what: PeopleEvent;
    /** Whom it was done to, or the digest of the file. */
    readonly about: string;
    readonly facts: Readonly<Record<string, string | number>>;
    /** ISO 8601. */
    readonly at: string;
  }): Promise<void>;
}
