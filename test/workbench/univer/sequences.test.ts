import fc from "fast-check";
import { type Area, type CellContent, MAX_COLUMNS } from "../../../src/workbench/engine/engine";
import { isSame, restore } from "../../../src/workbench/engine/restore";
import { takeSnapshot, type WorkbookSnapshot } from "../../../src/workbench/engine/snapshot";
import { createHeadlessEngine } from "../../../src/workbench/univer/headless";
import type { UniverEngine } from "../../../src/workbench/univer/univer-engine";

/** Whatever is done to a workbook, in whatever order: formulas stay as they were given, and have the values they ask for. */

const NAMES = ["期", "Rate"];
const SHEETS = ["Sheet1", "数据", "指标 填报"];
const FORMULAS = [
  ...["=A1+1", "=$B$2*2", "=SUM(A1:B3)", "=COUNT(A:A)", '=IF(A1="","空",A1)', "=SEQUENCE(2)"],
  ...["=Sheet1!A1+1", "=SUM(数据!A1:B2)", "='指标 填报'!$A$1", "=期", "=rate*2", "=数据!Rate+1"],
];
const TARGETS = ["=Sheet1!$A$1", "=数据!$B$2", "='指标 填报'!$A$1:$A$2", "=期+1", "=5"];

interface Stage {
  engine: UniverEngine;
  kept: WorkbookSnapshot[];
}

interface Act {
  name: string;
  /** changes no content */
  isLook?: boolean;
  /** done at the screen, not through the interface */
  byUser?: boolean;
  run: (stage: Stage) => void | Promise<unknown>;
}

const place = fc.record({
  row: fc.nat(3),
  column: fc.nat(1),
  rows: fc.integer({ min: 1, max: 3 }),
  columns: fc.constant(1),
});
const sheetOf = ({ engine }: Stage, n: number): string => engine.sheets()[n % engine.sheets().length]!.id;
const full = <T>({ rows, columns }: Area, value: T): T[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => value));

const value = fc.oneof(fc.nat(9), fc.constantFrom("甲", "", true)).map((value) => ({ value }));
const formula = fc.constantFrom(...FORMULAS).map((formula) => ({ value: null, formula }));
/** Formulas stand right of all that they refer to, so that none refers to itself. */
const content: fc.Arbitrary<[Area, CellContent]> = fc.oneof(
  fc.tuple(place, value),
  fc
    .tuple(place, formula)
    .map(([{ row, rows }, cell]): [Area, CellContent] => [{ row, rows, column: 2, columns: 1 }, cell]),
);

