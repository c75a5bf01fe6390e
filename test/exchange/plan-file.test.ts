import type { Workbook, Worksheet } from "@cj-tech-master/excelts";
import { bureausToServe, exportPlan, fileFor, importPlan, readIncoming } from "../../src/exchange";
import { indicatorsOf, offeredPeriods, parsePeriod, type Plan } from "../../src/plan";
import { builtInPlan } from "../../src/plan/built-in";
import { openPlan } from "../../src/plan/open";
import { loadXlsx } from "../../src/xlsx/libraries";
import { OTHER_PLANS } from "../plans/plans";

const MADE = new Date("2024-01-05T08:00:00Z");
const PLANS: (readonly [string, Plan])[] = [
  ["the built-in plan", builtInPlan],
  ...OTHER_PLANS.map(([name, plan]) => [name, plan] as const),
];

/** A file as its owner changed and saved it. */
async function edited(bytes: Uint8Array, edit: (workbook: Workbook) => void): Promise<Uint8Array> {
  const { Workbook } = await loadXlsx();
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  edit(workbook);
  return workbook.xlsx.writeBuffer();
}

const exported = async (plan: Plan): Promise<Uint8Array> => (await exportPlan(plan, MADE)).bytes;

/** What a plan says, apart from its version. */
const said = ({ sections, tasks, bureaus, name, place, baselineYear, targetYear, id }: Plan): unknown => ({
  ...{ sections, tasks, bureaus, name, place, baselineYear, targetYear, id },
});

async function imported(bytes: Uint8Array): Promise<Plan> {
  const read = await importPlan(bytes);
  if (!read.ok) throw new Error(read.issue.join("\n"));
  return openPlan(read.value);
}

const faults = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const read = await importPlan(bytes);
  return read.ok ? [] : read.issue;
};

test.each(PLANS)(
  "%s, exported and imported, is the same plan, and then the same version",
  async (_, plan) => {
    const once = await imported(await exported(plan));
    expect(said(once)).toEqual(said(plan));
    const again = await imported(await exported(once));
    expect(again.version).toBe(once.version);
  },
);

test("the exported file is named after the plan and has all its sheets", async () => {
  const { name, bytes } = await exportPlan(builtInPlan, MADE);
  expect(name).toBe("宿州市“一老一小”整体解决方案_规划.xlsx");
  await edited(bytes, ({ worksheets }) =>
    expect(worksheets.map((sheet) => [sheet.name, sheet.state])).toEqual([
      ["规划指标", "visible"],
      ["规划任务", "visible"],
      ["规划单位", "visible"],
      ["规划校核", "visible"],
    ]),
  );
});

/** The cell of a row, by its code, and a column, by its header. */
function cellOf(sheet: Worksheet, row: string, header: string) {
  let [at, column] = [0, 0];
  sheet.eachRow((cells, number) =>
    cells.eachCell((cell, index) => {
      if (cell.text === header && column === 0) column = index;
      if (cell.text === row && index === 1) at = number;
    }),
  );
  return sheet.getCell(at, column);
}

const INDICATORS = "规划指标";
test.each<[string, (workbook: Workbook) => void, RegExp]>([
  ["no plan at all", (w) => w.removeWorksheet(INDICATORS), /没有“规划指标”表.*请选择/],
  [
    "another sheet of that name",
    (w) => {
      w.removeWorksheet(INDICATORS);
      w.addWorksheet(INDICATORS).getCell("A1").value = "通讯录";
    },
    /没有“规划指标”表/,
  ],
  [
    "a target that nobody reads",
    (w) => void (cellOf(w.getWorksheet(INDICATORS)!, "YL07", "2025年(目标)").value = "甲乙丙丁55?"),
    /^“规划指标”[A-Z]+\d+：.*甲乙丙丁55/,
  ],
  [
    "a code twice",
    (w) => void (cellOf(w.getWorksheet(INDICATORS)!, "YL08", "指标代码").value = "YL07"),
    /^“规划指标”A\d+：指标代码“YL07”与 A\d+ 重复/,
  ],
  [
    "an error cell",
    (w) => void (cellOf(w.getWorksheet(INDICATORS)!, "YL07", "2025年(目标)").value = { error: "#N/A" }),
    /^“规划指标”[A-Z]+\d+：是错误值，请/,
  ],
  [
    "a unit that is not listed",
    (w) => void (cellOf(w.getWorksheet(INDICATORS)!, "YL07", "责任部门").value = "市气象局"),
    /^“规划指标”[A-Z]+\d+：单位“市气象局”不在“规划单位”表中，请/,
  ],
])("%s: told with its place and what to do", async (_, edit, words) => {
  const told = await faults(await edited(await exported(builtInPlan), edit));
  expect(told.join("\n")).toMatch(words);
  for (const one of told) expect(one).toMatch(/请/);
});

test("what is no workbook is told", async () => {
  expect(await faults(new TextEncoder().encode("指标,目标"))).toEqual([
    expect.stringMatching(/不是 Excel 工作簿/),
  ]);
  expect(await faults(new Uint8Array())).toEqual([expect.stringMatching(/0 字节/)]);
});

describe.each(OTHER_PLANS)("files handed out of %s", (_, plan) => {
  const [bureau] = bureausToServe(plan);
  const text = offeredPeriods(plan)[0]!;
  const period = parsePeriod(text, plan);
  const handed = async (): Promise<Uint8Array> =>
    (await fileFor(plan, bureau!, text, MADE, { carriesPlan: true })).bytes;

  test("carry the plan out of sight, and it can be imported from them", async () => {
    const bytes = await handed();
    await edited(bytes, ({ worksheets }) =>
      expect(worksheets.flatMap(({ name, state }) => (name.startsWith("规划") ? [state] : []))).toEqual([
        "hidden",
        "hidden",
        "hidden",
      ]),
    );
    expect(indicatorsOf(await imported(bytes))).toEqual(indicatorsOf(plan));
  });

  test("are merged without a word about those sheets", async () => {
    if (!period.ok) throw new Error(text);
    const read = await readIncoming("a.xlsx", await handed(), {
      plan,
      period: period.value,
      periodText: text,
    });
    expect(read).toMatchObject({ refused: false, bureau: bureau!.name, issues: [] });
  });
});
