/**
 * A rule as data: an expression over names, each given a meaning by whoever reads it. It has two faces that must agree:
 * compile.ts makes a closure of it, src/plain/render.ts an Excel formula. Another operator is another member of both.
 *
 *     [["value", "-", "previous"], "/", ["abs", "previous"]]
 *     [["TY04", "+", "TY05"], "<=", "TY03"]
 *
 * What is not there (no target, no 上年同期, a division by 0) is NaN in one face and empty text in the other: what is
 * reckoned from it is not there either, and nothing compared with it holds. Numbers are compared to 10 decimals.
 */
export type Quantity<Name extends string> =
  | number
  | Name
  | ["abs", Quantity<Name>]
  | [Quantity<Name>, Arithmetic, Quantity<Name>]
  /** only where the condition holds */
  | [Quantity<Name>, "when", Condition<Name>];

/** True or false, never absent. */
export type Condition<Name extends string> =
  | ["known", Quantity<Name>]
  | ["not", Condition<Name>]
  | [Quantity<Name>, Comparison, Quantity<Name>]
  | [Condition<Name>, "and" | "or", Condition<Name>];

/** `round` goes half up, to so many decimals. */
export type Arithmetic = "+" | "-" | "*" | "/" | "round";
export type Comparison = "<" | "<=" | ">" | ">=" | "=" | "<>";

/** All of several conditions. */
export const all = <Name extends string>(
  first: Condition<Name>,
  ...others: Condition<Name>[]
): Condition<Name> => others.reduce((both, other) => [both, "and", other], first);

/** What becomes of each part of an expression: of quantities a Q, of conditions a C. */
export type Face<Name extends string, Q, C> = {
  number: (value: number) => Q;
  name: (name: Name) => Q;
  abs: (of: Q) => Q;
  when: (quantity: Q, holds: C) => Q;
  known: (of: Q) => C;
  not: (of: C) => C;
} & Record<Arithmetic, (a: Q, b: Q) => Q> &
  Record<Comparison, (a: Q, b: Q) => C> &
  Record<"and" | "or", (a: C, b: C) => C>;

interface Read {
  <Name extends string, Q, C>(of: Quantity<Name>, face: Face<Name, Q, C>): Q;
  <Name extends string, Q, C>(of: Condition<Name>, face: Face<Name, Q, C>): C;
}

type Part = number | string | [operator: string, of: Part] | [left: Part, operator: string, right: Part];
type Reader = (...parts: unknown[]) => unknown;

function readPart(of: Part, face: Record<string, Reader>): unknown {
  if (typeof of === "number") return face.number!(of);
  if (typeof of === "string") return face.name!(of);
  if (of.length === 2) return face[of[0]]!(readPart(of[1], face));
  return face[of[1]]!(readPart(of[0], face), readPart(of[2], face));
}

/** Reads an expression with a face, from its innermost parts outwards. */
export const read = readPart as unknown as Read;
