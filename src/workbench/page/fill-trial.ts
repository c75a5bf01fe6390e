import type { SpreadsheetView } from "../engine/view";
import { ask } from "./ask";
import type { Tell } from "./tell";
import {
  type Extent,
  findForm,
  type FoundForm,
  trialFor,
  trialSummary,
  typedOn,
  writeTrial,
} from "./trial-form";
import { followPlan } from "./workbook-plan";

/** What 试填 works on. */
export interface TrialDesk {
  view: SpreadsheetView;
  /** presses 插入指标模板 */
  insertForm: () => Promise<void>;
  settled: () => Promise<void>;
  tell: Tell;
}

/** Cells named in the question; more are counted. */
const NAMED = 6;

const listed = (addresses: readonly string[]): string =>
  addresses.slice(0, NAMED).join("、") + (addresses.length > NAMED ? " 等" : "");

/** Asks only where something typed would be overwritten. @returns null for 取消 */
async function extentFor(form: FoundForm | null, giveBack: () => void): Promise<Extent | null> {
  if (!form) return "all";
  const { period, rows } = typedOn(form);
  if (period === "" && rows.length === 0) return "all";
  const found = [
    ...(rows.length > 0 ? [`${rows.length} 个指标（${listed(rows)}）`] : []),
    ...(period ? [`报告期“${period}”`] : []),
  ].join("和");
  return ask<Extent>({
    title: `“${form.name}”里已经填有内容`,
    text: [
      `已填：${found}。`,
      "“只填空格”不动已填的内容；“全部换成试填数据”会覆盖它们，按 Ctrl+Z 可一步恢复。",
    ],
    answers: [
      { label: "只填空格", value: "blanks" },
      { label: "全部换成试填数据", value: "all" },
    ],
    giveBack,
  });
}

/** Inserts the form and fills in a trial; nothing typed is overwritten unasked. */
export async function fillTrial({ view, insertForm, settled, tell }: TrialDesk): Promise<void> {
  const { engine } = view;
  const fault = followPlan(engine);
  if (fault) return tell(`没有试填，工作簿没有改动：规划有误，请先改好。${fault}。`, "problem");
  const extent = await extentFor(findForm(engine), () => view.focus());
  if (!extent) return tell("没有试填，工作簿没有改动。");
  await insertForm();
  const form = findForm(engine);
  if (!form) return tell("没有插入指标模板，未能试填；请看窗格里的说明。", "problem");
  engine.history.change(() => {
    writeTrial(engine, form, extent, trialFor(form, extent));
    engine.activateSheet(form.sheet);
  });
  await settled();
  tell(trialSummary(findForm(engine) ?? form), "done");
}
