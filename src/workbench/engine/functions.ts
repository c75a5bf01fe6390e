import type { CellContent } from "../../grid";

/** One entry of functions.json, as far as a call and its help need it. */
export interface FunctionMetadata {
  id: string;
  name: string;
  description?: string;
  parameters: { name: string; description?: string; optional?: boolean; dimensionality?: string }[];
  options?: { cancelable?: boolean; stream?: boolean; requiresAddress?: boolean };
}

/** A call of a registered function from a cell. */
export interface FunctionCall {
  name: string;
  /** matrices (rows × columns, a blank's value is null); null stands for an argument that is left out */
  args: (CellContent[][] | null)[];
  sheet: string;
  row: number;
  column: number;
}

export interface FunctionResult {
  /** rows × columns */
  cells: CellContent[][];
  /** not to be kept for the next time the same is asked */
  transient?: boolean;
}

/** Computes many calls; answers each once, at once or later, in any order, and whatever happens. */
export type FunctionInvoker = (
  calls: FunctionCall[],
  answer: (call: FunctionCall, result: FunctionResult) => void,
) => void;
