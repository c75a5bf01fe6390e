import { builtInPlan as plan } from "../../src/plan/built-in";
import type { Grid } from "../../src/grid";
import { FORM_VERSION, formSheet, NAMES, readForm, templateId } from "../../src/sheets";
import { ageOf, expandTable, planUpdate, readTemplate, type TableSheet } from "../../src/tables";
import { asRead, columnOf, fill, fillSlot, rowOf } from "../sheets/helpers";

const TODAY = templateId(plan);
const NEXT = Number(FORM_VERSION) + 1;
const made = (template: string | null): Grid => {
  const grid = asRead(expandTable(formSheet(plan)));
  grid.names = new Map(template === null ? [] : [[NAMES.template, template]]);
  return grid;
};

test.each([
  [TODAY, "current"],
  [null, "current"],
  [TODAY.replace(/^form@\d+/, "form@1"), "older"],
  [TODAY.replace(/^form@\d+/, "form@99"), "newer"],
  [TODAY.replace(/@[^@]+$/, "@another"), "other"],
  ["form@1 another-plan@1", "older"],
  ["something else", "other"],
  // a plan's version may be words
  ["form@99 plan@2025 修订", "newer"],
])("a form of %p is %s", (template, age) => {
  expect(ageOf(made(template), formSheet(plan))).toBe(age);
  expect(readForm(made(template), plan)!.age).toBe(age);
});

test.each([
  ["form@3 plan@1", { version: 3, plan: "plan@1" }],
  ["form@x plan@1", null],
  ["", null],
  [3, null],
])("%p says %p", (text, template) => expect(readTemplate(text)).toEqual(template));

/* A later version calls 本期值 and 报告期 otherwise; forms of today are brought up to date by it. */
const renamed = (): TableSheet<ReturnType<typeof formSheet>["groups"][number]["records"][number]> => {
  const sheet = formSheet(plan);
  return {
    ...sheet,
    columns: sheet.columns.map((c) => (c.id === "actual" ? { ...c, header: "本期完成值" } : c)),
    head: sheet.head.map((slots) => slots.map((s) => (s.id === "period" ? { ...s, label: "填报期：" } : s))),
    names: { ...sheet.names, [NAMES.template]: TODAY.replace(/^form@\d+/, `form@${NEXT}`) },
    versions: [
      ...sheet.versions,
      {
        version: NEXT,
        brought: "本期值改称本期完成值",
        headers: { 本期值: "actual" },
        labels: { "报告期：": "period" },
      },
    ],
  };
};

test("a step names what was called otherwise: entries and slots of the earlier version are kept, and nobody is accused", () => {
  const grid = made(TODAY);
  fill(grid, "YL07", "本期值", 48);
  fillSlot(grid, "报告期", "2023年");
  const update = planUpdate(grid, renamed(), () => renamed())!;
  expect(update.age).toBe("older");
  const { cells } = update.layout;
  const [row, column] = [rowOf(cells, "YL07"), columnOf(cells, "本期完成值")];
  // null: it stays where it is
  expect([48, null]).toContain(cells[row]![column]);
  expect(update.repairs.map(({ code }) => code).filter((code) => code !== "cell-restored")).toEqual([
    "template-updated",
  ]);
  expect(cells.flat()).toContain("填报期：");
});
