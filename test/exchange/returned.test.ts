import type { CellValue, Workbook, Worksheet } from "@cj-tech-master/excelts";
import { asDecided, type Incoming, incomingIssueMessage, tellFile } from "../../src/exchange";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { FORM_SHEET, RECORDS, remindersLayout, TASKS_SHEET } from "../../src/sheets";
import type { SheetLayout } from "../../src/grid";
import { insertColumn, withParts } from "./edit";
import { filled, incoming, PERIOD, places, returned } from "./files";

const BUREAU = "市民政局";
const OTHER = "市卫健委";
const { form, task } = places(BUREAU);
const H = (code: string): string => form(code, "actual");

const codesOf = ({ issues }: Incoming): string[] => issues.map((issue) => issue.code);
const valuesOf = ({ entries }: Incoming): Record<string, unknown> =>
  Object.fromEntries(entries.map(({ key, column, value }) => [`${key} ${column}`, value]));
const told = (read: Incoming): string => tellFile(read).remarks.join("\n");
const edited = async (edit: (sheet: Worksheet, workbook: Workbook) => void): Promise<Incoming> =>
  incoming("a.xlsx", await returned(BUREAU, (w) => edit(w.getWorksheet(FORM_SHEET)!, w)));
const with48 = (sheet: Worksheet): void => void (sheet.getCell(H("YL07")).value = 48);

describe("报告期 and 填报单位 are read in every place that says them", () => {
  test.each<[string, (sheet: Worksheet, workbook: Workbook) => void, string[], RegExp]>([
    [
      "another year",
      (s) => (s.getCell("F3").value = "2022年"),
      ["other-period"],
      /F3 为“2022年”，“任务分工” D2 为“2023年”，文件信息 为“2023年”/,
    ],
    ["nothing", (s) => (s.getCell("F3").value = null), ["period-unreadable"], /F3 为空/],
    ["only what nobody sees", (s) => (s.getCell("F3").value = " \u200b"), ["period-unreadable"], /F3 为空/],
    [
      "another year after a column was inserted",
      (s, w) => {
        insertColumn(w, s, 4);
        s.getCell("G3").value = "2022年";
      },
      ["other-period"],
      /G3 为“2022年”/,
    ],
  ])(
    "%s in the cell: told, nothing merged unasked, merged if the user says so",
    async (_, edit, codes, words) => {
      const read = await edited((s, w) => {
        with48(s);
        edit(s, w);
      });
      expect(read).toMatchObject({ refused: true, entries: [] });
      expect(codesOf(read)).toEqual(codes);
      expect(told(read)).toMatch(words);
      const [own, ...others] = read.alternatives.map((one) => one.words);
      expect(own).toBe("按“任务分工” D2的“2023年”并入");
      expect(others.join()).toMatch(/^(按“指标填报” \w+的“2022年”并入历史数据（2022年）)?$/);
      expect(valuesOf(asDecided(read, 0))).toEqual({ "YL07 actual": 48 });
      expect(asDecided(read, 0)).toMatchObject({ refused: false, bureau: BUREAU, period: PERIOD });
    },
  );

  test("the workbook's period in the cell and another in 文件信息 is asked too", async () => {
    const bytes = await returned(
      BUREAU,
      (w) => void (w.getWorksheet(FORM_SHEET)!.getCell("F3").value = PERIOD),
      "2022年",
    );
    const read = await incoming("a.xlsx", bytes);
    expect(codesOf(read)).toEqual(["periods-differ"]);
    expect(read.alternatives.map((one) => one.words)).toEqual([
      `按“${FORM_SHEET}” F3的“2023年”并入`,
      "按“任务分工” D2的“2022年”并入历史数据（2022年）",
    ]);
  });

  test.each([["2023年度"], ["2023-12"], ["２０２３年"], ["2023\u200b年"]])(
    "%s is the same period",
    async (text) => {
      const read = await edited((s) => (s.getCell("F3").value = text));
      expect(read).toMatchObject({ refused: false, issues: [] });
    },
  );

  test("another bureau in the cell: told, and merged as the one the user says", async () => {
    const read = await edited((s) => {
      with48(s);
      s.getCell("C3").value = OTHER;
    });
    expect(codesOf(read)).toEqual(["bureaus-differ"]);
    expect(read).toMatchObject({ refused: true, entries: [] });
    expect(read.alternatives.map((one) => one.incoming.bureau)).toEqual([OTHER, BUREAU]);
    expect(valuesOf(asDecided(read, 1))).toEqual({ "YL07 actual": 48 });
    expect(codesOf(asDecided(read, 0))).toContain("row-foreign");
  });

  test("another name of the same bureau is no other bureau", async () => {
    const read = await edited((s) => (s.getCell("C3").value = "宿州市民政局"));
    expect(read).toMatchObject({ refused: false, bureau: BUREAU, issues: [] });
  });
});

