import { auditForm } from "../excel";
import { otherNames, type Report } from "../report";
import { planInUse } from "../plan/in-use";
import type { Command } from "./command";
import { aboutReport, success } from "./job";
import type { Notice } from "./state";
import { withPeriods } from "./periods-live";
import { workbook } from "./workbook";

/** `（审核的是“指标填报 (2)”）`, where that is not the sheet's usual name. */
function whichSheet(report: Report): string {
  const names = otherNames(report);
  return names.length > 0 ? `（审核的是“${names.join("”和“")}”）` : "";
}

/** What 审核 says of a report, in a sentence. */
export function auditNotice(report: Report): Notice {
  const { findings, progress } = report;
  const { must, verify, explained } = progress;
  const which = whichSheet(report);
  if (findings.length === 0) return success(`审核通过，没有发现问题${which}。`);
  const verified = `核实 ${verify}${explained > 0 ? `（已说明 ${explained}）` : ""}`;
  return {
    kind: "info",
    text: `审核发现 ${findings.length} 项：强制 ${must}、${verified}、提示 ${findings.length - must - verify}${which}。`,
  };
}

export const auditCommand: Command = {
  id: "auditForm",
  label: "审核数据",
  doing: "正在审核…",
  run: async ({ signal }) => {
    const held = await withPeriods(await auditForm(planInUse(), signal));
    workbook.set(held);
    return { view: "audit", notice: aboutReport(auditNotice, held.report!) };
  },
};
