import type { CellContent, EngineFunction, Scalar } from "../engine/engine";

/** One entry of functions.json, as far as a call needs it. */
export interface FunctionMetadata {
  id: string;
  name: string;
  description?: string;
  parameters: { name: string; optional?: boolean; dimensionality?: string }[];
  result: { dimensionality?: string };
}

/** What an add-in's function throws for an Excel error. */
interface CellError {
  code: string;
}

type AddInFunction = (...args: unknown[]) => unknown;

const isError = (value: unknown): value is CellError =>
  typeof value === "object" &&
  value !== null &&
  "code" in value &&
  typeof value.code === "string" &&
  value.code.startsWith("#");

const VALUE_ERROR: CellContent = { value: "#VALUE!", error: true };

/** A result as a cell; what is not a value of Excel's becomes #VALUE!. */
function cell(value: unknown): CellContent {
  if (isError(value)) return { value: value.code, error: true };
  if (value === null || value === undefined) return { value: 0 };
  if (typeof value === "number") return Number.isFinite(value) ? { value } : { value: "#NUM!", error: true };
  return typeof value === "string" || typeof value === "boolean" ? { value } : VALUE_ERROR;
}

const cells = (value: unknown): CellContent[][] =>
  Array.isArray(value) ? (value as unknown[][]).map((row) => row.map(cell)) : [[cell(value)]];

/** Excel hands blanks over as 0. */
const handed = ({ value }: CellContent): Scalar => value ?? 0;

/**
 * A function of the add-in as the engine calls it. An error in an argument is the result, as in Excel, and a
 * function that throws gives its cell an error and stops nothing else.
 */
export function hosted(
  metadata: FunctionMetadata,
  find: (id: string) => AddInFunction | undefined,
): EngineFunction {
  return (args) => {
    const compute = find(metadata.id);
    if (!compute) return [[{ value: "#NAME?", error: true }]];
    const failed = args.flatMap((arg) => arg?.flat() ?? []).find(({ error }) => error);
    if (failed) return [[failed]];
    const values = metadata.parameters.map(({ dimensionality }, i) => {
      const arg = args[i];
      if (arg === undefined || arg === null) return null;
      return dimensionality === "matrix" ? arg.map((row) => row.map(handed)) : handed(arg[0]![0]!);
    });
    try {
      return cells(compute(...values, { functionName: metadata.name }));
    } catch (error) {
      return [[isError(error) ? { value: error.code, error: true } : VALUE_ERROR]];
    }
  };
}
