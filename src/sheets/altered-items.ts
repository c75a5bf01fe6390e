import type { AlteredCell, Alterations } from "./alterations";
import type { AuditItem } from "./form-audit";

/** More alterations of one column are told together. */
const MOST_SINGLE = 3;
const MOST_LISTED = 6;

const listed = (parts: string[]): string =>
  parts.length > MOST_LISTED
    ? `${parts.slice(0, MOST_LISTED).join("、")}等 ${parts.length} 处`
    : parts.join("、");

/** What of a sheet of ours was changed; the button that mends it differs by sheet. */
export const alteredItem = (
  sheet: AuditItem["sheet"],
  address: string,
  message: string,
  part: Partial<AuditItem> = {},
): AuditItem => ({
  level: "强制",
  sheet,
  code: "",
  indicator: sheet === "form" ? "表样" : "任务分工",
  address,
  value: "",
  message: `表样被改动：${message}`,
  remedy: `请点“${sheet === "form" ? "更新指标模板" : "更新任务分工表"}”修复，填报内容会保留`,
  ...part,
});

/** `“状态”的公式被改为“● 已达标”` */
function change({ header, was, formula, expected }: AlteredCell): string {
  const now = String(was);
  if (typeof expected !== "object")
    return `“${header}”应为“${String(expected)}”，${now === "" ? "被清空" : `被改为“${now}”`}`;
  if (formula !== undefined) return `“${header}”的公式被改为 ${formula}`;
  return now === "" ? `“${header}”的公式被清除` : `“${header}”的公式被改为“${now}”`;
}

/** Cells of ours that someone wrote over, few of a column one by one, many together. */
export function alteredItems(
  { cells }: Alterations,
  sheet: AuditItem["sheet"],
  codeOf: (key: string) => string,
): AuditItem[] {
  const columns = new Map<string, AlteredCell[]>();
  for (const cell of cells) columns.set(cell.columnId, [...(columns.get(cell.columnId) ?? []), cell]);
  return [...columns.values()].flatMap((same) => {
    const [first] = same;
    if (same.length <= MOST_SINGLE)
      return same.map((cell) => alteredItem(sheet, cell.address, change(cell), { code: codeOf(cell.key) }));
    const addresses = listed(same.map(({ address }) => address));
    return [
      alteredItem(
        sheet,
        first!.address,
        `“${first!.header}”列 ${same.length} 个单元格被改动（${addresses}）`,
      ),
    ];
  });
}

/** 填报单位 is another than the sheet was made for, or none of the plan's. */
export function bureauItems(
  { bureau, givenTo, bureauAddress }: { bureau: string; givenTo: string | null; bureauAddress: string },
  sheet: AuditItem["sheet"],
  isKnown: boolean,
  isSame: (a: string, b: string) => boolean,
): AuditItem[] {
  if (givenTo !== null && !isSame(givenTo, bureau))
    return [alteredItem(sheet, bureauAddress, `填报单位由“${givenTo}”改为“${bureau}”`)];
  return isKnown ? [] : [alteredItem(sheet, bureauAddress, `填报单位“${bureau}”不是规划中的单位`)];
}
