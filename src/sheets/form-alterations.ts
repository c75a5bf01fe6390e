import { assess, readParameters, STATUSES } from "../assessment";
import { fold, indicatorsOfBureau, parsePeriod, type Plan } from "../plan";
import { alteredItem, alteredItems, bureauItems } from "./altered-items";
import { bureauOnForm, isBureau, sameBureau } from "./form";
import type { AuditItem } from "./form-audit";
import type { FormData } from "./form-data";

/** A form turned into values shows what stood there then; each 状态 must still be what the entries give. */
function valueItems(data: FormData, plan: Plan): AuditItem[] {
  if (data.alterations.conversion !== "values") return [];
  const period = parsePeriod(data.period, plan);
  const parameters = readParameters(data.tolerance, data.redline);
  if (!period.ok || !parameters.ok) return [];
  return data.rows.flatMap(({ indicator, actual, status, cells }) => {
    const { status: id } = assess(indicator, actual, period.value, plan, parameters.value);
    const { word } = STATUSES[id];
    if (fold(status).endsWith(word)) return [];
    return [
      alteredItem("form", cells.actual.address, `“状态”列是数值“${status}”，按现在的本期值应为“${word}”`, {
        code: indicator.code,
      }),
    ];
  });
}

/** Rows that are not the bureau's to fill: kept while something stands in them, out of place otherwise. */
function foreignItems(data: FormData, plan: Plan): AuditItem[] {
  const bureau = bureauOnForm(data.bureau, plan);
  if (!bureau) return [];
  const own = new Set(indicatorsOfBureau(bureau, plan).map(({ code }) => code));
  return data.rows
    .filter(({ indicator }) => !own.has(indicator.code))
    .map(({ indicator: { code, name }, cells }): AuditItem => ({
      level: "提示",
      sheet: "form",
      code,
      indicator: name,
      address: cells.actual.address,
      value: "",
      message: `${code} 不归“${bureau.name}”填报`,
      remedy: "有填报内容的行予以保留；不需要的，清空后点“更新指标模板”移除",
    }));
}

/** What of the form itself is no longer as the template has it. */
export const alterationItems = (data: FormData, plan: Plan): AuditItem[] => [
  ...bureauItems(data, "form", isBureau(data.bureau, plan), sameBureau(plan)),
  ...alteredItems(data.alterations, "form", (key) => key),
  ...valueItems(data, plan),
  ...data.merged.map(({ address, first }) =>
    alteredItem("form", address, `${address} 与 ${first} 合并成了一格`),
  ),
  ...foreignItems(data, plan),
  ...(data.older
    ? [
        alteredItem("form", "", "", {
          level: "提示",
          message: "表样是旧版本，或属于另一个规划版本",
          remedy: "请点“更新指标模板”更新，填报内容会保留",
        }),
      ]
    : []),
];
