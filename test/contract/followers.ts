import { type Fact, PAGES, type Run } from "./fact";

/** Of cells: whether they are red, locked, wide and high, on a sheet where B2 was red, unlocked, wide and high. */
const looksAfter: Run = async (sheet, context, addresses: string[], act) => {
  const cell = sheet.getRange("B2");
  cell.format.fill.color = "#FF0000";
  cell.format.protection.locked = false;
  cell.format.columnWidth = 90;
  cell.format.rowHeight = 30;
  act();
  const found = addresses.map((address) =>
    sheet
      .getRange(address)
      .load("format/fill/color,format/protection/locked,format/columnWidth,format/rowHeight"),
  );
  await context.sync();
  return found.map(({ format }) => [
    format.fill.color === "#FF0000",
    format.protection.locked,
    format.columnWidth === 90,
    format.rowHeight === 30,
  ]);
};
const AS_B2 = [true, false, true, true];

/** The cells of A1:H12 for which a rule holds that was given to some, and its upper bound. */
const validatedAfter: Run = async (sheet, context, address: string, act) => {
  sheet.getRange(address).dataValidation.rule = {
    wholeNumber: { formula1: 0, formula2: "=$A$9", operator: "Between" },
  };
  act();
  const cells = [..."ABCDEFGH"].flatMap((column) =>
    Array.from({ length: 12 }, (_, i) => {
      const at = `${column}${i + 1}`;
      return { at, rule: sheet.getRange(at).dataValidation.load("rule,type") };
    }),
  );
  await context.sync();
  const found = cells.filter(({ rule }) => rule.type === "WholeNumber");
  return [found.map(({ at }) => at).join(" "), found[0]?.rule.rule.wholeNumber?.formula2];
};

/** The formulas of highlights that hold at a place, of one that was given to an area. */
const highlightAfter: Run = async (
  sheet,
  context,
  { area, formula, at }: { area: string; formula: string; at: string },
  act,
) => {
  sheet.getRange(area).conditionalFormats.add("Custom").custom.rule.formula = formula;
  act();
  const rules = sheet.getRange(at).conditionalFormats.load("items/custom/rule/formula");
  await context.sync();
  return rules.items.map(({ custom }) => custom.rule.formula);
};

/** Print area and title rows, which were A1:F20 and 3:4. */
const pageAfter: Run = async (sheet, context, _given, act) => {
  sheet.name = "数据";
  sheet.pageLayout.setPrintArea("A1:F20");
  sheet.pageLayout.setPrintTitleRows("$3:$4");
  act();
  const area = sheet.pageLayout.getPrintAreaOrNullObject().load("address");
  const rows = sheet.pageLayout.getPrintTitleRowsOrNullObject().load("address");
  await context.sync();
  return [area, rows].map((range) => (range.isNullObject ? null : range.address));
};

/** On a sheet whose A1:Z20 but D9 is unlocked, protected with some options: what A3:A4 holds, which was 3 and 4. */
const whenProtected: Run = async (sheet, context, options: Excel.WorksheetProtectionOptions, act) => {
  sheet.getRange("A1:Z20").format.protection.locked = false;
  sheet.getRange("A1:A8").values = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => [n]);
  sheet.getRange("D9").format.protection.locked = true;
  sheet.protection.protect(options);
  act();
  const range = sheet.getRange("A3:A4").load("values");
  await context.sync();
  return (range.values as unknown[][]).flat();
};

