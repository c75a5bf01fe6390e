import { isBlank } from "../../src/text";
import { parsePeriod, timeShare } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { cellAddress } from "../../src/grid";
import { HEAD_WORDS } from "../../src/assessment";
import { NAMES } from "../../src/sheets";
import { PERIOD_STEPS } from "../../src/plain/period";
import { createHeadlessEngine } from "../../src/workbench/univer/headless";
import { FORMS, ODD_PERIODS, YEARS } from "./cases";

const PERIODS = [
  ...YEARS,
  45107,
  44196.5,
  2023.1,
  2023.6,
  2023.12,
  55000,
  ...ODD_PERIODS,
  ...FORMS.map((form) => `2023${form}`),
];

const wanted = (period: string | number): unknown => {
  const read = parsePeriod(period, plan);
  if (read.ok) return timeShare(read.value, plan);
  return isBlank(period) ? HEAD_WORDS.missing : HEAD_WORDS.wrong;
};

test("the time share's formulas read every form of a report period that the plan reads", async () => {
  const engine = createHeadlessEngine();
  const sheet = engine.addSheet("时间");
  const area = (column: number, columns: number) => ({ row: 0, column, rows: PERIODS.length, columns });
  engine.writeCells(
    sheet,
    area(0, 1),
    PERIODS.map((value) => [{ value: value === "" ? null : value }]),
  );
  engine.writeCells(
    sheet,
    area(1, PERIOD_STEPS.length),
    PERIODS.map((_, row) => {
      const head = (id: string): string =>
        `$${cellAddress(row, 1 + PERIOD_STEPS.findIndex((step) => step.id === id))}`;
      return PERIOD_STEPS.map((step) => {
        const cell = step.cell({ plan, head });
        const formula = typeof cell === "object" ? cell.formula : "";
        return { value: null, formula: formula.replaceAll(NAMES.period, `$A${row + 1}`) };
      });
    }),
  );
  await engine.settled();
  const cells = engine.readCells(sheet, area(1, PERIOD_STEPS.length));
  const share = PERIOD_STEPS.findIndex((step) => step.id === "share");
  const differences = PERIODS.map((period, row) => ({
    period,
    found: cells[row]![share]!.value,
    wanted: wanted(period),
    steps: cells[row]!.map((cell) => cell.value).join(" | "),
  })).filter(({ found, wanted: right }) => found !== right);
  expect(differences).toEqual([]);
});
