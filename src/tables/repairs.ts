/** What inserting again found and put right. Codes with parameters; the words stand below, once. */
export type Repair =
  | { code: "row-restored"; key: string }
  | { code: "row-kept"; key: string }
  | { code: "row-removed"; key: string }
  | { code: "template-updated" }
  | { code: "plan-followed" }
  | { code: "record-added"; key: string; name: string }
  | { code: "record-gone"; key: string; name: string }
  | { code: "record-below"; key: string; name: string; typed: string }
  | { code: "record-returned"; key: string; name: string; typed: string }
  | { code: "record-stays"; key: string; name: string; because: "filled" | "name" }
  | { code: "unmerged"; address: string }
  | { code: "cell-kept"; address: string }
  | { code: "column-kept"; address: string; header: string }
  | { code: "header-restored"; address: string; was: string; header: string }
  | { code: "column-restored"; header: string }
  | { code: "order-restored" }
  | { code: "cell-restored"; address: string; was: string }
  | { code: "cell-updated"; address: string; header: string; was: string; now: string }
  | { code: "functions-restored"; from: "formulas" | "values" }
  | { code: "duplicate-row"; key: string; kept: number; moved: number }
  | { code: "stray-kept"; row: number }
  | { code: "formula-to-value"; address: string; formula: string };

const shown = (typed: string): string => (typed === "" ? "" : `（${typed}）`);

const words: { [C in Repair["code"]]: (repair: Extract<Repair, { code: C }>) => string } = {
  "row-restored": (r) => `补回缺少的行 ${r.key}`,
  "row-kept": (r) => `${r.key} 不属于本单位，但已有填报内容，予以保留`,
  "row-removed": (r) => `${r.key} 不属于本单位，也没有填报内容，已移除`,
  "template-updated": () => "旧版表样已更新为现在的表样",
  "plan-followed": () => "已按现在的规划更新",
  "record-added": (r) => `增加 ${r.key} ${r.name}`,
  "record-gone": (r) => `不再列入 ${r.key} ${r.name}，没有填过，去掉这一行`,
  "record-below": (r) => `不再列入 ${r.key} ${r.name}，这一行移到表下方保留${shown(r.typed)}`,
  "record-returned": (r) =>
    `${r.key} ${r.name} 填过的内容由表下方放回行中${shown(r.typed)}，请核对是不是这一期的`,
  "record-stays": (r) =>
    r.because === "filled"
      ? `表下方还有 ${r.key} ${r.name} 从前填的内容，行中已另有填报，没有放回，核对后可以删去`
      : `表下方还有 ${r.key} ${r.name} 的内容，现在的 ${r.key} 名称不同，没有放回，请核对`,
  unmerged: (r) => `${r.address} 的合并单元格已拆开，内容留在第一格`,
  "cell-kept": (r) => `原 ${r.address} 的内容不属于表样，移到表下方保留`,
  "column-kept": (r) =>
    `${r.header === "" ? "" : `“${r.header}”`}列（原 ${r.address}）不属于表样，移到表右侧，随行保留`,
  "header-restored": (r) => `${r.address} 的表头“${r.was}”改回“${r.header}”`,
  "column-restored": (r) => `补回缺少的列“${r.header}”`,
  "order-restored": () => "行列位置已按表样排好，填报内容随行保留",
  "cell-restored": (r) =>
    r.was === "" ? `${r.address} 的内容已补回` : `${r.address} 曾被改为“${r.was}”，已恢复`,
  "cell-updated": (r) =>
    r.was === "" ? `${r.address} 的内容已补回` : `${r.address} ${r.header}由“${r.was}”改为“${r.now}”`,
  "functions-restored": (r) =>
    r.from === "formulas" ? "普通公式已换回 YIZHI 函数" : "计算列由数值换回 YIZHI 函数",
  "duplicate-row": (r) => `${r.key} 有两行：保留第 ${r.kept} 行，原第 ${r.moved} 行的内容移到表下方，请核对`,
  "stray-kept": (r) => `原第 ${r.row} 行不属于表样，内容移到表下方保留`,
  "formula-to-value": (r) => `${r.address} 原为公式 ${r.formula}，随行移动后按数值保留`,
};

/** The Chinese sentence for one repair. */
export const repairMessage = (repair: Repair): string =>
  (words[repair.code] as (repair: Repair) => string)(repair);

/** What the plan's changes, not anybody's hand, did to the rows. */
const PLAN_CODES: readonly Repair["code"][] = [
  "plan-followed",
  "record-added",
  "record-gone",
  "record-below",
  "record-returned",
  "record-stays",
];
export const isOfPlan = ({ code }: Repair): boolean => PLAN_CODES.includes(code);
