import { stringifyTokens, type Token, tokenize, tokenTypes } from "@borgar/fx";
import { readArea } from "../../grid";
import { type Call, eachInCalls } from "./calls";

/** Functions that take single values only: of a range each cell is taken in turn, where the formula is one of an array. */
const SINGLE = new Set(
  `ABS ACOS ASIN ATAN ATAN2 CEILING CHAR CLEAN CODE COMBIN CONCATENATE COS DATE DATEVALUE DAY DAYS360 DEGREES EVEN EXACT
  EXP FACT FIND FIXED FLOOR HOUR HYPERLINK IFERROR IFNA INDIRECT INT ISBLANK ISERR ISERROR ISEVEN ISLOGICAL ISNA
  ISNONTEXT ISNUMBER ISODD ISTEXT LEFT LEN LENB LN LOG LOG10 LOWER MID MINUTE MOD MONTH NOT ODD POWER PROPER RADIANS
  REPLACE REPT RIGHT ROUND ROUNDDOWN ROUNDUP SEARCH SECOND SIGN SIN SQRT SUBSTITUTE TAN TEXT TIME TIMEVALUE TRIM TRUNC
  UPPER VALUE WEEKDAY YEAR`.split(/\s+/),
);

type Which = (argument: number) => boolean;
const only =
  (...places: number[]): Which =>
  (argument) =>
    places.includes(argument);
const allBut =
  (place: number): Which =>
  (argument) =>
    argument !== place;
const conditions: Which = (argument) => argument > 0 && argument % 2 === 0;

/** Which arguments of other functions are single values. */
const PARTLY: Record<string, Which> = {
  ...Object.fromEntries(["VLOOKUP", "HLOOKUP", "MATCH", "RANK"].map((name) => [name, allBut(1)])),
  ...Object.fromEntries(["INDEX", "OFFSET"].map((name) => [name, allBut(0)])),
  ...Object.fromEntries(["IF", "CHOOSE", "LOOKUP", "XLOOKUP"].map((name) => [name, only(0)])),
  ...Object.fromEntries(
    ["SUMIF", "AVERAGEIF", "COUNTIF", "LARGE", "SMALL", "PERCENTILE", "QUARTILE"].map((name) => [
      name,
      only(1),
    ]),
  ),
  ...Object.fromEntries(["SUMIFS", "AVERAGEIFS", "MAXIFS", "MINIFS"].map((name) => [name, conditions])),
  COUNTIFS: (argument) => argument % 2 === 1,
};
const takesOne = ({ name, argument }: Call): boolean =>
  SINGLE.has(name) || (PARTLY[name]?.(argument) ?? false);

/** Functions that take each cell in turn in any formula. */
const ARRAY = new Set(
  `AGGREGATE CHITEST CORREL COVAR FORECAST FTEST INTERCEPT LOOKUP MDETERM MINVERSE MMULT MODE PEARSON PROB RSQ SLOPE
  STEYX SUMPRODUCT SUMX2MY2 SUMX2PY2 SUMXMY2 TRANSPOSE TTEST`.split(/\s+/),
);
/** What they give is what one of their arguments is. */
const isPassed = ({ name, argument }: Call): boolean =>
  name === "" || ((name === "IF" || name === "CHOOSE") && argument > 0);

const OPERATORS = new Set(["+", "-", "*", "/", "^", "&", "=", "<", ">", "<=", ">=", "<>", "%"]);
const REFERRING = new Set([":", "@", "#"]);
const RANGES: ReadonlySet<string> = new Set([tokenTypes.REF_RANGE, tokenTypes.REF_BEAM]);
const BLANKS: ReadonlySet<string> = new Set([
  tokenTypes.WHITESPACE,
  tokenTypes.NEWLINE,
  tokenTypes.FX_PREFIX,
]);

/** Names in capitals that stand for more than a cell. */
type ManyNames = ReadonlySet<string>;

export function isMany({ type, value }: Token, names: ManyNames = new Set()): boolean {
  if (type === tokenTypes.REF_NAMED) return names.has(value.toUpperCase());
  const area = RANGES.has(type) ? readArea(value) : null;
  return area !== null && area.rows * area.columns > 1;
}

/** Whether a range that stands alone, within these calls, is looked at for one value. */
function isOneWanted(calls: readonly Call[]): boolean {
  let at = calls.length - 1;
  while (at >= 0 && isPassed(calls[at]!)) at--;
  return at < 0 || takesOne(calls[at]!);
}

/** The ranges of which a formula that is none of an array takes one cell: in its own row or column. */
function singles(tokens: readonly Token[], names?: ManyNames): ReadonlySet<Token> {
  const solid = tokens.filter(({ type }) => !BLANKS.has(type));
  const found = new Set<Token>();
  eachInCalls(solid, (token, calls, i) => {
    if (!isMany(token, names)) return;
    const [before, after] = [solid[i - 1], solid[i + 1]];
    const beside = [before, after].map((one) => (one?.type === tokenTypes.OPERATOR ? one.value : ""));
    // a range beside another is their common part
    if (
      beside.some((sign) => REFERRING.has(sign)) ||
      [before, after].some((one) => one && isMany(one, names))
    )
      return;
    const inArray = calls.some(
      (call, depth) => ARRAY.has(call.name) && !(depth === calls.length - 1 && takesOne(call)),
    );
    if (!inArray && (beside.some((sign) => OPERATORS.has(sign)) || isOneWanted(calls))) found.add(token);
  });
  return found;
}

/**
 * Whether the formula gives something else when Excel takes one cell of each range, as it does unless the formula is
 * one of an array. The workbench takes them all, but for those behind an @.
 */
export const isArrayFormula = (formula: string): boolean => singles(tokenize(formula)).size > 0;

/** A formula of the old kind as newer Excel and the workbench write it: `E1:E5*2` → `@E1:E5*2`. */
export function withSingles(formula: string, names?: ManyNames): string {
  const tokens = tokenize(formula);
  const found = singles(tokens, names);
  return found.size === 0
    ? formula
    : stringifyTokens(
        tokens.map((token) => (found.has(token) ? { ...token, value: `@${token.value}` } : token)),
      );
}

const isAt = (token: Token | undefined): boolean =>
  token?.type === tokenTypes.OPERATOR && token.value === "@";

/** The other way: in a formula of an array each @ is written out, in others it goes without saying. */
export function withoutSingles(formula: string): string {
  if (!formula.includes("@")) return formula;
  const array = isArrayFormula(formula);
  const tokens = tokenize(formula);
  return stringifyTokens(
    tokens.map((token, i) => {
      if (isAt(token)) return { ...token, value: "" };
      const written = array && isAt(tokens[i - 1]) && token.type !== tokenTypes.FUNCTION;
      return written ? { ...token, value: `_xlfn.SINGLE(${token.value})` } : token;
    }),
  );
}
