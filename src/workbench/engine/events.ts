import type { Area, CellContent } from "../../grid";
import type { Axis } from "./areas";

/** A person at the screen, or the caller of this interface. */
export type Source = "user" | "api";

/** What happened to the workbook. New values of formulas are no event. */
export type EngineEvent =
  /** `before`: what a single cell held */
  | { kind: "edited"; sheet: string; areas: Area[]; source: Source; before?: CellContent }
  /** `area`: the new cells, or those that are gone; the others moved away from it or towards it */
  | { kind: "inserted" | "deleted"; sheet: string; area: Area; moved: Axis; source: Source }
  /** its charts are others, look otherwise or lie elsewhere; what they draw are the cells' values, of which nothing is told */
  | { kind: "charted"; sheet: string }
  | { kind: "selected"; sheet: string; areas: Area[] }
  | { kind: "activated" | "deactivated"; sheet: string }
  | { kind: "added" | "removed"; sheet: string };
