export type Scalar = string | number | boolean;

/** A cell: `value` is null for a blank, "" for empty text; `error` marks values such as #N/A that are errors, not text. */
export interface CellContent {
  value: Scalar | null;
  /** with its leading "=" */
  formula?: string;
  error?: boolean;
  /** what the function that failed said; of results only */
  message?: string;
  /** the value comes from another cell's formula; read, never written */
  spilled?: true;
  /** all values of a formula that gives more than one, rows × columns; in snapshots only */
  spill?: (CellContent | null)[][];
}