test("a column inserted anywhere moves nothing: read as typed, formulas not accused, what stands in it told", async () => {
  for (const from of [0, 4, 7, 8, 12]) {
    const read = await edited((s, w) => {
      with48(s);
      insertColumn(w, s, from);
    });
    expect([from, read.refused, valuesOf(read), codesOf(read)]).toEqual([
      from,
      false,
      { "YL07 actual": 48 },
      [],
    ]);
  }
});

describe("what the audit would not let pass is held back, with what it most likely means", () => {
  test.each<[string, string, CellValue, string | undefined, unknown, unknown]>([
    ["full-width percent", "YL07", "９５％", undefined, "９５％", 95],
    ["a percentage", "YL07", 0.95, "0%", "95%", 95],
    [
      "a date",
      "YL07",
      new Date(Date.UTC(2026, 11, 5)),
      "yyyy-mm-dd",
      expect.stringContaining("2026"),
      undefined,
    ],
    ["above 100", "YL07", 480, undefined, 480, undefined],
    ["words", "YL07", "见附件", undefined, "见附件", undefined],
    ["a truth value", "YL07", true, undefined, true, undefined],
  ])("%s", async (_, code, value, numFmt, held, reading) => {
    const read = await edited((s) => {
      s.getCell(H(code)).value = value;
      if (numFmt) s.getCell(H(code)).numFmt = numFmt;
    });
    const [entry] = read.entries;
    expect(entry).toMatchObject({ key: code, value: held });
    expect(entry!.reading).toEqual(reading);
    expect(entry!.held).not.toEqual([]);
  });

  test.each([
    ["已完工", undefined],
    ["滞后 ", "滞后"],
  ])("进展状态 “%s”", async (state, reading) => {
    const read = await incoming("a.xlsx", await filled(BUREAU, {}, { 3: state }));
    expect(read.entries).toMatchObject([{ key: "3", column: "state", value: state }]);
    expect(read.entries[0]!.held).toHaveLength(1);
    expect(read.entries[0]!.reading).toBe(reading);
  });

  test.each<[string, CellValue, string | undefined, unknown, unknown]>([
    ["state", "进行中", undefined, "进行中", "推进中"],
    ["state", "√已完成", undefined, "√已完成", "已完成"],
    ["deadline", "尽快", undefined, "尽快", undefined],
    ["deadline", "长期", undefined, "长期", undefined],
    ["deadline", 2022, undefined, "2022", "2022年12月"],
    ["deadline", 2022, "yyyy-mm-dd", "2022", "2022年12月"],
    ["deadline", "45291", undefined, "45291", "2023年12月31日"],
  ])("of a task: %s %j", async (column, value, numFmt, held, reading) => {
    const read = await incoming(
      "a.xlsx",
      await returned(BUREAU, (w) => {
        const cell = w.getWorksheet(TASKS_SHEET)!.getCell(task(3, column));
        cell.value = value;
        if (numFmt) cell.numFmt = numFmt;
      }),
    );
    expect(read.entries).toMatchObject([{ key: "3", column, value: held }]);
    expect(read.entries[0]!.held).toHaveLength(1);
    expect(read.entries[0]!.reading).toBe(reading);
  });

  test("a task's deadline that has passed is among the findings, once, with what explains it", async () => {
    const passed = (progress: string | null) =>
      returned(BUREAU, (w) => {
        const sheet = w.getWorksheet(TASKS_SHEET)!;
        sheet.getCell(task(3, "state")).value = "推进中";
        sheet.getCell(task(3, "deadline")).value = "2022年底前";
        sheet.getCell(task(3, "progress")).value = progress;
      });
    const read = await incoming("a.xlsx", await passed(null));
    expect(read.entries.every(({ held }) => held.length === 0)).toBe(true);
    expect(tellFile(read).findings).toEqual([
      `核实：“任务分工”${task(3, "deadline")} 任务3，完成时限 2022年底前 已过，进展状态为“推进中”`,
    ]);
    const explained = await incoming("a.xlsx", await passed("资金未到位，已协调，预计明年完工"));
    expect(tellFile(explained).findings[0]).toMatch(/（已有进展情况）$/);
  });

  test("a raised digit is a footnote's mark, not another digit", async () => {
    const read = await edited((s) => {
      s.getCell(H("YL07")).value = {
        richText: [{ text: "6" }, { text: "1", font: { vertAlign: "superscript" } }],
      };
      s.getCell(H("YL08")).value = "6①";
    });
    expect(valuesOf(read)).toEqual({ "YL07 actual": "6¹", "YL08 actual": "6①" });
    expect(read.entries.every(({ held }) => held.length > 0)).toBe(true);
  });
});

