import { builtInPlan as plan } from "../../src/plan/built-in";
import { including } from "../../src/plan";
import { formSheet, readForm } from "../../src/sheets";
import { auditItems, crossItems } from "../../src/report";
import { expandTable } from "../../src/tables";
import { asRead, columnOf, fill, rowOf } from "../sheets/helpers";

type Typed = Readonly<Record<string, { actual?: unknown; explanation?: string; format?: string }>>;

function formOf(typed: Typed, of = plan) {
  const grid = asRead(expandTable(formSheet(of, { period: "2023年" })));
  for (const [code, { actual, explanation, format }] of Object.entries(typed)) {
    if (actual !== undefined) fill(grid, code, "本期值", actual);
    if (explanation !== undefined) fill(grid, code, "情况说明", explanation);
    grid.formats ??= grid.values.map((row) => row.map(() => "General"));
    if (format !== undefined)
      grid.formats[rowOf(grid.values, code)]![columnOf(grid.values, "本期值")] = format;
  }
  return readForm(grid, of)!;
}

test("a check that does not hold is one finding, with the cells of all its indicators", () => {
  const [item, ...more] = crossItems(formOf({ TY04: { actual: 12 }, TY03: { actual: 10 } }), plan);
  expect(more).toEqual([]);
  expect(item).toMatchObject({
    level: "核实",
    sheet: "form",
    code: "TY04",
    address: expect.stringMatching(/^H\d+$/),
    value: "12",
    message: expect.stringMatching(
      /^示范性婴幼儿照护服务机构数不应多于登记备案的托育机构数（TY04（H\d+）为 12，TY03（H\d+）为 10）$/,
    ),
    remedy: "请核对；确实如此的，在其中一项的“情况说明”写明原因",
    explanation: "",
  });
});

test.each<[string, Typed]>([
  ["it holds", { TY04: { actual: 10 }, TY03: { actual: 10 } }],
  ["one is blank", { TY04: { actual: 12 } }],
  ["one is to be corrected", { TY04: { actual: 12 }, TY03: { actual: "10家" } }],
  ["one is shown as a percentage", { TY04: { actual: 12 }, TY03: { actual: 10, format: "0%" } }],
])("nothing is said where %s", (_, typed) => expect(crossItems(formOf(typed), plan)).toEqual([]));

test("the reason may stand in the row of any of them", () => {
  const [item] = crossItems(
    formOf({ TY04: { actual: 12 }, TY03: { actual: 10, explanation: "三家机构正在办理备案" } }),
    plan,
  );
  expect(item!.explanation).toBe("三家机构正在办理备案");
});

test("the audit has them beside the rest; with 补充指标 also those between them and the table", () => {
  const of = including(plan, true);
  const found = auditItems(
    formOf({ BC01: { actual: 50000 }, BC02: { actual: 20000 }, YL07: { actual: 43 } }, of),
    of,
  );
  expect(
    found.filter(({ message }) => message.includes("BC02")).map(({ code, level }) => [code, level]),
  ).toEqual([["BC02", "核实"]]);
});
