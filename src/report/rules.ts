import type { Plan } from "../plan";
import type { DataOf, TableId } from "../sheets";
import type { AuditItem } from "./audit-item";
import { auditItems } from "./form-audit";
import { laggingIndicators } from "./form-lagging";
import type { Judged } from "./held";
import { taskItems, taskPeriod } from "./task-audit";
import { laggingTasks } from "./task-lagging";

/** What there is to say of one table. */
export interface TableRules<D> {
  /** @param headPeriod 报告期 of the table before, as typed; undefined where there is none */
  findings(data: D, plan: Plan, headPeriod?: unknown): AuditItem[];
  lagging(data: D, plan: Plan, headPeriod?: unknown): Judged;
}

/** The rules of each table. One that has none here is passed by. */
export const RULES: { readonly [Id in TableId]?: TableRules<DataOf<Id>> } = {
  form: { findings: auditItems, lagging: laggingIndicators },
  tasks: {
    findings: taskItems,
    lagging: (data, plan, headPeriod) => ({
      lines: laggingTasks(data, taskPeriod(data, plan, headPeriod)),
      unjudged: null,
    }),
  },
};
