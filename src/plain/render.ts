import {
  type Arithmetic,
  type Comparison,
  type Condition,
  type Face,
  type Quantity,
  read,
} from "../assessment";
import { told } from "../text";
import { isNumber, rounded } from "./formula";

/** Where a name of an expression stands on the sheet. */
export interface Place {
  cell: string;
  /** the cell with the same number as it is compared; absent where text may stand for a number that is not there */
  compared?: string;
}
export type Places<Name extends string> = (name: Name) => Place;

/** A quantity where it is there, and what that asks for, in order: programs differ in what they reckon from text. */
interface Rendered {
  formula: string;
  compared: string;
  needs: readonly string[];
}

const made = (formula: string, parts: readonly Rendered[], ...needs: string[]): Rendered => ({
  formula,
  compared: rounded(formula),
  needs: [...new Set([...parts.flatMap((part) => part.needs), ...needs])],
});

/** The formula where all its parts are there. Nested, because AND looks at all of its own, error or not. */
const where = (parts: readonly Rendered[], formula: string, otherwise: string): string =>
  made(formula, parts).needs.reduceRight((inner, need) => `IF(${need},${inner},${otherwise})`, formula);

const reckon =
  (sign: Arithmetic) =>
  (a: Rendered, b: Rendered): Rendered =>
    made(`(${a.formula}${sign}${b.formula})`, [a, b]);

const compare =
  (sign: Comparison) =>
  (a: Rendered, b: Rendered): string =>
    where([a, b], `${a.compared}${sign}${b.compared}`, "FALSE");

const OPERATORS: Omit<Face<string, Rendered, string>, "name"> = {
  number: (value) => ({ formula: String(value), compared: told(value), needs: [] }),
  abs: (a) => made(`ABS(${a.formula})`, [a]),
  known: (a) => where([a], isNumber(a.formula), "FALSE"),
  not: (a) => `NOT(${a})`,
  when: (a, holds) => ({ ...a, needs: [...a.needs, holds] }),
  "+": reckon("+"),
  "-": reckon("-"),
  "*": reckon("*"),
  "/": (a, b) => made(`(${a.formula}/${b.formula})`, [a, b], `${b.compared}<>0`),
  round: (a, decimals) => made(`ROUND(${a.formula},${decimals.formula})`, [a, decimals]),
  "<": compare("<"),
  "<=": compare("<="),
  ">": compare(">"),
  ">=": compare(">="),
  "=": compare("="),
  "<>": compare("<>"),
  and: (a, b) => `AND(${a},${b})`,
  or: (a, b) => `OR(${a},${b})`,
};

const faceOf = <Name extends string>(places: Places<Name>): Face<Name, Rendered, string> => ({
  ...OPERATORS,
  name: (name) => {
    const { cell, compared } = places(name);
    return {
      formula: cell,
      compared: compared ?? rounded(cell),
      needs: compared === undefined ? [isNumber(cell)] : [],
    };
  },
});

/** The formula of a condition, without `=`: TRUE or FALSE, never an error. */
export const renderCondition = <Name extends string>(
  condition: Condition<Name>,
  places: Places<Name>,
): string => read(condition, faceOf(places));

/** The formula of a quantity, without `=`; `""` where it is not there. */
export function renderQuantity<Name extends string>(quantity: Quantity<Name>, places: Places<Name>): string {
  const rendered = read(quantity, faceOf(places));
  return where([rendered], rendered.formula, `""`);
}
