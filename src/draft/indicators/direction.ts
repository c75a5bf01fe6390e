import { type Direction, inferDirection, type Meaning, type Notation } from "../../plan";
import type { Cells } from "./apart";
import type { Proposal } from "../question";

/** Which of two directions holds where words and numbers contradict each other. */
function directionProposals(target: string, likely: Direction): Proposal[] {
  const higher: Proposal = {
    id: "higher",
    words: `越高越好，${target} 是底线`,
    follows: "本期值不低于目标为已达标",
  };
  const lower: Proposal = {
    id: "lower",
    words: `越低越好，要降到 ${target}`,
    follows: "本期值不高于目标为已达标",
  };
  return likely === "higher" ? [higher, lower] : [lower, higher];
}

type Ask = (printed: string, asks: string, proposals: readonly Proposal[]) => string;

/** Which is better: as the meaning settles it, as names and numbers tell, else asked. */
export function directionOf(
  { name, unit, target, baseline }: Cells,
  { type, notation, direction }: Meaning,
  base: Notation,
  ask: Ask,
): Direction {
  if (direction !== undefined) return direction;
  const inferred = inferDirection({
    ...{ name, unit, type },
    baseline: { text: baseline, notation: base },
    target: { text: target, notation },
  });
  if (inferred.ok) return inferred.value;
  const likely = inferred.issue.code === "direction-unclear" ? inferred.issue.likely : "higher";
  if (notation.kind !== "value" && notation.kind !== "change") return likely;
  const asks = `基期“${baseline}”，目标“${target}”，越高越好还是越低越好？`;
  const proposals = directionProposals(target, likely);
  return ask(`${baseline} → ${target}`, asks, proposals) === "lower" ? "lower" : "higher";
}
