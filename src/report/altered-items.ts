import type { Age, Alterations, AlteredCell, Scope } from "../tables";
import { type TableData, TABLES, tableOf } from "../sheets";
import type { AuditItem } from "./audit-item";
import { repairRemedy, UPDATE } from "./remedies";

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
  indicator: sheet === TABLES[0].id ? "表样" : tableOf(sheet).name,
  address,
  value: "",
  message: `表样被改动：${message}`,
  remedy: repairRemedy(sheet),
  ...part,
});

/** `“状态”的公式被改为“● 已达标”` */
function change({ header, was, formula, expected }: AlteredCell): string {
  const now = String(was);
  if (typeof expected !== "object") {
    const became = formula !== undefined ? `被改为公式 ${formula}` : now === "" ? "被清空" : `被改为“${now}”`;
    return `“${header}”应为“${String(expected)}”，${became}`;
  }
  if (formula !== undefined) return `“${header}”的公式被改为 ${formula}`;
  return now === "" ? `“${header}”的公式被清除` : `“${header}”的公式被改为“${now}”`;
}

/** What the other plan explains is none: words that it has otherwise. */
export const unexplained = ({ age, alterations }: TableData): Alterations =>
  age !== "other"
    ? alterations
    : {
        ...alterations,
        cells: alterations.cells.filter(
          ({ expected, formula }) => typeof expected === "object" || formula !== undefined,
        ),
      };

/** Cells of ours that someone wrote over, few of a column one by one, many together. */
export function alteredItems(
  { cells, columns: gone, words }: Alterations,
  sheet: AuditItem["sheet"],
  codeOf: (key: string) => string,
): AuditItem[] {
  const quoted = (texts: string[]): string => listed(texts.map((text) => `“${text}”`));
  const columns = new Map<string, AlteredCell[]>();
  for (const cell of cells) columns.set(cell.columnId, [...(columns.get(cell.columnId) ?? []), cell]);
  const items = [...columns.values()].flatMap((same) => {
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
  return [
    ...items,
    ...(gone.length > 0 ? [alteredItem(sheet, "", `缺少${quoted(gone)}列`)] : []),
    ...(words.length > 0 ? [alteredItem(sheet, "", `${quoted(words)}被改动或删去`)] : []),
  ];
}

/** 填报单位 is another than the sheet was made for, or none of the plan's. */
export function bureauItems(
  { bureau, text, address, altered }: Scope,
  sheet: AuditItem["sheet"],
  isKnown: (text: string) => boolean,
): AuditItem[] {
  if (altered) return [alteredItem(sheet, address, `填报单位由“${bureau}”改为“${text}”`)];
  return isKnown(text) ? [] : [alteredItem(sheet, address, `填报单位“${text}”不是规划中的单位`)];
}

/** Words and remedies for a sheet that another version made, or another plan. */
const AGES: Record<Exclude<Age, "current">, (update: string) => [message: string, remedy: string]> = {
  older: (update) => ["表样是旧版本", `请点“${update}”更新，填报内容会保留`],
  newer: () => ["表样由更新版本的加载项制作", "请更新加载项；在此之前可以填写，不要更新或转换表样"],
  other: (update) => [
    "表样属于另一个规划版本：印着的指标、基期和目标是那时的，序时目标、差距和状态按现在的规划计算",
    `请点“${update}”更新，填报内容会保留`,
  ],
};

/** Why what stands on a sheet cannot go out as it is, in words: what is printed and what is reckoned are of two plans. */
export const ageObstacle = ({ age }: Pick<TableData, "age">, sheet: AuditItem["sheet"]): string[] =>
  age === "other" ? [`“${tableOf(sheet).name}”还是另一个规划版本的表样，请先点“${UPDATE[sheet]}”`] : [];

export function ageItems({ age }: TableData, sheet: AuditItem["sheet"]): AuditItem[] {
  if (age === "current") return [];
  const [message, remedy] = AGES[age](UPDATE[sheet]);
  return [alteredItem(sheet, "", "", { level: "提示", message, remedy })];
}
