import type { Insertion } from "../excel";
import { isOfPlan, type Repair, repairMessage } from "../tables";
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
  // said by name
  const named = count(repairs, "record-below", "record-returned");
  if (values + moved + named === 0) return "填报内容没有改动";
  const changes = [
    values > 0 && `${values} 处公式改为当前的数值`,
    moved > 0 && `${moved} 处移到表下方或右侧`,
  ].filter(Boolean);
  return ["填报内容都保留", ...(changes.length > 0 ? [`其中 ${changes.join("，")}`] : [])].join("，");
}

const MOST_NAMED = 3;

/** `“A01 名称、A02 名称”等 5 项` */
function named(repairs: readonly Repair[], code: Repair["code"]): string | null {
  const names = repairs.flatMap((one) =>
    one.code === code && "name" in one ? [`${one.key} ${one.name}`.slice(0, 20)] : [],
  );
  if (names.length === 0) return null;
  const more = names.length > MOST_NAMED ? `等 ${names.length} 项` : "";
  return `“${names.slice(0, MOST_NAMED).join("、")}”${more}`;
}

/** What a plan's change did to rows, in words that go before their names. */
const PLAN_WORDS: readonly [code: Repair["code"], words: string][] = [
  ["record-added", "增加"],
  ["record-gone", "去掉不再列入、也没有填过的"],
  ["record-below", "移到表下方保留不再列入的"],
  ["record-returned", "由表下方放回行中"],
  ["record-stays", "表下方没有放回的还有"],
];

/** Rows that came, went and stayed: no faults. */
function rowWords({ rescope, repairs }: Insertion): string[] {
  const [added, removed] = [rescope?.added.length ?? 0, rescope?.removed.length ?? 0];
  const kept = count(repairs, "row-kept");
  return [
    ...(added > 0 ? [`增加 ${added} 行`] : []),
    ...(removed > 0 ? [`去掉 ${removed} 行没有填过的`] : []),
    ...(kept > 0 ? [`保留不属于本单位但已填的 ${kept} 行`] : []),
    ...PLAN_WORDS.flatMap(([code, words]) => {
      const names = named(repairs, code);
      return names === null ? [] : [`${words}${names}`];
    }),
  ];
}

const SHOWN = 3;

/** What an insertion did, in words that claim no more. */
export function insertionNotice(insertion: Insertion): Notice {
  const { sheet, created, repairs, renamedBecause, rescope } = insertion;
  if (renamedBecause !== null)
    return success(`工作簿中已有别的“${renamedBecause}”表，未作改动；本表插入为“${sheet}”。`);
  if (created) return success(`已插入“${sheet}”。浅黄色单元格可以填写。`);
  const ofPlan = repairs.filter(isOfPlan);
  const mended = repairs.filter((one) => one.code !== "row-kept" && !isOfPlan(one)).map(repairMessage);
  const list = mended.slice(0, SHOWN).join("；") + (mended.length > SHOWN ? "……" : "");
  const isFollowing = count(repairs, "plan-followed") > 0;
  const isSound = mended.length === 0 && !rescope && ofPlan.every(({ code }) => code === "record-stays");
  const done = [
    ...(isFollowing ? ["已按现在的规划更新"] : []),
    ...(rescope ? [`已由“${rescope.from}”改为“${rescope.to}”`] : []),
    ...(mended.length > 0 ? [isFollowing ? `改动 ${mended.length} 处` : `已修复 ${mended.length} 处`] : []),
    ...(isSound ? ["完好"] : []),
    ...rowWords(insertion),
    entriesWords(repairs),
  ];
  const details = [...ofPlan.map(repairMessage), ...mended];
  return success(
    `“${sheet}”${done.join("，")}${mended.length > 0 ? `：${list}` : "。"}`,
    details.length > SHOWN ? details.join("\n") : undefined,
  );
}
