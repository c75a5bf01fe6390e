import { fixed } from "../text";
import { compare } from "./compare";
import { type Condition, type Face, type Quantity, read } from "./expression";

/** A value that is known beforehand, or how it is had from an input. */
export type Compiled<Input, Value> = Value | ((input: Input) => Value);

type Value = number | boolean;
type Closure<V> = (input: never) => V;
type Node<V extends Value> = V | Closure<V>;

const isClosure = <V extends Value>(node: Node<V>): node is Closure<V> => typeof node === "function";

/** What is known is reckoned here, once. */
const unary =
  <A extends Value, V extends Value>(operate: (a: A) => V) =>
  (a: Node<A>): Node<V> =>
    isClosure(a) ? (input) => operate(a(input)) : operate(a);

const binary =
  <A extends Value, B extends Value, V extends Value>(operate: (a: A, b: B) => V) =>
  (a: Node<A>, b: Node<B>): Node<V> => {
    if (isClosure(a))
      return isClosure(b) ? (input) => operate(a(input), b(input)) : (input) => operate(a(input), b);
    return isClosure(b) ? (input) => operate(a, b(input)) : operate(a, b);
  };

/** What is not there settles it, whatever the other is. */
const ofNumbers = <V extends Value>(operate: (a: number, b: number) => V) => {
  const both = binary(operate);
  return (a: Node<number>, b: Node<number>): Node<V> =>
    Number.isNaN(a) || Number.isNaN(b) ? operate(NaN, NaN) : both(a, b);
};

/** One that is known settles it, or leaves it to the other. */
const ofTruths = (settling: boolean, operate: (a: boolean, b: boolean) => boolean) => {
  const both = binary(operate);
  return (a: Node<boolean>, b: Node<boolean>): Node<boolean> => {
    if (typeof a === "boolean") return a === settling ? a : b;
    if (typeof b === "boolean") return b === settling ? b : a;
    return both(a, b);
  };
};

const OPERATORS: Omit<Face<string, Node<number>, Node<boolean>>, "name"> = {
  number: (value) => value,
  abs: unary(Math.abs),
  known: unary((a: number) => !Number.isNaN(a)),
  not: unary((a: boolean) => !a),
  when: binary((a: number, holds: boolean) => (holds ? a : NaN)),
  "+": ofNumbers((a, b) => a + b),
  "-": ofNumbers((a, b) => a - b),
  "*": ofNumbers((a, b) => a * b),
  "/": ofNumbers((a, b) => (compare(b, 0) === 0 ? NaN : a / b)),
  round: ofNumbers((a, decimals) => Number(fixed(a, decimals))),
  "<": ofNumbers((a, b) => compare(a, b) < 0),
  "<=": ofNumbers((a, b) => compare(a, b) <= 0),
  ">": ofNumbers((a, b) => compare(a, b) > 0),
  ">=": ofNumbers((a, b) => compare(a, b) >= 0),
  "=": ofNumbers((a, b) => compare(a, b) === 0),
  // nothing differs from what is not there
  "<>": ofNumbers((a, b) => Math.abs(compare(a, b)) > 0),
  and: ofTruths(false, (a, b) => a && b),
  or: ofTruths(true, (a, b) => a || b),
};

/** What a name stands for; NaN is nothing. */
export type Scope<Name extends string, Input> = (name: Name) => Compiled<Input, number>;

interface Compile {
  <Name extends string, Input>(of: Quantity<Name>, scope: Scope<Name, Input>): Compiled<Input, number>;
  <Name extends string, Input>(of: Condition<Name>, scope: Scope<Name, Input>): Compiled<Input, boolean>;
}

/** The closure of an expression; a value where its constants settle all of it. */
export const compile = ((of: Quantity<string>, name: Scope<string, never>) =>
  read(of, { ...OPERATORS, name })) as Compile;
