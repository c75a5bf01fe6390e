import { indicatorsOf, isPlainNumber } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { expandTable } from "../../src/tables";
import { FORM_SHEET, formSheet } from "../../src/sheets";
import type { OpenWorkbench } from "./workbench";

const rows = expandTable(formSheet(plan)).cells;

/** The cell of an indicator on the whole city's form, such as `H12`. */
export const cellOf = (column: string, code: string): string =>
  `${column}${rows.findIndex((cells) => cells[0] === code) + 1}`;

/** The plan's own baseline figures, three years in: growth indicators that stand still lag. */
export async function fillWithBaseline(workbench: OpenWorkbench): Promise<void> {
  await workbench.press("插入指标模板");
  const figures = indicatorsOf(plan)
    .filter(({ baseline }) => isPlainNumber(baseline.text))
    .map(({ code, baseline }) => [cellOf("H", code), Number(baseline.text)] as const);
  await workbench.paste(FORM_SHEET, { F3: `${plan.baselineYear + 3}年`, ...Object.fromEntries(figures) });
}

/** The baseline, then one finding of each kind: unreadable with and without a reading, out of bounds, to be explained. */
export async function fillWithEverything(workbench: OpenWorkbench): Promise<void> {
  await fillWithBaseline(workbench);
  await workbench.paste(FORM_SHEET, {
    [cellOf("H", "YL01")]: "'９５％",
    [cellOf("H", "YL02")]: "九十",
    [cellOf("H", "YL03")]: 12,
    [cellOf("H", "YL05")]: 120,
    [cellOf("H", "YL07")]: 41,
    [cellOf("H", "YL08")]: 66,
  });
  await workbench.press("审核数据");
}
