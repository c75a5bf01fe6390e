import {
  bureausToServe,
  decided,
  distribute,
  mergeReport,
  nobodyToServe,
  readIncoming,
} from "../../src/exchange";
import { indicatorsOf, parsePeriod } from "../../src/plan";
import builtIn from "../../src/plan/built-in.json";
import { openPlan } from "../../src/plan/open";
import { FORM, FORM_SHEET, formSheet, TASKS } from "../../src/sheets";
import { expandTable, frameOf } from "../../src/tables";
import { loadXlsx } from "../../src/xlsx/libraries";

const PERIOD = "2023年";
const NONE = { example: undefined, checks: [], tasks: [], bureaus: [] };
const NOW = new Date("2024-01-05T08:00:00Z");
const [INDICATORS, BUREAUS] = [300, 40];

const bureauName = (i: number): string => `第${(i % BUREAUS) + 1}局`;
/** A plan as large as any, each indicator with a bureau and every tenth with another beside it. */
const large = openPlan({
  ...builtIn,
  checks: [],
  id: "large",
  example: undefined,
  sections: [
    {
      title: "",
      field: "",
      indicators: Array.from({ length: INDICATORS }, (_, i) => ({
        code: `ZB${String(i + 1).padStart(3, "0")}`,
        label: `第${i + 1}项完成量 (公里)`,
        baseline: "100",
        target: String(200 + i),
        responsible: i % 10 === 0 ? `${bureauName(i)}、${bureauName(i + 7)}` : bureauName(i),
      })),
    },
  ],
  tasks: [],
  bureaus: Array.from({ length: BUREAUS }, (_, i) => ({ name: bureauName(i) })),
});

/** The whole form as a grid, as the workbook has it before anything is merged. */
function blankForm() {
  const { cells } = expandTable(formSheet(large, { period: PERIOD }));
  const values = cells.map((row) => row.map((cell) => (typeof cell === "object" ? "" : cell)));
  const formulas = cells.map((row) =>
    row.map((cell) => (typeof cell === "object" ? (cell?.formula ?? "") : cell)),
  );
  return { row: 0, column: 0, values, formulas };
}

test(`a plan of ${INDICATORS} indicators and ${BUREAUS} bureaus is distributed, filled and merged whole`, async () => {
  const period = parsePeriod(PERIOD, large);
  const files = await distribute(large, { period: PERIOD, now: NOW });
  if (!period.ok || !files) throw new Error(PERIOD);
  expect(files).toHaveLength(BUREAUS);
  const { Workbook } = await loadXlsx();
  const column = formSheet(large).columns.findIndex(({ id }) => id === FORM.required) + 1;
  const incoming = [];
  for (const { name, bureau: bureauIs, bytes } of files) {
    const workbook = new Workbook();
    await workbook.xlsx.load(bytes);
    const bureau = large.bureaus.find((one) => one.name === bureauIs)!;
    for (const { record, row } of frameOf(formSheet(large, { bureau })).records)
      workbook.getWorksheet(FORM_SHEET)!.getCell(row + 1, column).value = 100 + record.number;
    const expectation = { plan: large, period: period.value, periodText: PERIOD };
    incoming.push(await readIncoming(name, await workbook.xlsx.writeBuffer(), expectation));
  }
  expect(incoming.flatMap(({ issues }) => issues)).toEqual([]);
  const report = mergeReport(
    large,
    { [FORM.id]: blankForm(), [TASKS.id]: null, records: [] },
    incoming,
    PERIOD,
  );
  expect(report.outstanding).toEqual([]);
  const { writes, open } = decided(report, {}, "2024-01-05 08:00", PERIOD);
  expect(open).toBe(0);
  expect(writes.map(({ key, value }) => [key, value])).toEqual(
    indicatorsOf(large).map(({ code, number }) => [code, 100 + number]),
  );
});

test("a plan that names no bureaus has nobody to send to, and says what to do", () => {
  const sections = large.sections.map(({ title, field, indicators }) => ({
    title,
    field,
    indicators: indicators
      .slice(0, 2)
      .map(({ code, label }) => ({ code, label, baseline: "1", target: "2" })),
  }));
  const plan = openPlan({ ...builtIn, ...NONE, id: "nobody", sections });
  expect(bureausToServe(plan)).toEqual([]);
  expect(nobodyToServe(plan, "distribute")).toMatch(/没有可以分发的单位.*“规划指标”表的“责任部门”列/);
  expect(nobodyToServe(plan, "remind")).toMatch(/没有可以催报的单位，没有生成清单.*再点“生成催报清单”/);
  expect(nobodyToServe(large, "distribute")).toBeNull();
});
