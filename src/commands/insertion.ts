import type { Insertion } from "../excel";
import {
  type Bureau,
  findBureau,
  indicatorsOf,
  indicatorsOfBureau,
  isWhole,
  type Plan,
  tasksOfBureau,
} from "../plan";
import { planInUse } from "../plan/in-use";
import { type Repair, repairMessage } from "../tables";
import { UPDATE } from "../report";
import { bureauOf } from "./bureau";
import { success } from "./job";
import type { Notice } from "./state";

/** The two sheets that are inserted, with what there is to say of them. */
export interface SheetKind {
  sheet: string;
  noun: string;
  /** what the pane's button says when the sheet is there */
  update: string;
  other: { noun: string; button: string };
  /** keys of the rows that belong to 本单位, or to 全市 */
  keysOf: (bureau: string) => string[];
}

const rowsOf =
  <R>(
    all: (plan: Plan) => readonly R[],
    own: (bureau: Bureau, plan: Plan) => readonly R[],
    key: (row: R) => string,
  ) =>
  (name: string): string[] => {
    const plan = planInUse();
    const found = isWhole(name, plan) ? null : findBureau(name, plan);
    return (found?.ok ? own(found.value, plan) : all(plan)).map(key);
  };

export const FORM_KIND: SheetKind = {
  sheet: "指标填报",
  noun: "指标",
  update: UPDATE.form,
  other: { noun: "任务", button: "插入任务分工表" },
  keysOf: rowsOf(indicatorsOf, indicatorsOfBureau, ({ code }) => code),
};
export const TASKS_KIND: SheetKind = {
  sheet: "任务分工",
  noun: "任务",
  update: UPDATE.tasks,
  other: { noun: "指标", button: "插入指标模板" },
  keysOf: rowsOf(
    ({ tasks }) => tasks,
    tasksOfBureau,
    ({ number }) => String(number),
  ),
};

/** A sheet without a row would only puzzle. */
export const nothingToInsert = (bureau: string, { noun, other }: SheetKind): Notice => ({
  kind: "error",
  text: `“${bureau}”没有${noun}，只有${other.noun}，没有插入${noun}表。请点“${other.button}”；如选错了单位，请在“本单位”中另选。`,
  holds: (now) => bureauOf(now) === bureau,
});

/** What to know of 本单位 before a button is pressed: that it has no such rows, or that a sheet there is another's. Null: nothing. */
export function bureauHint(bureau: string, onSheet: string | null, kind: SheetKind): string | null {
  if (kind.keysOf(bureau).length === 0) return `“${bureau}”没有${kind.noun}，只有${kind.other.noun}。`;
  if (onSheet === null || onSheet === bureau) return null;
  return `“${kind.sheet}”表的填报单位是“${onSheet}”。点“${kind.update}”改为“${bureau}”：换成该单位的行，已填的行都保留。`;
}

const count = (repairs: readonly Repair[], ...codes: Repair["code"][]): number =>
  repairs.filter(({ code }) => codes.includes(code)).length;

/** What became of what was typed, as far as the repairs tell. */
function entriesWords(repairs: readonly Repair[]): string {
  const values = count(repairs, "formula-to-value");
  const moved = count(repairs, "duplicate-row", "stray-kept", "cell-kept", "column-kept");
  if (values + moved === 0) return "填报内容没有改动";
  const changes = [
    values > 0 && `${values} 处公式改为当前的数值`,
    moved > 0 && `${moved} 处移到表下方或右侧`,
  ].filter(Boolean);
  return `填报内容都保留，其中 ${changes.join("，")}`;
}

/** Rows that came, went and stayed: no faults. */
function rowWords({ rescope, repairs }: Insertion): string[] {
  const [added, removed] = [rescope?.added.length ?? 0, rescope?.removed.length ?? 0];
  const kept = count(repairs, "row-kept");
  return [
    ...(added > 0 ? [`增加 ${added} 行`] : []),
    ...(removed > 0 ? [`去掉 ${removed} 行没有填过的`] : []),
    ...(kept > 0 ? [`保留不属于本单位但已填的 ${kept} 行`] : []),
  ];
}

const SHOWN = 3;

/** What an insertion did, in words that claim no more. */
export function insertionNotice(insertion: Insertion): Notice {
  const { sheet, created, repairs, renamedBecause, rescope } = insertion;
  if (renamedBecause !== null)
    return success(`工作簿中已有别的“${renamedBecause}”表，未作改动；本表插入为“${sheet}”。`);
  if (created) return success(`已插入“${sheet}”。浅黄色单元格可以填写。`);
  const mended = repairs.filter(({ code }) => code !== "row-kept").map(repairMessage);
  const done = [
    ...(rescope ? [`已由“${rescope.from}”改为“${rescope.to}”`] : []),
    ...(mended.length > 0 ? [`已修复 ${mended.length} 处`] : []),
    ...(!rescope && mended.length === 0 ? ["完好"] : []),
    ...rowWords(insertion),
    entriesWords(repairs),
  ];
  const list = mended.slice(0, SHOWN).join("；") + (mended.length > SHOWN ? "……" : "");
  return success(
    `“${sheet}”${done.join("，")}${mended.length > 0 ? `：${list}` : "。"}`,
    mended.length > SHOWN ? mended.join("\n") : undefined,
  );
}
