import { type Token, tokenize, tokenTypes } from "@borgar/fx";
import { parseArea } from "../host/address";
import { eachInCalls } from "./calls";

/** Functions that take a single value: of a range each cell is taken in turn, where the formula is one of an array. */
const SINGLE = new Set(
  `ABS CEILING CHAR CLEAN CODE CONCATENATE DATE DATEVALUE DAY DEGREES EXACT EXP FIND FLOOR HOUR IF IFERROR IFNA INT
  ISBLANK ISERR ISERROR ISEVEN ISLOGICAL ISNA ISNONTEXT ISNUMBER ISODD ISTEXT LEFT LEN LN LOG LOG10 LOWER MID MINUTE MOD
  MONTH N NOT POWER PROPER REPLACE REPT RIGHT ROUND ROUNDDOWN ROUNDUP SEARCH SECOND SIGN SQRT SUBSTITUTE TEXT TIME TRIM
  TRUNC UPPER VALUE WEEKDAY YEAR`.split(/\s+/),
);
/** Functions that take each cell in turn in any formula. */
const ARRAY = new Set(["SUMPRODUCT", "MMULT", "LOOKUP", "AGGREGATE"]);
const OPERATORS = new Set(["+", "-", "*", "/", "^", "&", "=", "<", ">", "<=", ">=", "<>"]);
const RANGES: ReadonlySet<string> = new Set([tokenTypes.REF_RANGE, tokenTypes.REF_BEAM]);

function isMany({ type, value }: Token): boolean {
  if (!RANGES.has(type)) return false;
  const { rows, columns } = parseArea(value);
  return rows * columns > 1;
}

/**
 * Whether the formula gives something else when Excel takes one cell of each range, as it does unless the formula is
 * one of an array. The workbench always takes them all.
 */
export function isArrayFormula(formula: string): boolean {
  const solid = tokenize(formula).filter(
    ({ type }) =>
      type !== tokenTypes.WHITESPACE && type !== tokenTypes.NEWLINE && type !== tokenTypes.FX_PREFIX,
  );
  let found = false;
  eachInCalls(solid, (token, calls, i) => {
    if (!isMany(token) || calls.some(({ name }) => ARRAY.has(name))) return;
    const [before, after] = [solid[i - 1]?.value ?? "", solid[i + 1]?.value ?? ""];
    const alone = ["(", ","].includes(before) && [")", ","].includes(after);
    const taken = alone && SINGLE.has(calls.at(-1)?.name ?? "");
    found ||= taken || OPERATORS.has(before) || OPERATORS.has(after);
  });
  return found;
}
