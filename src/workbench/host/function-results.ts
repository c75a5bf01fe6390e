import type { CellContent, FunctionCall, FunctionMetadata } from "../engine/engine";
import type { Manners } from "./manners";

/** As the library reports it: `value` is the message of a failure. */
export type InvocationResult = [id: number, succeeded: boolean, value: unknown, code?: unknown];

/** The library's numbers of errors; any other is a mistake in the function. */
const ERROR_CODES: Record<number, string> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
};
const MISTAKE = "#VALUE!";

export const failure = (code = MISTAKE, message?: unknown): CellContent[][] => [
  [{ value: code, error: true, ...(typeof message === "string" && message !== "" && { message }) }],
];

interface CellError {
  valueType: "CustomFunctionError";
  code: string;
}
interface FormattedNumber {
  type: "FormattedNumber";
  basicValue: number;
}

const isObject = (value: unknown): value is Partial<CellError & FormattedNumber> =>
  typeof value === "object" && value !== null;

/** What is no value of a cell, such as nothing, a date or a number that JSON has no word for, is a mistake. */
function cell(value: unknown): CellContent {
  if (typeof value === "string" || typeof value === "boolean") return { value };
  if (typeof value === "number" && Number.isFinite(value)) return { value };
  if (isObject(value) && value.valueType === "CustomFunctionError")
    return { value: value.code ?? MISTAKE, error: true };
  if (isObject(value) && String(value.type) === "FormattedNumber") return cell(value.basicValue);
  return { value: MISTAKE, error: true };
}

const isMatrix = (value: unknown[]): value is unknown[][] => {
  const [first] = value;
  return (
    Array.isArray(first) &&
    first.length > 0 &&
    value.every((row) => Array.isArray(row) && row.length === first.length)
  );
};

/** A result as cells (rows × columns). A ragged or empty matrix is a mistake. */
export function cellsOf([, succeeded, value, code]: InvocationResult): CellContent[][] {
  if (!succeeded) return failure(ERROR_CODES[Number(code)], value);
  if (!Array.isArray(value)) return [[cell(value)]];
  return isMatrix(value) ? value.map((row) => row.map(cell)) : failure();
}

/** How blanks and errors reach a function; Excel's builds differ. */
type ArgumentManners = Pick<Manners, "blanksAsZero" | "blanksAsNull" | "errorsAsText" | "errorsNotPassed">;

/** The error for which a function is not called, or undefined. */
export const hindrance = (
  { args }: FunctionCall,
  { errorsNotPassed }: ArgumentManners,
): CellContent | undefined =>
  errorsNotPassed ? args.flatMap((matrix) => matrix?.flat() ?? []).find(({ error }) => error) : undefined;

/** Arguments as Excel hands them: what is left out null, a single value no matrix. */
export function valuesOf(
  { parameters }: FunctionMetadata,
  { args }: FunctionCall,
  { blanksAsZero, blanksAsNull, errorsAsText }: ArgumentManners,
): unknown[] {
  const handed = ({ value, error }: CellContent, isOne: boolean): unknown => {
    if (value === null) return blanksAsZero || (isOne && !blanksAsNull) ? 0 : null;
    return error && !isOne && !errorsAsText
      ? { type: "Error", basicType: "Error", basicValue: value }
      : value;
  };
  return parameters.map(({ dimensionality }, i) => {
    const matrix = args[i];
    if (!matrix) return null;
    const isOne = matrix.length === 1 && matrix[0]!.length === 1;
    const values = matrix.map((row) => row.map((one) => handed(one, isOne)));
    return dimensionality === "matrix" ? values : values[0]![0]!;
  });
}
