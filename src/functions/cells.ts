import {
  ERROR_CELL,
  type FigureIssue,
  figureMessage,
  type FigureOf,
  isNumber,
  readEntry,
} from "../assessment";
import { findIndicator, type Indicator, type PlanIssue, planMessage } from "../plan";
import { planInUse } from "../plan/in-use";
import { isBlank, type Result } from "../text";

/** A value as Excel hands it to a custom function. An empty cell arrives as 0 or, from newer ones, as null; empty text as "". */
export type CellInput = unknown;
/** rows × columns; a single cell arrives as 1 × 1 */
export type Matrix<T = CellInput> = T[][];
export type CellOutput = string | number | CustomFunctions.Error;

const notAvailable = (message: string): CustomFunctions.Error =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, message);
const invalidValue = (message: string): CustomFunctions.Error =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, message);

/** Which cell error an issue becomes: what the plan does not have is #N/A, what cannot be read is #VALUE!. */
const NOT_IN_PLAN: ReadonlySet<string> = new Set<(PlanIssue | FigureIssue)["code"]>([
  "indicator-unknown",
  "indicator-ambiguous",
  "bureau-unknown",
  "no-target",
  "target-range",
  "no-baseline",
  "no-schedule",
  "target-zero",
]);

/** A cell's error for a Chinese message: #N/A. */
export const missing = notAvailable;
/** A cell's error for a Chinese message: #VALUE!. */
export const unreadable = invalidValue;

export const planError = (issue: PlanIssue): CustomFunctions.Error =>
  (NOT_IN_PLAN.has(issue.code) ? notAvailable : invalidValue)(planMessage(issue));
export const figureError = (issue: FigureIssue): CustomFunctions.Error =>
  (NOT_IN_PLAN.has(issue.code) ? notAvailable : invalidValue)(figureMessage(issue));

export const figureOutput = (figure: Result<number, FigureIssue>): CellOutput =>
  figure.ok ? figure.value : figureError(figure.issue);

/** The value, or the thrown error that becomes the whole formula's. */
export function orThrow<T>(result: Result<T, PlanIssue | FigureIssue>): T {
  if (result.ok) return result.value;
  const { issue } = result;
  throw issue.code in PLAN_CODES ? planError(issue as PlanIssue) : figureError(issue as FigureIssue);
}

const PLAN_CODES: Record<PlanIssue["code"], true> = {
  "notation-unreadable": true,
  "notation-doubtful": true,
  "period-unreadable": true,
  "period-before-plan": true,
  "period-after-plan": true,
  "period-ambiguous": true,
  "indicator-unknown": true,
  "indicator-ambiguous": true,
  "bureau-unknown": true,
  "direction-unclear": true,
};

const isObject = (input: CellInput): input is object => typeof input === "object" && input !== null;

/** Newer Excel hands over formatted numbers and the like as objects with their `basicValue`, and errors likewise. */
function unwrap(input: CellInput): CellInput {
  if (!isObject(input)) return input;
  if (input instanceof CustomFunctions.Error) return input.code;
  const { basicValue } = input as { basicValue?: unknown };
  return basicValue === undefined || isObject(basicValue) ? ERROR_CELL : basicValue;
}

/** Loops, because a range has 100,000 rows and hardly ever an object. */
function holdsObject(matrix: Matrix): boolean {
  for (const row of matrix) for (const input of row) if (isObject(input)) return true;
  return false;
}

/** An argument with plain values only; an error in it is its word, such as `#DIV/0!`. */
export const plainValues = (matrix: Matrix): Matrix =>
  holdsObject(matrix) ? matrix.map((row) => row.map(unwrap)) : matrix;

/** The first cell of an argument that is one value; an omitted one is null. */
export const single = (matrix: Matrix | null | undefined): CellInput => unwrap(matrix?.[0]?.[0] ?? null);

/** An omitted argument, or an empty cell in place of a name: 0 is none. */
const isOmitted = (input: CellInput): boolean => input === 0 || isBlank(input);

/** What an argument names, such as a bureau or a period; empty text for nothing. */
export function nameOf(argument: Matrix | null | undefined): CellInput {
  const input = single(argument);
  return isOmitted(input) ? "" : input;
}

/** True when no cell of the argument holds anything. */
export const allBlank = (matrix: Matrix): boolean => matrix.every((row) => row.every(isBlank));

/** What becomes of a cell of an argument, when its indicator is known. */
export type Rule = (input: CellInput, row: number, column: number) => CellOutput;

