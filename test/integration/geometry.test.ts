import { auditForm, insertTable, readHoldings } from "../../src/excel";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { cellAddress } from "../../src/grid";
import { expandTable, frameOf, type Repair } from "../../src/tables";
import { FORM as FORM_TABLE, FORM_SHEET, formSheet, TASKS, TASKS_SHEET, taskSheet } from "../../src/sheets";
import { Host } from "../../src/workbench/host/host";
import { PlainEngine } from "../workbench/plain-engine";
import { loadOffice } from "./office";

/* A user without protection inserts, deletes, moves and hides rows and columns; nothing typed may be lost or misread. */

const engine = new PlainEngine();
const FORM = expandTable(formSheet(plan));
const rowOf = (code: string): number => FORM.cells.findIndex((row) => row[0] === code) + 1;
const taskRow = (number: number): number =>
  expandTable(taskSheet(plan)).cells.findIndex((row) => row[0] === number) + 1;

const SLOTS = frameOf(formSheet(plan)).slots.map(({ row, slot }) => ({
  id: slot.id,
  address: cellAddress(row, slot.columns[0]),
}));
const slotAt = (id: string): string => SLOTS.find((slot) => slot.id === id)!.address;

/** Everything typed into the form: address → value. Every slot of head and foot, entries in several rows. */
const TYPED: Record<string, string | number> = {
  [slotAt("formNumber")]: "甲表",
  [slotAt("authority")]: "宿州市统计局",
  [slotAt("period")]: "2023年",
  [slotAt("tolerance")]: 12,
  [slotAt("redline")]: 33,
  [`H${rowOf("YL01")}`]: 96,
  [`G${rowOf("YL07")}`]: 45,
  [`H${rowOf("YL07")}`]: 48,
  [`O${rowOf("YL08")}`]: "另有说明",
  [`H${rowOf("TY09")}`]: 3,
};
const SIGNED: Record<string, string> = {
  [slotAt("单位负责人")]: "张",
  [slotAt("统计负责人")]: "王",
  [slotAt("填表人")]: "李",
  [slotAt("联系电话")]: "0557-1",
  [slotAt("报出日期")]: "待定",
};
const ALL = { ...TYPED, ...SIGNED };

const edit = (name: string, change: (sheet: Excel.Worksheet) => void): Promise<void> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.protection.unprotect();
    change(sheet);
    await context.sync();
  });

const read = (name: string): Promise<unknown[][]> =>
  Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(name).getUsedRange(true).load("formulas");
    await context.sync();
    return used.formulas;
  });

const values = (addresses: string[]): Promise<Record<string, unknown>> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(FORM_SHEET);
    const cells = addresses.map((address) => sheet.getRange(address).load("values"));
    await context.sync();
    return Object.fromEntries(addresses.map((address, i) => [address, cells[i]!.values[0]![0]]));
  });

let filled: unknown;
let pristine: unknown[][];

beforeAll(async () => {
  await loadOffice(new Host(engine));
  await insertTable(FORM_TABLE, plan);
  await insertTable(TASKS, plan);
  await edit(FORM_SHEET, (sheet) => {
    for (const [address, value] of Object.entries(ALL)) sheet.getRange(address).values = [[value]];
    sheet.activate();
  });
  await edit(TASKS_SHEET, (sheet) => {
    sheet.getRange(`E${taskRow(3)}:F${taskRow(3)}`).values = [["滞后", "缺地"]];
  });
  await insertTable(FORM_TABLE, plan);
  await edit(FORM_SHEET, () => undefined);
  pristine = await read(FORM_SHEET);
  filled = engine.save();
});

beforeEach(() => engine.restore(filled));

/** What a person reads in the pane, whatever the sheet looks like. */
async function expectRead(): Promise<void> {
  const { form } = await readHoldings(plan);
  expect(form).toMatchObject({ period: "2023年", tolerance: "12", redline: "33" });
  expect(form!.progress).toMatchObject({ filled: 3, total: 29 });
}

