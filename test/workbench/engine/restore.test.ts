import fc from "fast-check";
import type { Area, CellContent, SheetState } from "../../../src/workbench/engine/engine";
import { isSame, restore } from "../../../src/workbench/engine/restore";
import {
  BLANK,
  type SheetSnapshot,
  takeSnapshot,
  withOwnIds,
  type WorkbookSnapshot,
} from "../../../src/workbench/engine/snapshot";
import { createHeadlessEngine } from "../../../src/workbench/univer/headless";

/** A workbook put in place of another is as it would be in place of none, whatever the other was. */

const area = fc.record({
  row: fc.nat(3),
  column: fc.nat(3),
  rows: fc.integer({ min: 2, max: 3 }),
  columns: fc.integer({ min: 2, max: 3 }),
});

const state: fc.Arbitrary<SheetState> = fc
  .record(
    {
      merges: fc.tuple(area),
      hidden: fc.constant<Area[]>([{ row: 2, column: 0, rows: 2, columns: 16_384 }]),
      validations: fc.tuple(
        fc.record({
          areas: fc.tuple(area),
          type: fc.constant("list" as const),
          formula1: fc.constant("甲,乙"),
        }),
      ),
      highlights: fc.tuple(
        fc.record({
          id: fc.constantFrom("h1", "h2"),
          areas: fc.tuple(area),
          formula: fc.constant("=A1>1"),
          fill: fc.constant("#FF0000"),
        }),
      ),
      charts: fc.tuple(
        fc.record({
          id: fc.constant("c"),
          name: fc.constantFrom("甲", "乙"),
          type: fc.constant("BarStacked" as const),
          source: area,
          series: fc.constant([]),
          position: area,
        }),
      ),
      protection: fc.constant({ allowSort: true }),
      frozenRows: fc.nat(2),
      frozenColumns: fc.nat(2),
      gridlines: fc.boolean(),
      tabColor: fc.constantFrom("#FF0000", "#00FF00"),
      visible: fc.boolean(),
      zoom: fc.constantFrom(75, 150),
      page: fc.constant({ printArea: "A1:B2" }),
    },
    { requiredKeys: [] },
  )
  .chain((some) =>
    fc.boolean().map((very) => ({
      ...BLANK.state,
      ...some,
      ...(some.visible === false && very && { veryHidden: true }),
    })),
  );

const content: fc.Arbitrary<CellContent | null> = fc.constantFrom<(CellContent | null)[]>(
  null,
  { value: 1 },
  { value: "甲" },
  { value: "#N/A" },
  { value: "#N/A", error: true },
);

const sheet: fc.Arbitrary<Omit<SheetSnapshot, "id" | "name">> = fc
  .tuple(fc.nat(5), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) =>
    fc.record({
      cells: fc.array(fc.array(content, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      styles: fc.array(fc.array(fc.constantFrom(0, 1), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      looks: fc.constant([{}, { bold: true, numberFormat: "0.0%" }]),
      columnWidths: fc.array(fc.constantFrom(54, 90), { maxLength: 30 }),
      rowHeights: fc.array(fc.constantFrom(null, 30), { maxLength: 120 }),
      state,
      names: fc.constantFrom([], [["期", "=1"] as [string, string]]),
    }),
  );

/** As files give them: the first sheet of each has the same id. */
const book: fc.Arbitrary<WorkbookSnapshot> = fc
  .tuple(fc.array(sheet, { minLength: 1, maxLength: 3 }), fc.nat(2), fc.boolean())
  .map(([sheets, active, turned]) => {
    const shown = active % sheets.length;
    const all = sheets.map(({ state: own, ...rest }, i) => {
      const { veryHidden: _, ...seen } = own;
      return {
        ...rest,
        id: `file-${i}`,
        name: `表${i}`,
        state: i === shown ? { ...seen, visible: true } : own,
      };
    });
    return {
      sheets: turned ? all.reverse() : all,
      names: [],
      active: `file-${shown}`,
      selection: { row: 0, column: 0, rows: 1, columns: 1 },
    };
  });

/** All but where the user is in a sheet. */
const held = ({ selection: _, ...rest }: WorkbookSnapshot): unknown => rest;

test("a workbook in place of another is as in place of none, and the other comes back by undo", async () => {
  const holds = fc.asyncProperty(book, book, async (one, other) => {
    const engine = createHeadlessEngine();
    restore(engine, takeSnapshot(engine), one);
    const before = takeSnapshot(engine);
    engine.history.change(() => restore(engine, before, other));
    const fresh = createHeadlessEngine();
    restore(fresh, takeSnapshot(fresh), other);
    expect(held(takeSnapshot(engine))).toEqual(held(takeSnapshot(fresh)));
    if (isSame(before, takeSnapshot(engine))) return;
    await engine.api.undo();
    expect(held(takeSnapshot(engine))).toEqual(held(before));
  });
  await fc.assert(holds, { numRuns: 20 });
});

test("the sheets of a workbook that is opened are none of those that are shown", () => {
  const of = (...ids: string[]): WorkbookSnapshot => ({
    sheets: ids.map((id) => ({ ...BLANK, id, name: id })),
    names: [],
    active: ids[0]!,
    selection: { row: 0, column: 0, rows: 1, columns: 1 },
  });
  const opened = withOwnIds(of("file-0", "file-1"), of("file-0", "file-0_"));
  expect(opened.sheets.map(({ id }) => id)).toEqual(["file-0__", "file-1"]);
  expect(opened.active).toBe("file-0__");
});
