import { assess, readParameters, STATUSES } from "../assessment";
import { findBureau, fold, indicatorsOfBureau, parsePeriod, type Plan } from "../plan";
import type { AlteredCell } from "./alterations";
import { bureauOnForm, WHOLE_CITY } from "./form";
import type { AuditItem } from "./form-audit";
import type { FormData } from "./form-data";

const FORM_WORDS = "表样";
const REPAIR = "请点“更新指标模板”修复，填报内容会保留";
/** More alterations of one column are told together. */
const MOST_SINGLE = 3;
const MOST_LISTED = 6;

const must = (address: string, message: string, part: Partial<AuditItem> = {}): AuditItem => ({
  level: "强制",
  sheet: "form",
  code: "",
  indicator: FORM_WORDS,
  address,
  value: "",
  message: `表样被改动：${message}`,
  remedy: REPAIR,
  ...part,
});

const listed = (parts: string[]): string =>
  parts.length > MOST_LISTED
    ? `${parts.slice(0, MOST_LISTED).join("、")}等 ${parts.length} 处`
    : parts.join("、");

/** `“状态”应为公式，被改为“● 已达标”` */
function altered({ header, was, formula, expected }: AlteredCell): string {
  const now = String(was);
  if (typeof expected !== "object")
    return `“${header}”应为“${String(expected)}”，${now === "" ? "被清空" : `被改为“${now}”`}`;
  if (formula !== undefined) return `“${header}”的公式被改为 ${formula}`;
  return now === "" ? `“${header}”的公式被清除` : `“${header}”的公式被改为“${now}”`;
}

/** Cells of ours that someone wrote over, few of a column one by one, many together. */
function cellItems({ alterations: { cells } }: FormData): AuditItem[] {
  const columns = new Map<string, AlteredCell[]>();
  for (const cell of cells) columns.set(cell.columnId, [...(columns.get(cell.columnId) ?? []), cell]);
  return [...columns.values()].flatMap((same) =>
    same.length <= MOST_SINGLE
      ? same.map((cell) => must(cell.address, altered(cell), { code: cell.key }))
      : [
          must(
            same[0]!.address,
            `“${same[0]!.header}”列 ${same.length} 个单元格被改动（${listed(same.map((cell) => cell.address))}）`,
          ),
        ],
  );
}

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
      must(cells.actual.address, `“状态”列是数值“${status}”，按现在的本期值应为“${word}”`, {
        code: indicator.code,
      }),
    ];
  });
}

function bureauItems(data: FormData, plan: Plan): AuditItem[] {
  const { bureau, givenTo, bureauAddress } = data;
  const isKnown = bureau === WHOLE_CITY || findBureau(bureau, plan).ok;
  const changed = givenTo !== null && fold(givenTo) !== fold(bureau);
  if (changed) return [must(bureauAddress, `填报单位由“${givenTo}”改为“${bureau}”`)];
  return isKnown ? [] : [must(bureauAddress, `填报单位“${bureau}”不是规划中的单位`)];
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
  ...bureauItems(data, plan),
  ...cellItems(data),
  ...valueItems(data, plan),
  ...data.merged.map(({ address, first }) => must(address, `${address} 与 ${first} 合并成了一格`)),
  ...foreignItems(data, plan),
  ...(data.older
    ? [
        must("", "", {
          level: "提示",
          message: "表样是旧版本，或属于另一个规划版本",
          remedy: "请点“更新指标模板”更新，填报内容会保留",
        }),
      ]
    : []),
];
