import type { Insertion } from "../excel";
import { type Repair, repairMessage } from "../tables";
import { ownBureau } from "./choice";
import { success } from "./job";
import { otherFor, type Table } from "./kinds";
import type { Notice } from "./state";

/** A sheet without a row would only puzzle. */
export function nothingToInsert(bureau: string, table: Table): Notice {
  const { noun } = table;
  const other = otherFor(table, bureau);
  const instead = other ? `请点“${other.button.insert}”；` : "";
  return {
    kind: "error",
    text: `“${bureau}”没有${noun}${other ? `，只有${other.noun}` : ""}，没有插入${noun}表。${instead}如选错了单位，请在“本单位”中另选。`,
    holds: () => ownBureau() === bureau,
  };
}

const count = (repairs: readonly Repair[], ...codes: Repair["code"][]): number =>
  repairs.filter(({ code }) => codes.includes(code)).length;

/** What became of what was typed, as far as the repairs tell. */
function entriesWords(repairs: readonly Repair[]): string {
  const values = count(repairs, "formula-to-value");
  const moved = count(repairs, "duplicate-row", "stray-kept", "cell-kept", "column-kept");
  if (values + moved === 0) return "填报内容没有改动";
  const changes = [
    values > 0 && `${values} 处公式改为当前的数值`,
    moved > 0 && `${moved} 处移到表下方或右侧`,
  ].filter(Boolean);
  return `填报内容都保留，其中 ${changes.join("，")}`;
}

/** Rows that came, went and stayed: no faults. */
function rowWords({ rescope, repairs }: Insertion): string[] {
  const [added, removed] = [rescope?.added.length ?? 0, rescope?.removed.length ?? 0];
  const kept = count(repairs, "row-kept");
  return [
    ...(added > 0 ? [`增加 ${added} 行`] : []),
    ...(removed > 0 ? [`去掉 ${removed} 行没有填过的`] : []),
    ...(kept > 0 ? [`保留不属于本单位但已填的 ${kept} 行`] : []),
  ];
}

const SHOWN = 3;

/** What an insertion did, in words that claim no more. */
export function insertionNotice(insertion: Insertion): Notice {
  const { sheet, created, repairs, renamedBecause, rescope } = insertion;
  if (renamedBecause !== null)
    return success(`工作簿中已有别的“${renamedBecause}”表，未作改动；本表插入为“${sheet}”。`);
  if (created) return success(`已插入“${sheet}”。浅黄色单元格可以填写。`);
  const mended = repairs.filter(({ code }) => code !== "row-kept").map(repairMessage);
  const done = [
    ...(rescope ? [`已由“${rescope.from}”改为“${rescope.to}”`] : []),
    ...(mended.length > 0 ? [`已修复 ${mended.length} 处`] : []),
    ...(!rescope && mended.length === 0 ? ["完好"] : []),
    ...rowWords(insertion),
    entriesWords(repairs),
  ];
  const list = mended.slice(0, SHOWN).join("；") + (mended.length > SHOWN ? "……" : "");
  return success(
    `“${sheet}”${done.join("，")}${mended.length > 0 ? `：${list}` : "。"}`,
    mended.length > SHOWN ? mended.join("\n") : undefined,
  );
}
