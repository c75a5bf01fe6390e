import { parse, tokenize } from "@borgar/fx";
import type { CellContent, Scalar } from "../../src/workbench/engine/engine";

/** rows × columns; a single value is a matrix of one */
export type Matrix = CellContent[][];

/** What a formula asks of its workbook. */
export interface Surroundings {
  /** @param text such as `'甲 表'!A1:B2`, or a name */
  refer: (text: string) => Matrix;
  /** an argument that is left out is null */
  call: (name: string, args: (Matrix | null)[]) => Matrix;
}

type Node = ReturnType<typeof parse>;
type Later = () => Matrix;

const one = (value: Scalar | null): Matrix => [[{ value }]];
export const errorOf = (value: string): Matrix => [[{ value, error: true }]];
const first = (matrix: Matrix): CellContent => matrix[0]?.[0] ?? { value: null };
const text = (value: Scalar | null): string =>
  typeof value === "boolean" ? String(value).toUpperCase() : String(value ?? "");
const isTrue = ({ value }: CellContent): boolean =>
  Boolean(typeof value === "string" ? /^true$/i.test(value) : value);
const errorIn = (...matrices: Matrix[]): CellContent | undefined =>
  matrices.flat(2).find(({ error }) => error);

/** Cell by cell; an error stays itself. */
const each = (matrix: Matrix, of: (value: Scalar | null) => Scalar): Matrix =>
  matrix.map((row) => row.map((cell) => (cell.error ? cell : { value: of(cell.value) })));

function isEqual(a: Scalar | null, b: Scalar | null): boolean {
  if (a === null || b === null) return (a ?? b ?? "") === "" || (a ?? b) === 0 || (a ?? b) === false;
  return typeof a === typeof b && text(a).toLowerCase() === text(b).toLowerCase();
}

const OPERATORS: Record<string, (a: Scalar | null, b: Scalar | null) => Scalar> = {
  "=": isEqual,
  "<>": (a, b) => !isEqual(a, b),
  "&": (a, b) => text(a) + text(b),
  "+": (a, b) => Number(a) + Number(b),
  "-": (a, b) => Number(a) - Number(b),
  "*": (a, b) => Number(a) * Number(b),
};

function binary(operator: string, a: Matrix, b: Matrix): Matrix {
  const apply = OPERATORS[operator];
  if (!apply) return errorOf("#NAME?");
  const [rows, columns] = [Math.max(a.length, b.length), Math.max(a[0]!.length, b[0]!.length)];
  const at = (m: Matrix, r: number, c: number): CellContent =>
    m[m.length === 1 ? 0 : r]![m[0]!.length === 1 ? 0 : c]!;
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => {
      const [x, y] = [at(a, r, c), at(b, r, c)];
      return x.error ? x : y.error ? y : { value: apply(x.value, y.value) };
    }),
  );
}

/** The functions that the add-in's sheets use beside its own. */
export const BUILT_IN: Record<string, (...args: Later[]) => Matrix> = {
  IF: (condition, then, otherwise) => {
    const asked = first(condition());
    if (asked.error) return [[asked]];
    return isTrue(asked) ? then() : (otherwise?.() ?? one(false));
  },
  IFERROR: (value, instead) => {
    const found = value();
    return errorIn(found) ? instead() : found;
  },
  OR: (...conditions) => {
    const all = conditions.map((condition) => condition());
    const error = errorIn(...all);
    return error ? [[error]] : one(all.flat(2).some(isTrue));
  },
  ISBLANK: (value) => one(first(value()).value === null),
  LEFT: (value, count) => each(value(), (v) => text(v).slice(0, Number(count ? first(count()).value : 1))),
};

function valueOf(node: Node, around: Surroundings): Matrix {
  const value = (inner: Node): Matrix => valueOf(inner, around);
  switch (node.type) {
    case "Literal":
      return one(node.value);
    case "ErrorLiteral":
      return errorOf(String(node.value));
    case "ReferenceIdentifier":
      return around.refer(node.value);
    case "ArrayExpression":
      return node.elements.map((row) => row.map((element) => first(value(element as Node))));
    case "UnaryExpression":
      return each(value(node.arguments[0] as Node), (v) => (node.operator === "-" ? -Number(v) : Number(v)));
    case "BinaryExpression":
      return binary(node.operator, value(node.arguments[0] as Node), value(node.arguments[1] as Node));
    case "CallExpression": {
      const name = (node.callee as { name: string }).name.toUpperCase();
      const args = node.arguments.map((argument) => () => (argument ? value(argument) : one(null)));
      if (BUILT_IN[name]) return BUILT_IN[name](...args);
      return around.call(
        name,
        node.arguments.map((argument, i) => (argument ? args[i]!() : null)),
      );
    }
    default:
      return errorOf("#NAME?");
  }
}

/** What a formula gives. @param formula with its leading "=" */
export function evaluate(formula: string, around: Surroundings): Matrix {
  return valueOf(parse(tokenize(formula, { mergeRefs: true })), around);
}
