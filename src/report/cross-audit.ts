import { crossChecks, crossWords, isBroken, isExplained, soundNumber, type Values } from "../assessment";
import type { Plan } from "../plan";
import { told } from "../text";
import { asJudged, type FormData, type FormRow } from "../sheets";
import type { AuditItem } from "./audit-item";

/** What stands in 本期值, as it is checked against others. @param shown an entry by its format too, as the audit reads it */
export function valuesIn(rows: readonly FormRow[], shown = false): Values {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  return (code) => {
    const row = byCode.get(code);
    if (!row) return NaN;
    return soundNumber(row.indicator, { value: shown ? asJudged(row).actual : row.actual });
  };
}

const REMEDIES: Record<AuditItem["level"], string> = {
  强制: "请改正其中有误的",
  核实: "请核对；确实如此的，在其中一项的“情况说明”写明原因",
  提示: "请核对",
};

/** What checks between indicators find on a form: one item each, at the first indicator that it names, with the cells of all. */
export function crossItems({ rows }: Pick<FormData, "rows">, plan: Plan): AuditItem[] {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const values = valuesIn(rows, true);
  return crossChecks(plan).flatMap((check): AuditItem[] => {
    if (!isBroken(check, values)) return [];
    const named = check.codes.flatMap((code) => byCode.get(code) ?? []);
    const [first] = named;
    if (!first) return [];
    const explaining = named.find(({ explanation }) => isExplained(explanation)) ?? first;
    return [
      {
        level: check.level,
        sheet: "form",
        code: first.code,
        indicator: first.indicator.name,
        address: first.cells.actual.address,
        value: told(values(first.code)),
        message: crossWords(check, values, (code) => `（${byCode.get(code)!.cells.actual.address}）`),
        remedy: REMEDIES[check.level],
        ...(check.level === "核实" && { explanation: explaining.explanation }),
      },
    ];
  });
}
