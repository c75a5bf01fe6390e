import { type FigureIssue, figureMessage, readActual } from "../assessment";
import { findIndicator, type Indicator, plan, type PlanIssue, planMessage, type Result } from "../plan";

/** A value as Excel hands it to a custom function. An empty cell arrives as 0, empty text as "". */
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
  "period-unreadable": true,
  "period-before-plan": true,
  "indicator-unknown": true,
  "indicator-ambiguous": true,
  "bureau-unknown": true,
};

/** The first cell of an argument that is one value; an omitted one is null. */
export const single = (matrix: Matrix | null | undefined): CellInput => matrix?.[0]?.[0] ?? null;

/** An empty cell or omitted argument. */
export const isBlank = (input: CellInput): boolean =>
  input === null || input === undefined || input === "" || input === 0;

/** The indicator a cell names, or the error its cell gets. The same text is looked up once. */
const known = new Map<CellInput, Indicator | CustomFunctions.Error>();
const KNOWN_LIMIT = 10_000;
export function indicatorAt(input: CellInput): Indicator | CustomFunctions.Error {
  let found = known.get(input);
  if (found === undefined) {
    const result = findIndicator(isBlank(input) ? "" : String(input), plan);
    found = result.ok ? result.value : planError(result.issue);
    if (known.size >= KNOWN_LIMIT) known.clear();
    known.set(input, found);
  }
  return found;
}

/** A number, null for a blank, or the error of text that is none. */
export function actualAt(input: CellInput, indicator: Indicator): number | null | CustomFunctions.Error {
  if (typeof input === "number" && Number.isFinite(input)) return input;
  const reading = readActual(input);
  if (reading.kind === "blank") return null;
  if (reading.kind === "number") return reading.value;
  const { kind: _kind, ...text } = reading;
  return figureError({ code: "not-a-number", indicator: indicator.name, ...text });
}

const rowsOf = (matrix: Matrix): number => matrix.length;
const columnsOf = (matrix: Matrix): number => matrix[0]?.length ?? 0;
const isSingle = (matrix: Matrix): boolean => rowsOf(matrix) === 1 && columnsOf(matrix) === 1;

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

/** The only cell's error becomes the formula's, so that Excel shows its message. */
function settle(out: Matrix<CellOutput>): Matrix<CellOutput> {
  const only = out.length === 1 && out[0]!.length === 1 ? out[0]![0] : null;
  if (only instanceof CustomFunctions.Error) throw only;
  return out;
}

/** Applies a rule cell by cell; a single value goes with every cell. One bad cell spoils no other. */
export function mapIndicators(
  indicators: Matrix,
  rule: (indicator: Indicator) => CellOutput,
): Matrix<CellOutput> {
  return settle(
    indicators.map((row) =>
      row.map((input) => {
        const indicator = indicatorAt(input);
        return indicator instanceof CustomFunctions.Error ? indicator : rule(indicator);
      }),
    ),
  );
}

/** Like mapIndicators, with a second argument. Where both cells are empty the result is empty text. */
export function mapActuals(
  indicators: Matrix,
  actuals: Matrix,
  rule: (indicator: Indicator, actual: CellInput, row: number, column: number) => CellOutput,
): Matrix<CellOutput> {
  const [rows, columns] = shapeOf([indicators, actuals]);
  const [oneIndicator, oneActual] = [isSingle(indicators), isSingle(actuals)];
  const out: Matrix<CellOutput> = new Array<CellOutput[]>(rows);
  for (let r = 0; r < rows; r++) {
    const codes = indicators[oneIndicator ? 0 : r]!;
    const values = actuals[oneActual ? 0 : r]!;
    const cells = (out[r] = new Array<CellOutput>(columns));
    for (let c = 0; c < columns; c++) {
      const code = codes[oneIndicator ? 0 : c];
      const value = values[oneActual ? 0 : c];
      const indicator = indicatorAt(code);
      if (!(indicator instanceof CustomFunctions.Error)) cells[c] = rule(indicator, value, r, c);
      else cells[c] = isBlank(code) && isBlank(value) ? "" : indicator;
    }
  }
  return settle(out);
}
