import { applyLayout, applyNames } from "../../src/excel/apply";
import { area, POINTS_PER_PIXEL, PROTECTION, type SheetLayout } from "../../src/grid";
import { calculationLayout, PLAIN_FORMULAS } from "../../src/plain";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { formSheet, RECORDS, remindersLayout, taskSheet } from "../../src/sheets";
import { expandTable } from "../../src/tables";
import type { Area, CellContent } from "../../src/workbench/engine/engine";
import { type SheetSnapshot, takeSheet } from "../../src/workbench/engine/snapshot";
import { Host } from "../../src/workbench/host/host";
import { writeWorkbook } from "../../src/xlsx";
import { readXlsx } from "../../src/xlsx/workbook";
import { PlainEngine } from "../workbench/plain-engine";
import { loadOffice } from "./office";

/* One layout stands alike in a workbook, whether Excel was told to make it or a file brings it. */

const form = formSheet(plan, { period: "2023年", formulas: PLAIN_FORMULAS });
const missing = [{ key: "YL07", name: "护理型养老床位占比" }];
const outstanding = { bureau: "宿州市民政局", returned: false, open: { form: missing, tasks: [] } };

/** Every kind of sheet; those that formulas of others name come first. */
const LAYOUTS: Record<string, SheetLayout> = {
  form: expandTable(form),
  tasks: expandTable(taskSheet(plan, { period: "2023年" })),
  calculation: calculationLayout(form, plan),
  records: RECORDS.layout,
  reminders: remindersLayout([outstanding], plan, "2023年"),
};

/** What is not said about a look or a page. */
const PLAIN_LOOK = { bold: false, italic: false, wrap: false, fill: null, borders: {} };
const UNSAID = { orientation: "Portrait", paperSize: "A4" };
const POINTS = 1000;
const rounded = (size: number): number => Math.round(size * POINTS) / POINTS;
const roundedAll = (sizes: object): object =>
  Object.fromEntries(Object.entries(sizes).map(([edge, size]) => [edge, rounded(size as number)]));

const byPlace = (a: Area, b: Area): number => a.row - b.row || a.column - b.column;

/** A formula's result is whoever calculates it's. */
const written = (cell: CellContent | null): unknown => cell?.formula ?? cell?.value ?? null;

/** All that a sheet says of a table of so many rows and columns, in one form. */
function said({ cells, looks, styles, columnWidths, rowHeights, state }: SheetSnapshot, layout: SheetLayout) {
  const [rows, columns] = [layout.cells.length, layout.columnWidths.length];
  const table = <T>(matrix: T[][]): T[][] => matrix.slice(0, rows).map((line) => line.slice(0, columns));
  const { validations, highlights, merges, page, ...rest } = state;
  return {
    cells: table(cells).map((line) => line.map(written)),
    looks: table(styles).map((line) => line.map((look) => ({ ...PLAIN_LOOK, ...looks[look] }))),
    columnWidths: columnWidths.slice(0, columns).map((width) => rounded(width / POINTS_PER_PIXEL)),
    rowHeights: rowHeights.slice(0, rows),
    validations,
    highlights: highlights.map(({ id: _, ...rule }) => rule),
    merges: [...merges].sort(byPlace),
    page: { ...UNSAID, ...page, margins: roundedAll(page.margins ?? {}) },
    ...rest,
  };
}

type Said = ReturnType<typeof said> & { names: Record<string, string> };

const engine = new PlainEngine();
const inExcel = new Map<string, Said>();
const inFile = new Map<string, Said>();

async function makeInExcel(layout: SheetLayout): Promise<Said> {
  await Excel.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.add(layout.name);
    applyNames(workbook, layout, new Set());
    applyLayout(sheet, layout);
    if (layout.hidden) sheet.visibility = "Hidden";
    sheet.protection.protect(PROTECTION);
    await context.sync();
  });
  const made = engine.sheets().find(({ name }) => name === layout.name)!;
  return { ...said(takeSheet(engine, made), layout), names: named(layout, [...engine.names()]) };
}