/** Inserted again, the form is as before the user's change, with everything typed. */
async function expectWhole(extra: Repair["code"][] = []): Promise<void> {
  const { created, repairs, sheet } = await insertTable(FORM_TABLE, plan);
  expect({ created, sheet }).toEqual({ created: false, sheet: FORM_SHEET });
  expect(await values(Object.keys(ALL))).toEqual(ALL);
  expect(await read(FORM_SHEET)).toEqual(pristine);
  const codes = repairs.map(({ code }) => code);
  expect(codes.filter((code) => !extra.includes(code))).toEqual(codes.length > 0 ? ["order-restored"] : []);
  const again = await insertTable(FORM_TABLE, plan);
  expect(again.repairs).toEqual([]);
}

const letters = [..."ABCDEFGHIJKLMNOP"];
test.each(letters)("a column inserted before %s", async (letter) => {
  await edit(FORM_SHEET, (sheet) => void sheet.getRange(`${letter}:${letter}`).insert("Right"));
  await expectRead();
  const { findings } = await auditForm(plan).then(({ report }) => report);
  expect(
    findings.filter(({ message }) => message.includes("表样被改动") || message.includes("报告期")),
  ).toEqual([]);
  await expectWhole();
});

const rows = Array.from({ length: FORM.cells.length + 1 }, (_, row) => row + 1);
test.each(rows)("a row inserted before %i", async (row) => {
  await edit(FORM_SHEET, (sheet) => void sheet.getRange(`${row}:${row}`).insert("Down"));
  await expectRead();
  await expectWhole();
});

test.each(rows.slice(0, -1))("row %i deleted: what stood in the others is kept", async (row) => {
  const gone = Object.keys(ALL).filter((address) => address.replace(/\D/g, "") === String(row));
  const kept = Object.keys(ALL).filter((address) => !gone.includes(address));
  await edit(FORM_SHEET, (sheet) => void sheet.getRange(`${row}:${row}`).delete("Up"));
  const { created } = await insertTable(FORM_TABLE, plan);
  const headGone = row === 4;
  expect(created).toBe(headGone);
  if (!headGone) {
    const expected = Object.fromEntries(kept.map((address) => [address, ALL[address]]));
    expect(await values(kept)).toEqual(expected);
    expect((await insertTable(FORM_TABLE, plan)).repairs).toEqual([]);
  }
});

/** Cells of the deleted column, by the letter of its address. */
test.each(letters.slice(0, -1))("column %s deleted: what stood in the others is kept", async (letter) => {
  const kept = Object.keys(ALL).filter((address) => address.replace(/\d/g, "") !== letter);
  await edit(FORM_SHEET, (sheet) => void sheet.getRange(`${letter}:${letter}`).delete("Left"));
  await insertTable(FORM_TABLE, plan);
  // a value whose label went with the column is kept below the form
  const all = (await read(FORM_SHEET)).flat();
  for (const address of kept) expect(all).toContain(ALL[address]);
  expect((await insertTable(FORM_TABLE, plan)).repairs).toEqual([]);
});

/** As a person cuts and inserts: a new line, everything copied there, the old line gone. */
function move(sheet: Excel.Worksheet, from: string, to: string, shift: "Right" | "Down"): void {
  sheet.getRange(to).insert(shift);
  sheet.getRange(to).copyFrom(from, "All");
  sheet.getRange(from).delete(shift === "Right" ? "Left" : "Up");
}

test("a row that a user moved is read by its code and put back", async () => {
  await edit(FORM_SHEET, (sheet) => move(sheet, "26:26", "7:7", "Down"));
  await expectRead();
  await insertTable(FORM_TABLE, plan);
  expect(await values(Object.keys(ALL))).toEqual(ALL);
});

