/** What is written down about the roadmap. */
export type RoadmapEvent = 'item.added' | 'item.changed';

/** Where it is written down who changed the roadmap; never changed afterwards. */
export interface RoadmapAudit {
  append(event: {
    /** A ULID. */
    readonly id: string;
    /** The Entra object id of whoever did it. */
    readonly who: string;
    readonly what: RoadmapEvent;
    /** The id of the item. */
    readonly about: string;
    readonly facts: Readonly<Record<string, string | number>>;
    /** ISO 8601. */
    readonly at: string;
  }): Promise<void>;
}