/** Names of texts stand on a sheet of their own in a file: 文件信息. */
const named = ({ names }: SheetLayout, all: [string, string][]): Record<string, string> =>
  Object.fromEntries(all.filter(([name]) => typeof names[name] === "object").sort());

const PROPERTIES = { title: "", subject: "", keywords: "", description: "" };

async function writeToFile(layouts: Record<string, SheetLayout>): Promise<Map<string, Said>> {
  const sheets = Object.values(layouts);
  const bytes = await writeWorkbook({ sheets, properties: PROPERTIES, created: new Date(0) });
  const read = await readXlsx(bytes, "YIZHI");
  if (!read.ok) throw new Error(JSON.stringify(read));
  const { workbook } = read.value;
  return new Map(
    Object.entries(layouts).map(([kind, layout], i) => [
      kind,
      { ...said(workbook.sheets[i]!, layout), names: named(layout, workbook.names) },
    ]),
  );
}

beforeAll(async () => {
  await loadOffice(new Host(engine));
  for (const [kind, layout] of Object.entries(LAYOUTS)) inExcel.set(kind, await makeInExcel(layout));
  for (const [kind, all] of await writeToFile(LAYOUTS)) inFile.set(kind, all);
});

const KINDS = Object.keys(LAYOUTS);
/** What is compared one by one, so that a failure says where; `nothing else` compares all. */
const PARTS = [
  ...[
    "cells",
    "looks",
    "columnWidths",
    "rowHeights",
    "merges",
    "validations",
    "highlights",
    "page",
    "protection",
    "names",
  ],
  ...["frozenRows", "frozenColumns"],
] as (keyof Said)[];

test.each(KINDS.flatMap((kind) => PARTS.map((part) => [kind, part] as const)))(
  "%s: %s are the same in Excel and in a file",
  (kind, part) => expect(inFile.get(kind)![part]).toEqual(inExcel.get(kind)![part]),
);

test.each(KINDS)("%s: nothing else differs", (kind) => expect(inFile.get(kind)).toEqual(inExcel.get(kind)));

test("no part is empty where the form has something to compare", () => {
  const { validations, highlights, merges, names, protection } = inExcel.get("form")!;
  for (const part of [validations, highlights, merges, Object.keys(names), Object.keys(protection ?? {})])
    expect(part.length).toBeGreaterThan(0);
});

const { form: FORM } = LAYOUTS as { form: SheetLayout };
const withFirst = <T>([first, ...rest]: readonly T[], change: (one: T) => T): T[] => [
  change(first!),
  ...rest,
];

test.each<[part: keyof Said, planted: Partial<SheetLayout>]>([
  ["cells", { cells: withFirst(FORM.cells, (row) => ["别的标题", ...row.slice(1)]) }],
  ["looks", { numberFormats: FORM.numberFormats.map((row) => row.map(() => "0.000")) }],
  ["looks", { styles: [...FORM.styles, { areas: [area(5, 7)], style: { locked: true } }] }],
  ["columnWidths", { columnWidths: FORM.columnWidths.map((width) => width + 1) }],
  ["rowHeights", { rowHeights: withFirst(FORM.rowHeights, (one) => ({ ...one, height: 77 })) }],
  ["merges", { merges: FORM.merges.slice(1) }],
  ["validations", { validations: FORM.validations.map(({ error: _, ...one }) => one) }],
  ["highlights", { highlights: [...FORM.highlights].reverse() }],
  ["page", { print: { ...FORM.print, footer: "别的页脚" } }],
  ["names", { names: { ...FORM.names, YIZHI_BUREAU: area(9, 9) } }],
  ["frozenColumns", { frozenColumns: 1 }],
])("a difference of %s that only one writer is given is found: %j", async (part, planted) => {
  const differing = (await writeToFile({ form: { ...FORM, ...planted } })).get("form")!;
  expect(differing[part]).not.toEqual(inExcel.get("form")![part]);
});
