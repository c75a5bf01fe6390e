import { planInUse } from "../plan/in-use";
import { type Matrix, unreadable } from "./cells";
import { exampleWords, filled } from "./examples";
import type { Compute } from "./ids";

/**
 * The function, which says first what was left out; Excel hands that over as nothing at all.
 * @param example a call that runs, as in the function's help, with its places for what the plan names
 * @param required the arguments that it cannot do without, by the names that Excel shows
 */
export const requiring =
  (compute: Compute, example: string, ...required: string[]): Compute =>
  (...args: (Matrix | null | undefined)[]) => {
    const left = required.filter((_, i) => (args[i] ?? null) === null);
    if (left.length > 0) {
      const runs = filled(example, exampleWords(planInUse()));
      throw unreadable(`请填${left.map((name) => `“${name}”`).join("、")}，例如 ${runs}`);
    }
    return compute(...args);
  };
