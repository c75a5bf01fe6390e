import { fileOf, type Plan } from "../../src/plan";
import { builtInPlan } from "../../src/plan/built-in";
import { openPlan } from "../../src/plan/open";
import { taskSheet } from "../../src/sheets";
import { planSheetLayouts } from "../../src/sheets/plan";
import { expandTable } from "../../src/tables";
import { columnOf, rowOf } from "./helpers";

/** The built-in plan, its first task with these bureaus. */
const planWith = (responsible: string, printed: string): Plan => {
  const file = fileOf(builtInPlan);
  const [first, ...others] = file.tasks;
  return openPlan({ ...file, tasks: [{ ...first, responsible, printed }, ...others] });
};
const shownIn = (cells: readonly (readonly unknown[])[], header: string): unknown =>
  cells[rowOf(cells, 1)]![columnOf(cells, header)];

test.each([
  ["市民政局、市财政局", "市民政局牵头，市财政局配合", "市民政局牵头，市财政局配合"],
  ["市民政局、市财政局", "牵头单位：市民政局；配合单位：市财政局", "牵头单位：市民政局；配合单位：市财政局"],
  // the bureaus were changed by hand since
  ["市民政局、市发展改革委", "市民政局牵头，市财政局配合", "市民政局、市发展改革委"],
  ["市民政局", "市民政局牵头，市财政局配合", "市民政局"],
])("bureaus %s, printed %s: 任务分工 shows %s, 规划任务 both", (responsible, printed, shown) => {
  const plan = planWith(responsible, printed);
  expect(shownIn(expandTable(taskSheet(plan)).cells, "责任单位")).toBe(shown);
  const { cells } = planSheetLayouts(plan)[1]!;
  expect([shownIn(cells, "责任单位"), shownIn(cells, "责任单位（原文）")]).toEqual([responsible, printed]);
});