describe("a cell that holds nothing to see is blank", () => {
  test.each<[string, CellValue]>([
    ["a space", " "],
    ["a zero-width space", "\u200b"],
    ["a formula that gives empty text", { formula: 'IF(1=1,"","x")', result: "" }],
  ])("%s", async (_, value) => {
    const read = await edited((s) => (s.getCell(H("YL07")).value = value));
    expect(read).toMatchObject({ entries: [], issues: [] });
  });
  test("a formula's empty text without a cached value too; a formula that was never calculated is told", async () => {
    const bytes = await returned(BUREAU, (w) => {
      const sheet = w.getWorksheet(FORM_SHEET)!;
      sheet.getCell(H("YL07")).value = { formula: 'IF(1=1,"","x")', result: "" };
      sheet.getCell(H("YL08")).value = { formula: "1+1" };
    });
    const read = await incoming(
      "a.xlsx",
      withParts(bytes, {
        "xl/worksheets/sheet1.xml": (xml) =>
          xml.replace(new RegExp(`(<c r="${H("YL07")}"[^>]*>.*?</f>)<v></v>`), "$1"),
      }),
    );
    expect(read.issues).toMatchObject([{ code: "formula-uncalculated", address: H("YL08") }]);
  });
});

describe("dates and texts are merged as they are shown", () => {
  test.each<[string, CellValue, string, unknown]>([
    ["progress", new Date(Date.UTC(2023, 4, 31)), "yyyy-mm-dd", "2023-05-31"],
    ["progress", new Date(Date.UTC(2023, 4, 31)), 'yyyy"年"m"月"d"日"', "2023年5月31日"],
    ["progress", new Date(Date.UTC(2023, 4, 31)), "m/d/yy", "2023-05-31"],
    ["progress", 0.5, "0%", "50%"],
    ["progress", 1234.5, "#,##0.00", "1,234.50"],
    ["progress", 48.400000000000006, "General", "48.4"],
    ["deadline", new Date(Date.UTC(2023, 11, 31)), "yyyy-mm-dd", 45291],
    ["deadline", "2023年底前", "General", "2023年底前"],
  ])("%s %s in %s", async (column, value, numFmt, expected) => {
    const read = await incoming(
      "a.xlsx",
      await returned(BUREAU, (w) => {
        const cell = w.getWorksheet(TASKS_SHEET)!.getCell(task(3, column));
        cell.value = value;
        cell.numFmt = numFmt;
      }),
    );
    expect(valuesOf(read)).toEqual({ [`3 ${column}`]: expected });
  });
});

