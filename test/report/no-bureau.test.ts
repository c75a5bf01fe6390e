import { bureausIn, bureausWords, NO_BUREAU, reportOf } from "../../src/report";
import nationFile from "../../src/plan/ready/nation-2030.json";
import { openPlan } from "../../src/plan/open";
import { formSheet, readForm } from "../../src/sheets";
import { expandTable } from "../../src/tables";
import { asRead, fill } from "../sheets/helpers";

const plan = openPlan(nationFile);

test("what lags, and what is missing, is listed and counted though the plan names no bureaus", () => {
  const grid = asRead(expandTable(formSheet(plan, { period: "2028年" })));
  fill(grid, "CX05", "本期值", 18.4);
  fill(grid, "MS09", "本期值", 11.7);
  const { report } = reportOf(
    { form: { ...readForm(grid, plan)!, sheet: { id: "1", name: "" } }, tasks: null },
    plan,
  );
  expect(report!.progress.lagging).toBe(1);
  expect(report!.lagging).toMatchObject([{ bureau: NO_BUREAU, items: [{ code: "CX05" }] }]);
  expect(report!.missing.map(({ bureau, items }) => [bureau, items.length])).toEqual([[NO_BUREAU, 18]]);
  expect(bureausWords(bureausIn(report!.lagging))).toBe("规划没有写明责任部门");
});
