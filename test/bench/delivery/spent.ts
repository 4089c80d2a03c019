/** What posting took. */
export interface Spent {
  /** For one message. */
  readonly cpuMs: number;
  /** For all of them. */
  readonly seconds: number;
}