const acts: fc.Arbitrary<Act>[] = [
  fc.tuple(fc.nat(3), content).map(([n, [area, cell]]) => ({
    name: `write ${JSON.stringify([n, area, cell])}`,
    run: (stage) => stage.engine.writeCells(sheetOf(stage, n), area, full(area, cell)),
  })),
  fc.tuple(fc.nat(3), content).map(([n, [area, cell]]) => ({
    name: `typed ${JSON.stringify([n, area, cell])}`,
    byUser: true,
    run: ({ engine }) => {
      const sheets = engine.api.getActiveWorkbook()!.getSheets();
      const range = sheets[n % sheets.length]!.getRange(area.row, area.column);
      range.setValue(cell.formula ? { f: cell.formula, v: null } : (cell.value as string | number));
    },
  })),
  fc
    .tuple(fc.nat(3), place, fc.constantFrom({ bold: true }, { numberFormat: "0.00%" }, null))
    .map(([n, area, style]) => ({
      name: `look ${JSON.stringify([n, area, style])}`,
      isLook: true,
      run: (stage) => {
        if (style) stage.engine.writeStyle(sheetOf(stage, n), [area], style);
        else stage.engine.clearStyles(sheetOf(stage, n), area);
      },
    })),
  fc.tuple(fc.nat(3), place).map(([n, area]) => ({
    name: `user's look ${JSON.stringify([n, area])}`,
    byUser: true,
    isLook: true,
    run: ({ engine }) => {
      const sheets = engine.api.getActiveWorkbook()!.getSheets();
      const { row, column, rows, columns } = area;
      sheets[n % sheets.length]!.getRange(row, column, rows, columns).setFontWeight("bold");
    },
  })),
  fc
    .tuple(fc.constantFrom(...NAMES), fc.option(fc.constantFrom(...TARGETS)), fc.option(fc.nat(3)))
    .map(([name, target, n]) => ({
      name: `name ${name} ${target} ${n}`,
      run: (stage) => {
        const sheet = n === null ? undefined : sheetOf(stage, n);
        if (target) stage.engine.setName(name, target, sheet);
        else if (stage.engine.names(sheet).has(name)) stage.engine.removeName(name, sheet);
      },
    })),
  fc
    .tuple(fc.constantFrom("add", "remove", "rename", "copy"), fc.nat(3), fc.constantFrom(...SHEETS))
    .map(([what, n, name]) => ({
      name: `${what} sheet ${n} ${name}`,
      run: (stage) => {
        const { engine } = stage;
        const id = sheetOf(stage, n);
        if (what === "remove") return engine.sheets().length > 1 ? engine.removeSheet(id) : undefined;
        if (engine.sheets().some((sheet) => sheet.name === name)) return;
        if (what === "add") engine.addSheet(name);
        if (what === "rename") engine.renameSheet(id, name);
        if (what === "copy") engine.copySheet(id, name, 1);
      },
    })),
  fc.tuple(fc.nat(3), fc.nat(3), fc.boolean()).map(([n, row, insert]) => ({
    name: `${insert ? "insert" : "delete"} row ${n} ${row}`,
    run: (stage) =>
      stage.engine[insert ? "insertCells" : "deleteCells"](
        sheetOf(stage, n),
        { row, column: 0, rows: 1, columns: MAX_COLUMNS },
        "rows",
      ),
  })),
  fc.tuple(fc.nat(3), fc.nat(3), fc.boolean()).map(([n, at, insert]) => ({
    name: `user's ${insert ? "insert" : "delete"} rows ${n} ${at}`,
    byUser: true,
    run: ({ engine }) => {
      const sheets = engine.api.getActiveWorkbook()!.getSheets();
      if (insert) sheets[n % sheets.length]!.insertRows(at, 1);
      else sheets[n % sheets.length]!.deleteRows(at, 1);
    },
  })),
  fc.constant({ name: "undo", byUser: true, run: ({ engine }) => engine.api.undo() }),
  fc.constant({ name: "redo", byUser: true, run: ({ engine }) => engine.api.redo() }),
  ...Array.from({ length: 6 }, () =>
    fc.constant<Act>({
      name: "calculate",
      isLook: true,
      byUser: true,
      run: ({ engine }) => engine.settled(),
    }),
  ),
  fc.constant({
    name: "keep",
    isLook: true,
    run: ({ engine, kept }) => void kept.push(takeSnapshot(engine)),
  }),
  fc.nat(9).map((n) => ({
    name: `open ${n}`,
    run: ({ engine, kept }) => {
      if (kept.length === 0) return;
      const opened = kept[n % kept.length]!;
      const ids = new Map(opened.sheets.map(({ id }) => [id, `${id}-${n}`]));
      const sheets = opened.sheets.map((sheet) => ({ ...sheet, id: ids.get(sheet.id)! }));
      const book = { ...opened, sheets, active: ids.get(opened.active)! };
      restore(engine, takeSnapshot(engine), book);
      if (!isSame(takeSnapshot(engine), book)) throw new Error("opened otherwise");
    },
  })),
];

const formulasOf = (engine: UniverEngine): string =>
  JSON.stringify(
    takeSnapshot(engine).sheets.map(({ cells }) =>
      cells.flatMap((row, r) => row.flatMap((cell, c) => (cell?.formula ? [[r, c, cell.formula]] : []))),
    ),
  );

const valuesOf = ({ sheets }: WorkbookSnapshot): unknown[] =>
  sheets.map(({ name, cells }) => [
    name,
    ...cells.flatMap((row, r) =>
      row.flatMap((cell, c) => (cell ? [[r, c, cell.formula ?? "", cell.value]] : [])),
    ),
  ]);

/** Each formula in two sheets, with numbers before it. */
function fill(engine: UniverEngine): void {
  const rows = FORMULAS.length;
  for (const sheet of ["sheet-0", engine.addSheet("数据")]) {
    const cells = FORMULAS.map((formula, i) => [{ value: i }, { value: i * i }, { value: null, formula }]);
    engine.writeCells(sheet, { row: 0, column: 0, rows, columns: 3 }, cells);
  }
  NAMES.forEach((name, i) => engine.setName(name, TARGETS[i]!));
}

const told = (done: Act[]): Act[] =>
  Object.assign(done, { [fc.toStringMethod]: () => done.map(({ name }) => name).join("\n") });

test("formulas stay as they were given, and have the values that a workbook just opened has", async () => {
  const sequence = fc.array(fc.oneof(...acts), { minLength: 3, maxLength: 20, size: "max" }).map(told);
  const holds = fc.asyncProperty(sequence, async (done) => {
    const engine = createHeadlessEngine();
    const stage: Stage = { engine, kept: [] };
    fill(engine);
    for (const { isLook, byUser, run } of done) {
      const before = isLook && formulasOf(engine);
      await (byUser ? run(stage) : engine.history.change(() => run(stage)));
      if (isLook) expect(formulasOf(engine)).toBe(before);
    }
    await engine.settled();
    const snapshot = takeSnapshot(engine);
    const fresh = createHeadlessEngine();
    restore(fresh, takeSnapshot(fresh), snapshot);
    await fresh.settled();
    expect(valuesOf(snapshot)).toEqual(valuesOf(takeSnapshot(fresh)));
  });
  await fc.assert(holds, { numRuns: Number(process.env.RUNS ?? 12) });
}, 600_000);
