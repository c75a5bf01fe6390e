import { type Token, tokenTypes } from "@borgar/fx";

/** A bracket that is open at some place of a formula: of a function, or "" of none, and which of its arguments. */
export interface Call {
  name: string;
  argument: number;
}

/** Goes through the parts of a formula with the calls that each stands in, the innermost last. */
export function eachInCalls(
  tokens: readonly Token[],
  visit: (token: Token, calls: readonly Call[], index: number) => void,
): void {
  const calls: Call[] = [];
  tokens.forEach((token, i) => {
    const { type, value } = token;
    if (type === tokenTypes.OPERATOR && (value === ")" || value === "}")) calls.pop();
    visit(token, calls, i);
    const before = tokens[i - 1];
    if (type !== tokenTypes.OPERATOR) return;
    if (value === "(" || value === "{")
      calls.push({
        name: before?.type === tokenTypes.FUNCTION ? before.value.toUpperCase() : "",
        argument: 0,
      });
    else if (value === "," && calls.length > 0) calls.at(-1)!.argument++;
  });
}