/** What follows cells that are inserted or deleted; what a protected sheet allows of it. */
export const FOLLOWERS: Fact[] = [
  {
    fact: "inserted rows look as the row above",
    source: PAGES.vbaInsert,
    run: looksAfter,
    given: ["B2", "B4", "B5"],
    acts: ["insert 3:4 Down"],
    gives: [AS_B2, AS_B2, [false, true, true, false]],
  },
  {
    fact: "an inserted column looks as the one left of it",
    source: PAGES.vbaInsert,
    run: looksAfter,
    given: ["B2", "C2", "D2"],
    acts: ["insert C:C Right"],
    gives: [AS_B2, AS_B2, [false, true, false, true]],
  },
  {
    fact: "inserted cells look as those above, and sizes stay",
    source: PAGES.vbaInsert,
    run: looksAfter,
    given: ["B3", "B4"],
    acts: ["insert B3 Down"],
    gives: [
      [true, false, true, false],
      [false, true, true, false],
    ],
  },
  {
    fact: "formats and sizes move with rows and columns",
    source: PAGES.range,
    run: looksAfter,
    given: ["C3", "B2"],
    acts: ["insert 1:1 Down", "insert A:B Right", "delete A:A Left"],
    gives: [AS_B2, [false, true, false, false]],
  },
  {
    fact: "a validation moves with its cells, and so does the cell that bounds it",
    source: PAGES.insertDelete,
    run: validatedAfter,
    given: "B4:B5",
    acts: ["insert 2:3 Down"],
    gives: ["B6 B7", "=$A$11"],
  },
  {
    fact: "a validation holds for cells that are inserted in its midst",
    source: PAGES.insertDelete,
    run: validatedAfter,
    given: "B4:C5",
    acts: ["insert 5:5 Down", "delete B:B Left"],
    gives: ["B4 B5 B6", "=$A$10"],
  },
  {
    fact: "a validation of which some columns move stands for the same cells",
    source: PAGES.insertDelete,
    run: validatedAfter,
    given: "B4:C5",
    acts: ["insert C2 Down"],
    gives: ["B4 B5 C5 C6", "=$A$9"],
  },
  {
    fact: "a conditional format's formula reads the same cells as before",
    source: PAGES.insertDelete,
    run: highlightAfter,
    given: { area: "A5:F9", formula: '=$D5="滞后"', at: "F7" },
    acts: ["insert B:B Right"],
    gives: ['=$E5="滞后"'],
  },
  {
    fact: "a conditional format moves down with its rows",
    source: PAGES.insertDelete,
    run: highlightAfter,
    given: { area: "A5:F9", formula: "=$D5>$D$1", at: "A7:F11" },
    acts: ["insert 2:3 Down"],
    gives: ["=$D7>$D$1"],
  },
  {
    fact: "a conditional format whose first row is deleted holds for the others",
    source: PAGES.insertDelete,
    run: highlightAfter,
    given: { area: "A5:F9", formula: "=$D5>1", at: "A5:F7" },
    acts: ["delete 5:6 Up"],
    gives: ["=$D5>1"],
  },
  {
    fact: "a conditional format whose cells are deleted is gone",
    source: PAGES.insertDelete,
    run: highlightAfter,
    given: { area: "A5:F9", formula: "=$D5>1", at: "A1:F20" },
    acts: ["delete 4:10 Up"],
    gives: [],
  },
  {
    fact: "print area and title rows move and grow with their cells",
    source: PAGES.pageLayout,
    run: pageAfter,
    acts: ["insert E:E Right", "insert 2:2 Down"],
    gives: ["数据!A1:G21", "数据!4:5"],
  },
  {
    fact: "title rows that are deleted are title rows no more",
    source: PAGES.pageLayout,
    run: pageAfter,
    acts: ["delete 3:4 Up"],
    gives: ["数据!A1:F18", null],
  },
  {
    fact: "rows and columns inserted among the frozen ones are frozen too",
    source: PAGES.freeze,
    run: async (sheet, context, _given, act) => {
      sheet.name = "数据";
      sheet.freezePanes.freezeAt(sheet.getRange("A1:C4"));
      act();
      const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
      await context.sync();
      return frozen.address;
    },
    acts: ["insert 2:3 Down", "delete B:B Left", "insert 9:9 Down"],
    gives: "数据!A1:B6",
  },
  {
    fact: "a protected sheet refuses inserted rows",
    source: PAGES.protectionOptions,
    run: whenProtected,
    given: {},
    acts: ["insert 3:3 Down"],
    fails: "AccessDenied",
  },
  {
    fact: "unless it allows them",
    source: PAGES.protectionOptions,
    run: whenProtected,
    given: { allowInsertRows: true },
    acts: ["insert 3:3 Down"],
    gives: ["", 3],
  },
  {
    fact: "where rows may be inserted, columns and cells may not",
    source: PAGES.protectionOptions,
    run: whenProtected,
    given: { allowInsertRows: true },
    acts: ["insert B2 Down"],
    fails: "AccessDenied",
  },
  {
    fact: "where rows may be deleted, those without locked cells are",
    source: PAGES.protectSheet,
    run: whenProtected,
    given: { allowDeleteRows: true },
    acts: ["delete 3:3 Up"],
    gives: [4, 5],
  },
  {
    fact: "but not those with a locked cell",
    source: PAGES.protectSheet,
    run: whenProtected,
    given: { allowDeleteRows: true },
    acts: ["delete 8:9 Up"],
    fails: "AccessDenied",
  },
];
