import type { FUniver } from "@univerjs/core/facade";
import { Host } from "../../src/workbench/host/host";
import { createHeadlessEngine } from "../../src/workbench/univer/headless";
import { loadOffice } from "./office";

type Heard = [event: string, args: Record<string, unknown>];

const heard: Heard[] = [];
const hear = (event: string) => (args: object) => {
  heard.push([event, { ...args }]);
  return Promise.resolve();
};
let host: Host;
let univer: FUniver;
const sheet = () => univer.getActiveWorkbook()!.getSheets()[0]!;
const id = () => sheet().getSheetId();

/** What listeners heard of an act, without what office.js adds to find ranges. */
async function after(act: () => unknown): Promise<Heard[]> {
  await host.settled();
  heard.length = 0;
  await act();
  await host.settled();
  return heard.map(([event, { getRange: _g, getRangeOrNullObject: _n, ...args }]) => [event, args]);
}
const edit = (address: string, more: object = {}) => ({
  type: "WorksheetChanged",
  worksheetId: id(),
  source: "Local",
  triggerSource: "Unknown",
  changeType: "RangeEdited",
  address,
  details: undefined,
  changeDirectionState: undefined,
  ...more,
});
const write = (address: string, values: unknown[][]) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem(id()).getRange(address).values = values;
    await context.sync();
  });

beforeAll(async () => {
  const engine = createHeadlessEngine();
  univer = engine.api;
  host = new Host(engine);
  await loadOffice(host);
});

describe("a sheet's onChanged", () => {
  beforeAll(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem(id()).onChanged.add(hear("changed"));
      await context.sync();
    }),
  );

  test("tells a cell typed into, with its value before and after", async () => {
    await after(() => sheet().getRange("B2").setValue(5));
    expect(await after(() => sheet().getRange("B2").setValue("九十"))).toEqual([
      [
        "changed",
        edit("B2", {
          details: {
            valueBefore: 5,
            valueAfter: "九十",
            valueTypeBefore: "Double",
            valueTypeAfter: "String",
          },
        }),
      ],
    ]);
  });

  test("tells a typed formula with its calculated value, and not the cells that it recalculates", async () => {
    await after(() =>
      sheet()
        .getRange("C1:C2")
        .setValues([[3], ["=C1*2"]]),
    );
    const details = { valueBefore: "", valueAfter: 6, valueTypeBefore: "Empty", valueTypeAfter: "Double" };
    expect(await after(() => sheet().getRange("D2").setValue({ f: "=C2" }))).toEqual([
      ["changed", edit("D2", { details })],
    ]);
    expect((await after(() => sheet().getRange("C1").setValue(4))).map(([, args]) => args.address)).toEqual([
      "C1",
    ]);
  });

  test("tells a request's writes one by one as the add-in's own", async () => {
    const told = await after(() =>
      write("F1:G2", [
        [1, 2],
        [3, 4],
      ]),
    );
    expect(told).toEqual([["changed", edit("F1:G2", { triggerSource: "ThisLocalAddin" })]]);
  });

  test("says nothing of a format", async () => {
    expect(await after(() => sheet().getRange("B2").setFontWeight("bold"))).toEqual([]);
  });

  test("says nothing of formulas that follow a name", async () => {
    await after(() => {
      univer.getActiveWorkbook()!.insertDefinedName("报告期", "Sheet1!$C$1");
      sheet().getRange("D3").setValue({ f: "=报告期" });
    });
    const told = await after(() => {
      univer.getActiveWorkbook()!.deleteDefinedName("报告期");
      univer.getActiveWorkbook()!.insertDefinedName("报告期", "Sheet1!$C$2");
    });
    expect(told).toEqual([]);
  });

  test.each<[string, () => unknown, string, string, object]>([
    ["rows inserted", () => sheet().insertRows(1, 2), "RowInserted", "2:3", { insertShiftDirection: "Down" }],
    ["rows deleted", () => sheet().deleteRows(1, 2), "RowDeleted", "2:3", { deleteShiftDirection: "Up" }],
    [
      "a column inserted",
      () => sheet().insertColumns(2, 1),
      "ColumnInserted",
      "C:C",
      { insertShiftDirection: "Right" },
    ],
    [
      "a column deleted",
      () => sheet().deleteColumns(2, 1),
      "ColumnDeleted",
      "C:C",
      { deleteShiftDirection: "Left" },
    ],
    [
      "cells inserted",
      () => sheet().getRange("A1:B1").insertCells(univer.Enum.Dimension.ROWS),
      "CellInserted",
      "A1:B1",
      { insertShiftDirection: "Down" },
    ],
    [
      "cells deleted",
      () => sheet().getRange("A1:B1").deleteCells(univer.Enum.Dimension.ROWS),
      "CellDeleted",
      "A1:B1",
      { deleteShiftDirection: "Up" },
    ],
  ])("tells %s, once", async (_what, act, changeType, address, changeDirectionState) => {
    const told = await after(act);
    expect(told).toEqual([["changed", edit(address, { changeType, changeDirectionState })]]);
  });

  test.each<[address: string, act: "insert" | "delete", shift: string, changeType: string]>([
    ["2:3", "insert", "Down", "RowInserted"],
    ["2:3", "delete", "Up", "RowDeleted"],
    ["C:C", "insert", "Right", "ColumnInserted"],
    ["C:C", "delete", "Left", "ColumnDeleted"],
    ["A1:B1", "insert", "Down", "CellInserted"],
    ["A1:B1", "delete", "Left", "CellDeleted"],
  ])("tells of %s that the add-in itself does %s", async (address, act, shift, changeType) => {
    const told = await after(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(id()).getRange(address);
        if (act === "insert") range.insert(shift as "Down");
        else range.delete(shift as "Up");
        await context.sync();
      }),
    );
    const changeDirectionState = { [`${act}ShiftDirection`]: shift };
    const own = { changeType, changeDirectionState, triggerSource: "ThisLocalAddin" };
    expect(told).toEqual([["changed", edit(address, own)]]);
  });

  test("tells what undo takes back", async () => {
    await after(() => sheet().insertRows(4, 1));
    const told = await after(() => univer.getActiveWorkbook()!.undo());
    expect(told.map(([, args]) => [args.changeType, args.address])).toEqual([["RowDeleted", "5:5"]]);
  });

  test("gives the changed range to a handler that asks, also while it runs", async () => {
    const seen: unknown[] = [];
    const listener = await Excel.run(async (context) => {
      const result = context.workbook.worksheets.getItem(id()).onChanged.add((args) =>
        Excel.run(async (inner) => {
          const range = args.getRange(inner).load("address,values");
          await inner.sync();
          seen.push([range.address, range.values]);
        }),
      );
      await context.sync();
      return result;
    });
    await after(() => sheet().getRange("B9").setValue(7));
    expect(seen).toEqual([["Sheet1!B9", [[7]]]]);
    await Excel.run(listener.context, async (context) => {
      listener.remove();
      await context.sync();
    });
    await after(() => sheet().getRange("B9").setValue(8));
    expect(seen).toHaveLength(1);
  });

  test("is silent while the add-in has switched events off", async () => {
    const enable = (on: boolean) =>
      Excel.run(async (context) => {
        context.runtime.enableEvents = on;
        await context.sync();
      });
    await enable(false);
    expect(await after(() => write("B9", [[9]]))).toEqual([]);
    await enable(true);
    expect(await after(() => write("B9", [[10]]))).toHaveLength(1);
  });
});

