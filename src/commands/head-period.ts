import { CommandError } from "../excel";
import type { MergeTarget } from "../excel/merge";
import { parsePeriod, type Period, type Plan, planMessage, shownPeriod } from "../plan";
import { readForm } from "../sheets";
import { choice } from "./choice";

/** 报告期 of the workbook's form, or the one chosen for the next. @throws CommandError when it cannot be read */
export function periodOf({ form }: MergeTarget, plan: Plan): { text: string; period: Period } {
  const text = shownPeriod((form && readForm(form, plan)?.period) ?? choice.get().period);
  const read = parsePeriod(text, plan);
  if (!read.ok) throw new CommandError({ code: "form-parameters", words: planMessage(read.issue) });
  return { text, period: read.value };
}
