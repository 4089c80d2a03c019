/** Text, a number, or nothing. */
export type Cell = string | number | undefined;

export interface Column {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  /** How its numbers are shown; as whole ones when absent. */
  readonly numbers?: 'percent' | 'decimal';
}

/** A table of a file that is handed out. */
export interface Sheet {
  readonly name: string;
  readonly columns: readonly Column[];
  /** Each has a cell for every column. */
  readonly rows: readonly (readonly Cell[])[];
}