describe("the workbook's listeners", () => {
  let second = "";
  beforeAll(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onAdded.add(hear("added"));
      worksheets.onDeleted.add(hear("deleted"));
      worksheets.onActivated.add(hear("activated"));
      worksheets.onDeactivated.add(hear("deactivated"));
      worksheets.onChanged.add(hear("any changed"));
      worksheets.onSelectionChanged.add(hear("any selected"));
      worksheets.getItem(id()).onSelectionChanged.add(hear("selected"));
      worksheets.getItem(id()).onActivated.add(hear("this activated"));
      worksheets.getItem(id()).onDeactivated.add(hear("this deactivated"));
      context.workbook.onSelectionChanged.add(() => hear("workbook selected")({}));
      await context.sync();
    }),
  );

  const addAndShow = () =>
    Excel.run(async (context) => {
      const added = context.workbook.worksheets.add("任务").load("id");
      added.activate();
      await context.sync();
      second = added.id;
    });
  afterEach(async () => {
    const book = univer.getActiveWorkbook()!;
    if (second && book.getSheetBySheetId(second)) book.deleteSheet(second);
    await host.settled();
  });

  test("hear of a sheet that a request adds and shows, in order", async () => {
    const told = await after(addAndShow);
    expect(told.filter(([event]) => !event.includes("selected"))).toEqual([
      ["added", { type: "WorksheetAdded", worksheetId: second, source: "Local" }],
      ["this deactivated", { type: "WorksheetDeactivated", worksheetId: id() }],
      ["deactivated", { type: "WorksheetDeactivated", worksheetId: id() }],
      ["activated", { type: "WorksheetActivated", worksheetId: second }],
    ]);
  });

  test("hear of any sheet's changes", async () => {
    await addAndShow();
    const told = await after(() =>
      univer.getActiveWorkbook()!.getSheetBySheetId(second)!.getRange("A1").setValue(1),
    );
    expect(told.map(([event, args]) => [event, args.worksheetId, args.address])).toEqual([
      ["any changed", second, "A1"],
    ]);
  });

  test("hear of a sheet deleted by hand and of the one shown instead", async () => {
    await addAndShow();
    const told = await after(() => univer.getActiveWorkbook()!.deleteSheet(second));
    expect(
      told.filter(([event]) => !event.includes("selected")).map(([event, args]) => [event, args.worksheetId]),
    ).toEqual([
      ["deleted", second],
      ["deactivated", second],
      ["this activated", id()],
      ["activated", id()],
    ]);
  });

  test("hear of a selection by hand and by request", async () => {
    const args = (address: string) => ({ type: "WorksheetSelectionChanged", worksheetId: id(), address });
    const three = (address: string) => [
      ["selected", args(address)],
      ["any selected", args(address)],
      ["workbook selected", {}],
    ];
    expect(await after(() => sheet().getRange("B2:C3").activate())).toEqual(three("B2:C3"));
    const select = () =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem(id()).getRange("D4").select();
        await context.sync();
      });
    expect(await after(select)).toEqual(three("D4"));
    expect(await after(select)).toEqual([]);
  });
});
