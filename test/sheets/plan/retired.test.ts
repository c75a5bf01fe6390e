import fc from "fast-check";
import { planFileOf, readPlanTable } from "../../../src/draft";
import { fileOf, indicatorsOf, nameWithUnit, type Plan, planAfter } from "../../../src/plan";
import { openPlan } from "../../../src/plan/open";
import { openPlanSheets, planSheetIssueWords } from "../../../src/sheets/plan";
import { columnOf, fillSlot } from "../helpers";
import { planGrids } from "./grids";

/* Entries and history go by codes, for years: whatever is adopted after whatever, a code stands for one indicator. */

const HEADER = "领域\t指标\t单位\t2025年\t2030年";

/** A plan as pasted over the one before; each row is `领域 指标`. */
function pasted(rows: readonly string[], before: Plan | null): Plan {
  const lines = rows.map((row) => `${row.replace(" ", "\t")}\t个\t10\t30`);
  const draft = readPlanTable({ text: [HEADER, ...lines].join("\n") }, new Map(), before);
  if ("refused" in draft) throw new Error(draft.refused);
  return adopted(openPlan(planFileOf(draft, [], [])), before);
}

/** As it stands on the sheets after 采用, read back. */
function adopted(plan: Plan, before: Plan | null): Plan {
  return opened(planGrids(before ? planAfter(before, plan) : plan));
}
function opened(sheets: ReturnType<typeof planGrids>): Plan {
  const read = openPlanSheets(sheets);
  if (!read.ok) throw new Error(read.issue.map(planSheetIssueWords).join("\n"));
  return read.value;
}

/** `指标A` → `A01` */
const codesIn = (plan: Plan): Record<string, string> =>
  Object.fromEntries(indicatorsOf(plan).map(({ name, code }) => [name, code]));

test("a code that was the last of its section is not given again, two adoptions later", () => {
  const first = pasted(["养老 床位", "养老 站点", "托育 托位"], null);
  const second = pasted(["养老 床位", "托育 托位"], first);
  expect(second.retired).toEqual([{ code: "A02", label: "站点(个)" }]);
  const third = pasted(["养老 床位", "养老 食堂", "托育 托位"], second);
  expect(codesIn(third)).toEqual({ 床位: "A01", 食堂: "A03", 托位: "B01" });
});

test("an indicator that comes back has its own code again", () => {
  const first = pasted(["养老 床位", "养老 站点", "托育 托位"], null);
  const second = pasted(["养老 床位", "托育 托位"], first);
  const third = pasted(["养老 床位", "养老 站点", "养老 食堂", "托育 托位"], second);
  expect(codesIn(third)).toEqual({ 床位: "A01", 站点: "A02", 食堂: "A03", 托位: "B01" });
  expect(third.retired).toBeUndefined();
});

test("a file that says nothing of retired codes takes none of them away; one from its sheets says them", () => {
  const first = pasted(["养老 床位", "养老 站点", "托育 托位"], null);
  const second = pasted(["养老 床位", "托育 托位"], first);
  const { retired, ...silent } = fileOf(second);
  expect(retired).toEqual([{ code: "A02", label: "站点(个)" }]);
  expect(adopted(openPlan(silent), second).retired).toEqual(retired);
  expect(openPlan(fileOf(second)).retired).toEqual(retired);
});

test("retired codes make no other version", () => {
  const first = pasted(["养老 床位", "养老 站点"], null);
  const second = pasted(["养老 床位"], first);
  expect(pasted(["养老 床位"], null).version).toBe(second.version);
});

test("a row that was deleted by hand, and all that was cleared of the line, keep their code from the next", () => {
  const first = pasted(["养老 床位", "养老 站点", "托育 托位"], null);
  const sheets = planGrids(first);
  const { grid } = sheets.indicators;
  const row = grid.values.findIndex((cells) => cells[columnOf(grid.values, "指标代码")] === "A02");
  for (const matrix of [grid.values, grid.formulas]) matrix.splice(row, 1);
  fillSlot(grid, "停用代码", "");
  const left = opened(sheets);
  expect(left.retired).toEqual([{ code: "A02", label: "" }]);
  expect(codesIn(pasted(["养老 床位", "养老 食堂", "托育 托位"], left))).toMatchObject({ 食堂: "A03" });
});

const NAMES = ["床位", "站点", "食堂", "护工", "托位", "园所", "校车", "名师"];
const FIELDS = ["养老", "托育"];
const rowsOfPlan = fc
  .uniqueArray(fc.record({ name: fc.constantFrom(...NAMES), field: fc.constantFrom(...FIELDS) }), {
    selector: ({ name }) => name,
    minLength: 1,
    maxLength: 6,
  })
  .map((rows) => rows.sort((a, b) => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field)))
  .map((rows) => rows.map(({ field, name }) => `${field} ${name}`));

test("over any number of adoptions a code stands for one indicator, and no code that was given is forgotten", () => {
  fc.assert(
    fc.property(fc.array(rowsOfPlan, { minLength: 2, maxLength: 6 }), (tables) => {
      const meant = new Map<string, string>();
      let before: Plan | null = null;
      for (const rows of tables) {
        before = pasted(rows, before);
        for (const one of indicatorsOf(before)) {
          const label = nameWithUnit(one);
          expect(meant.get(one.code) ?? label).toBe(label);
          meant.set(one.code, label);
        }
        const kept = [...indicatorsOf(before), ...(before.retired ?? [])].map(({ code }) => code);
        expect(new Set(kept)).toEqual(new Set(meant.keys()));
      }
    }),
    { numRuns: 40 },
  );
});