test("rows sorted by a user are read by their codes and put back in order", async () => {
  await edit(FORM_SHEET, (sheet) => {
    const [first, last] = [rowOf("YL01"), rowOf("YL09")];
    for (let row = first; row < last; row++) move(sheet, `${last}:${last}`, `${row}:${row}`, "Down");
  });
  await expectRead();
  await insertTable(FORM_TABLE, plan);
  expect(await values(Object.keys(ALL))).toEqual(ALL);
});

test.each(["B:B", "H:H", "O:O", "3:3", "12:12"])("%s hidden is read like any other", async (address) => {
  await edit(FORM_SHEET, (sheet) => {
    const range = sheet.getRange(address);
    if (/\d/.test(address)) range.rowHidden = true;
    else range.columnHidden = true;
  });
  await expectRead();
  expect((await insertTable(FORM_TABLE, plan)).repairs).toEqual([]);
  expect(await values(Object.keys(ALL))).toEqual(ALL);
});

test.each(["C", "H", "O", "P"])(
  "what a user types into a column inserted before %s stays beside its row",
  async (letter) => {
    await edit(FORM_SHEET, (sheet) => {
      sheet.getRange(`${letter}:${letter}`).insert("Right");
      sheet.getRange(`${letter}4`).values = [["备注"]];
      sheet.getRange(`${letter}${rowOf("YL07")}`).values = [["已向市财政局核对"]];
      sheet.getRange(`${letter}${rowOf("TY09")}`).values = [[2024]];
    });
    await expectRead();
    await insertTable(FORM_TABLE, plan);
    expect(await values(Object.keys(ALL))).toEqual(ALL);
    expect(await values(["P4", `P${rowOf("YL07")}`, `P${rowOf("TY09")}`])).toEqual({
      P4: "备注",
      [`P${rowOf("YL07")}`]: "已向市财政局核对",
      [`P${rowOf("TY09")}`]: 2024,
    });
    expect((await insertTable(FORM_TABLE, plan)).repairs).toEqual([]);
  },
);

test("texts of a user in the head, in an inserted row and below the form are all there afterwards", async () => {
  const texts = ["顶部备忘", "标签旁的话", "行间备忘", "表下备忘"];
  await edit(FORM_SHEET, (sheet) => {
    sheet.getRange("10:10").insert("Down");
    sheet.getRange("C10").values = [[texts[2]!]];
    sheet.getRange("1:1").insert("Down");
    sheet.getRange("D1").values = [[texts[0]!]];
    sheet.getRange("N4").values = [[texts[1]!]];
    sheet.getRange("B60").values = [[texts[3]!]];
  });
  await expectRead();
  const { repairs } = await insertTable(FORM_TABLE, plan);
  expect(await values(Object.keys(ALL))).toEqual(ALL);
  const all = (await read(FORM_SHEET)).flat();
  for (const text of texts) expect(all).toContain(text);
  expect(repairs.map(({ code }) => code).filter((code) => /kept/.test(code)).length).toBe(texts.length);
  expect((await insertTable(FORM_TABLE, plan)).repairs).toEqual([]);
});

test("words typed over a label, and what its slot held, are kept", async () => {
  await edit(FORM_SHEET, (sheet) => (sheet.getRange("D2").values = [["市统计局定"]]));
  await insertTable(FORM_TABLE, plan);
  const all = (await read(FORM_SHEET)).flat();
  for (const value of [...Object.values(ALL), "市统计局定"]) expect(all).toContain(value);
});

test("entries under a merged area are told, and the area is parted", async () => {
  const row = rowOf("YL07");
  await edit(FORM_SHEET, (sheet) => sheet.getRange(`H${row}:H${row + 1}`).merge());
  const { report } = await auditForm(plan);
  expect(report.findings.some(({ message }) => message.includes(`H${row + 1} 与 H${row} 合并成了一格`))).toBe(
    true,
  );
  const { repairs } = await insertTable(FORM_TABLE, plan);
  expect(repairs.map(({ code }) => code)).toContain("unmerged");
  expect(await values([`H${row}`])).toEqual({ [`H${row}`]: 48 });
});