/** Makes something of the indicator that a cell names, or of the error it gets instead: once for each text. */
function perIndicator<T>(
  make: (indicator: Indicator) => T,
  otherwise: (error: CustomFunctions.Error, input: CellInput) => T,
): (input: CellInput) => T {
  const made = new Map<CellInput, T>();
  return (input) => {
    let one = made.get(input);
    if (one === undefined) {
      const found = findIndicator(isOmitted(input) ? "" : String(input), planInUse());
      one = found.ok ? make(found.value) : otherwise(planError(found.issue), input);
      made.set(input, one);
    }
    return one;
  };
}

function withoutNumber(input: CellInput, indicator: Indicator): CellOutput {
  const read = readEntry({ value: input }, indicator);
  if (read.kind !== "text") return "";
  const { text, reading } = read;
  return figureError({
    code: "not-a-number",
    indicator: indicator.name,
    text,
    ...(reading !== undefined && { reading }),
  });
}

/** A figure of an indicator for cells: empty text for a blank, an error for text that is no number, and for all where there is none. */
export function figureRule(indicator: Indicator, figure: FigureOf): Rule {
  const failed = figure.ok ? null : figureError(figure.issue);
  if (indicator.type === "words") return (input) => (isBlank(input) ? "" : failed!);
  const rule = figure.ok ? figure.value : () => failed!;
  return (input) => (isNumber(input) ? rule(input) : withoutNumber(input, indicator));
}

const rowsOf = (matrix: Matrix): number => matrix.length;
const columnsOf = (matrix: Matrix): number => matrix[0]?.length ?? 0;
export const isSingle = (matrix: Matrix): boolean => rowsOf(matrix) === 1 && columnsOf(matrix) === 1;

/** The common shape of arguments that are one cell or a range each. */
function shapeOf(matrices: Matrix[]): [rows: number, columns: number] {
  const ranges = matrices.filter((m) => !isSingle(m));
  const [first] = ranges;
  if (!first) return [1, 1];
  for (const other of ranges)
    if (rowsOf(other) !== rowsOf(first) || columnsOf(other) !== columnsOf(first))
      throw unreadable(
        `各区域大小须相同：一个是 ${rowsOf(first)} 行 × ${columnsOf(first)} 列，另一个是 ${rowsOf(other)} 行 × ${columnsOf(other)} 列`,
      );
  return [rowsOf(first), columnsOf(first)];
}

/**
 * The words asked for take the place of errors; else the only cell's error becomes the formula's, so that Excel shows its
 * message.
 */
function settle(out: Matrix<CellOutput>, otherwise?: Matrix): Matrix<CellOutput> {
  const words = single(otherwise);
  if (words !== null)
    return out.map((row) =>
      row.map((cell) => (cell instanceof CustomFunctions.Error ? (words as string) : cell)),
    );
  const only = out.length === 1 && out[0]!.length === 1 ? out[0]![0] : null;
  if (only instanceof CustomFunctions.Error) throw only;
  return out;
}

/** Makes a result of each indicator. One bad cell spoils no other. @param otherwise what stands in place of errors */
export const mapIndicators = (
  indicators: Matrix,
  rule: (indicator: Indicator) => CellOutput,
  otherwise?: Matrix,
): Matrix<CellOutput> => {
  const resultOf = perIndicator(rule, (error) => error);
  return settle(
    plainValues(indicators).map((row) => row.map(resultOf)),
    otherwise,
  );
};

/**
 * Applies each indicator's rule cell by cell; a single value goes with every cell. Where both cells are empty the result
 * is empty text. @param otherwise what stands in place of errors
 */
export function mapActuals(
  indicatorCells: Matrix,
  actualCells: Matrix,
  ruleOf: (indicator: Indicator) => Rule,
  otherwise?: Matrix,
): Matrix<CellOutput> {
  const [indicators, actuals] = [plainValues(indicatorCells), plainValues(actualCells)];
  const [rows, columns] = shapeOf([indicators, actuals]);
  const [oneIndicator, oneActual] = [isSingle(indicators), isSingle(actuals)];
  const ruleAt = perIndicator(
    ruleOf,
    (error, code): Rule =>
      (input) =>
        isOmitted(code) && isOmitted(input) ? "" : error,
  );
  const out: Matrix<CellOutput> = [];
  for (let r = 0; r < rows; r++) {
    const codes = indicators[oneIndicator ? 0 : r]!;
    const values = actuals[oneActual ? 0 : r]!;
    // begun with its first cell, a row of numbers is held as plain numbers
    const cells = [ruleAt(codes[0])(values[0], r, 0)];
    for (let c = 1; c < columns; c++)
      cells.push(ruleAt(codes[oneIndicator ? 0 : c])(values[oneActual ? 0 : c], r, c));
    out.push(cells);
  }
  return settle(out, otherwise);
}