describe("what is not merged is told, with its place", () => {
  const THREADED =
    '<threadedComment ref="H7" id="{1}"><text>请核实</text></threadedComment><threadedComment ref="H7" id="{2}" parentId="{1}"><text>已核实</text></threadedComment>';
  test("notes, of programs that write them in one run and in none", async () => {
    const bytes = await returned(BUREAU, (w) => {
      const sheet = w.getWorksheet(FORM_SHEET)!;
      sheet.getCell(H("YL07")).note = "暂估数";
      sheet.getCell("A1").note = "已报分管领导";
    });
    const bare = withParts(bytes, {
      "xl/comments1.xml": (xml) => xml.replace(/<r>(?:<rPr>.*?<\/rPr>)?(<t[^>]*>暂估数<\/t>)<\/r>/, "$1"),
    });
    for (const file of [bytes, bare])
      expect((await incoming("a.xlsx", file)).issues).toEqual([
        { code: "note", sheet: FORM_SHEET, address: "A1", text: "已报分管领导" },
        { code: "note", sheet: FORM_SHEET, address: H("YL07"), text: "暂估数" },
      ]);
  });
  test("conversations", async () => {
    const bytes = await returned(
      BUREAU,
      (w) => void (w.getWorksheet(FORM_SHEET)!.getCell("H7").note = "[线程批注]"),
    );
    const read = await incoming(
      "a.xlsx",
      withParts(bytes, {
        "xl/threadedComments/threadedComment1.xml": () => `<ThreadedComments>${THREADED}</ThreadedComments>`,
        "xl/worksheets/_rels/sheet1.xml.rels": (xml) =>
          xml.replace(
            "</Relationships>",
            '<Relationship Id="rId77" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>',
          ),
      }),
    );
    expect(read.issues).toMatchObject([{ code: "note", address: "H7", text: "请核实；已核实" }]);
  });
  test.each<[string, (sheet: Worksheet, workbook: Workbook) => void, RegExp]>([
    [
      "a column that was added",
      (s) => (s.getCell(`P${H("YL07").slice(1)}`).value = "按新口径"),
      /“指标填报”表样以外写有：P\d+“按新口径”/,
    ],
    ["words above", (s) => (s.getCell("N3").value = "第二次报"), /N3“第二次报”/],
    ["words below", (s) => (s.getCell("B60").value = "备注在此"), /B60“备注在此”/],
    [
      "that a sheet is gone",
      (_, w) => w.removeWorksheet(TASKS_SHEET),
      /文件中没有“任务分工”表，该表应填的 \d+ 项都没有并入/,
    ],
    ["words far below", (s) => (s.getCell("B2100").value = "x"), /第 2000 行以下.*还有内容/],
    [
      "another sheet",
      (_, w) => (w.addWorksheet("附表").getCell("B2").value = "明细"),
      /另有工作表“附表”，1 个单元格有内容（B2“明细”）/,
    ],
  ])("%s", async (_, edit, words) => {
    expect(told(await edited(edit))).toMatch(words);
  });
  test("a workbook of ours that comes back: the sheets that we made are none of the bureau's", async () => {
    const read = await edited((_, w) => {
      const add = ({ name, cells }: SheetLayout): void =>
        void w.addWorksheet(name).addRows(cells as CellValue[][]);
      add(RECORDS.layout);
      add(remindersLayout([], plan, PERIOD));
    });
    expect(read.issues).toEqual([]);
  });
  test.each([["汇总记录"], ["催报清单"]])("a sheet named %s that is not ours is told", async (name) => {
    const read = await edited((_, w) => (w.addWorksheet(name).getCell("B2").value = "明细"));
    expect(codesOf(read)).toEqual(["other-sheet"]);
  });
  test("every word that someone typed, however many", async () => {
    const read = await edited((s) => {
      for (let row = 65; row < 125; row++)
        s.getCell(`Q${row}`).value = `第${row}行的话${"很长".repeat(60)}完`;
    });
    for (let row = 65; row < 125; row++)
      expect(told(read)).toContain(`Q${row}“第${row}行的话${"很长".repeat(60)}完”`);
  });
  test("who signed is said, not as a problem", async () => {
    const read = await edited((s) => {
      const row = s.getColumn(1).values.findIndex((v) => v === "单位负责人：");
      s.getCell(`C${row}`).value = "张三";
    });
    expect(read.issues).toEqual([]);
    expect(tellFile(read).signed).toBe("表头、表尾填有 单位负责人：张三（不并入）");
  });
});

