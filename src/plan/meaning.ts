import type { Direction } from "./inference";
import { type Notation, parseNotation } from "./notation";
import type { TargetType } from "./target-type";

/** One way to understand a printed target. */
export interface Meaning {
  readonly type: TargetType;
  readonly notation: Notation;
  /** where this way settles which is better */
  readonly direction?: Direction;
}

/** What stands round a printed target and tells what it means. */
export interface Around {
  readonly name: string;
  readonly unit: string;
  /** what its column says of every number in it */
  readonly column?: "cumulative" | "average";
  /** 约数: how far from it is still met, percent */
  readonly within?: number;
}

/** All ways to understand a printed target: one is certain, several are to be asked, none is refused. */
export function meaningsOf(text: string, _around: Around): readonly Meaning[] {
  const read = parseNotation(text);
  if (!read.ok) return [];
  const { kind } = read.value;
  if (kind === "value") return [{ type: "level", notation: read.value }];
  return kind === "none" || kind === "undisclosed" ? [{ type: "none", notation: read.value }] : [];
}
