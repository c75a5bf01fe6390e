import { inside, outside, overlaps } from "../../engine/areas";
import type { Area, CellContent, HighlightRule } from "../../engine/engine";
import { MAX_COLUMNS, MAX_ROWS, shiftFormula } from "../address";
import { HostError } from "../errors";
import type { Cells } from "../model";
import { bounded, checkFormat } from "./cells";

const KINDS = ["All", "Formats", "Formulas", "Values"];

interface Step {
  rows: number;
  columns: number;
}

const moved = (area: Area, { rows, columns }: Step): Area => ({
  ...area,
  row: area.row + rows,
  column: area.column + columns,
});

/** The tiles that a source fills of a target: one, or as many as fit without a rest. */
function tiles(source: Area, target: Area): Step[] {
  const times = (whole: number, part: number): number => (whole % part === 0 ? whole / part : 1);
  const [down, across] = [times(target.rows, source.rows), times(target.columns, source.columns)];
  return Array.from({ length: down * across }, (_, i) => ({
    rows: target.row - source.row + Math.floor(i / across) * source.rows,
    columns: target.column - source.column + (i % across) * source.columns,
  }));
}

let nextRule = 1;

const cut = <R extends { areas: Area[] }>(rules: R[], part: (areas: Area[]) => Area[]): R[] =>
  rules.map((rule) => ({ ...rule, areas: part(rule.areas) })).filter((rule) => rule.areas.length > 0);

/** A highlight's formula is relative to its first cell, which cutting changes. */
const cutHighlights = (rules: HighlightRule[], source: Area): HighlightRule[] =>
  rules.flatMap((rule) =>
    cut([rule], (areas) => inside(areas, [source])).map((part) => {
      const [was, is] = [rule.areas[0]!, part.areas[0]!];
      const formula = shiftFormula(rule.formula, is.row - was.row, is.column - was.column);
      return { ...part, id: `{CF-copy-${nextRule++}}`, formula };
    }),
  );

/** The parts of the rules and merges that lie in the source, put over those of the target. */
function copyRules(from: Cells, source: Area, to: Cells, target: Area, step: Step): void {
  const { validations, highlights, merges } = from.book.engine.sheetState(from.sheet);
  const here = to.book.engine.sheetState(to.sheet);
  const stay = (areas: Area[]): Area[] => outside(areas, [target]);
  const move = (areas: Area[]): Area[] => areas.map((a) => moved(a, step));
  to.book.engine.updateSheet(to.sheet, {
    merges: [
      ...here.merges.filter((m) => !overlaps(m, target)),
      ...move(merges.filter((m) => overlaps(m, source))),
    ],
    validations: [
      ...cut(here.validations, stay),
      ...cut(validations, (areas) => move(inside(areas, [source]))),
    ],
    highlights: [...cut(cutHighlights(highlights, source), move), ...cut(here.highlights, stay)],
  });
}

function contentsFor(kind: string, cells: CellContent[][], step: Step): CellContent[][] {
  return cells.map((row) =>
    row.map(({ value, formula }) =>
      formula && kind !== "Values"
        ? { value: null, formula: shiftFormula(formula, step.rows, step.columns) }
        : { value },
    ),
  );
}

const blanks = ({ rows, columns }: Area): CellContent[][] =>
  Array.from({ length: rows }, () => Array<CellContent>(columns).fill({ value: null }));

/**
 * Copies as Excel pastes: contents, formats, merges, rules. Of whole rows, columns and sheets the used part is
 * copied, and the rest of the target emptied.
 */
export function copyCells(from: Cells, to: Cells, kind: unknown): void {
  if (typeof kind !== "string" || !KINDS.includes(kind))
    throw new HostError("ApiNotFound", `Range.copyFrom "${String(kind)}"`);
  checkFormat(to);
  const { engine, manners } = from.book;
  const [[all], [target]] = [from.areas as [Area], to.areas as [Area]];
  const [contents, formats] = [kind !== "Formats", kind === "All" || kind === "Formats"];
  const unbounded = all.rows === MAX_ROWS || all.columns === MAX_COLUMNS;
  if (manners.wholeSheets && all.rows === MAX_ROWS && all.columns === MAX_COLUMNS)
    throw new HostError("GeneralException", "Range.copyFrom of a whole sheet");
  const source = bounded(from, all);
  const emptied = unbounded ? bounded(to, target) : null;
  if (emptied && contents) engine.writeCells(to.sheet, emptied, blanks(emptied));
  if (emptied && formats) engine.clearStyles(to.sheet, emptied);
  if (!source) return;
  const cells = engine.readCells(from.sheet, source);
  const styles = engine.readStyles(from.sheet, source);
  for (const step of tiles(all, target)) {
    const area = moved(source, step);
    if (formats) {
      engine.clearStyles(to.sheet, area);
      engine.writeStyles(to.sheet, area, styles);
      copyRules(from, all, to, unbounded ? target : area, step);
    }
    if (contents) engine.writeCells(to.sheet, area, contentsFor(kind, cells, step));
  }
}