const cellsOf = (sheet: Worksheet) => {
  const cells: ReturnType<Worksheet["getCell"]>[] = [];
  sheet.eachRow((row) => row.eachCell((cell) => cells.push(cell)));
  return cells;
};
const firstFormula = (sheet: Worksheet) => cellsOf(sheet).find(({ formula }) => formula !== undefined)!;
const firstNumber = (sheet: Worksheet) => cellsOf(sheet).find(({ value }) => typeof value === "number")!;
const found = (code: string): boolean => {
  try {
    return form(code, "gap") !== "";
  } catch {
    return false;
  }
};

describe("what is different is said once", () => {
  test("altered formulas and figures, each kind in one sentence", async () => {
    const read = await edited((s) => {
      for (const code of ["YL07", "YL08", "YL10"]) s.getCell(form(code, "gap")).value = 1;
      for (const code of ["YL07", "YL08"]) s.getCell(form(code, "target")).value = 1;
    });
    expect(codesOf(read)).toEqual(["plan-cell-changed", "formula-changed"]);
    expect(told(read)).toContain(
      `3 个单元格的公式被改动：${form("YL07", "gap")}、${form("YL08", "gap")}、${form("YL10", "gap")}`,
    );
  });
  test("many altered formulas are counted, not listed", async () => {
    const codes = ["YL01", "YL02", "YL04", "YL05", "YL07", "YL08", "YL10", "YL12"];
    const read = await edited((s) => {
      for (const code of codes.filter((one) => found(one)))
        for (const column of ["gap", "progress"]) s.getCell(form(code, column)).value = 1;
    });
    const [issue] = read.issues as { addresses: string[] }[];
    const { addresses } = issue!;
    expect(addresses.length).toBeGreaterThan(6);
    expect(told(read)).toBe(
      `${addresses.length} 个单元格的公式被改动：${addresses.slice(0, 6).join("、")}等 ${addresses.length} 处；本表不受影响，会自行计算`,
    );
  });
  test.each<[string, (sheet: Worksheet) => void]>([
    ["another formula", (s) => (firstFormula(s).value = { formula: "1+1", result: 2 })],
    ["a result in its place", (s) => (firstFormula(s).value = 7)],
    ["nothing in its place", (s) => (firstFormula(s).value = null)],
    ["another figure of the plan", (s) => (firstNumber(s).value = 1234)],
  ])("计算过程 with %s: said once", async (_, edit) => {
    const read = await edited((_s, w) => edit(w.getWorksheet("计算过程")!));
    expect(told(read)).toMatch(/^“计算过程”表被改动.*请/);
    expect(read.issues).toHaveLength(1);
  });
  test("a formula that looks at another row is noticed", async () => {
    const read = await edited((s) => {
      const cell = s.getCell(form("YL07", "gap"));
      const row = H("YL07").slice(1);
      cell.value = { formula: cell.formula!.replace(`$A${row}`, `$A${Number(row) + 1}`), result: "" };
    });
    expect(read.issues).toMatchObject([{ code: "formula-changed", addresses: [form("YL07", "gap")] }]);
  });
  test("remarks never come twice", async () => {
    const read = await edited((s) => {
      s.getCell(H("YL07")).value = { error: "#N/A" };
      s.getCell(H("YL08")).value = "９５％";
      s.getCell(H("YL04")).value = 49;
    });
    const { remarks, findings } = tellFile(read);
    expect(remarks).toEqual([`${H("YL07")} 是错误值 #N/A，未并入；请该单位改正后重报`]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain(`核实：${H("YL04")}`);
  });
});

test("every remark says what to do", async () => {
  const read = await edited((s) => {
    s.getCell(H("YL07")).note = "x";
    s.getCell("Q9").value = "y";
    s.getCell(form("YL08", "target")).value = 1;
  });
  expect(read.issues.map(incomingIssueMessage).every((words) => /请/.test(words))).toBe(true);
});
