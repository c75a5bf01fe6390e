import { auditForm } from "../excel";
import type { FormReport } from "../sheets";
import type { Command } from "./command";
import { success } from "./job";
import type { Notice } from "./state";

function auditNotice({ findings, progress: { must, verify } }: FormReport): Notice {
  if (findings.length === 0) return success("审核通过，没有发现问题。");
  const hints = findings.length - must - verify;
  return {
    kind: "info",
    text: `审核发现 ${findings.length} 项：强制 ${must}、核实 ${verify}、提示 ${hints}。`,
  };
}

export const auditCommand: Command = {
  id: "auditForm",
  label: "审核数据",
  doing: "正在审核…",
  opensPane: true,
  run: async ({ signal }) => {
    const form = await auditForm(signal);
    return { view: "audit", form, notice: auditNotice(form) };
  },
};
