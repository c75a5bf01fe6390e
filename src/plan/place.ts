import { fold } from "../text";

/** Where a plan holds. `level` is the word that its bureaus' names begin with, `whole` what stands for all of it. */
export interface Place {
  /** `宿州市`, `寿县`; empty where the plan names none */
  readonly name: string;
  /** 市, 县, 区 …; empty where the name has none */
  readonly level: string;
  /** `全市`, `全县`; `全部` where there is no level */
  readonly whole: string;
}

/** What names of places end with, longer ones before those they end with; the last letter of most stands for all. */
const LEVELS = ["自治区", "街道", "省", "市", "县", "区", "州", "盟", "旗", "镇", "乡"];
/** Names that are their own whole. */
const WHOLE_NAMES = ["全国", "全省"];
const NO_LEVEL = "全部";

/** `寿县` is at the level 县, and 全县 is all of it. */
export function placeOf(printed = "", whole?: string): Place {
  const name = fold(printed);
  const level = LEVELS.find((one) => name.endsWith(one)) ?? "";
  const short = level === "自治区" ? "区" : level;
  const named = WHOLE_NAMES.includes(name) ? name : level === "" ? NO_LEVEL : `全${short}`;
  return { name, level, whole: whole ?? named };
}

/** All that a bureau is called by those of its place: `民政局`, `市民政局` and `宿州市民政局` are one. */
export function spellings(bureau: string, { name, level }: Place): string[] {
  const written = fold(bureau);
  const prefixes = [name, level].filter((prefix) => prefix !== "");
  const taken = prefixes.find((prefix) => written.startsWith(prefix));
  // 市场监管局 begins with 市 by itself
  const cores = [written, ...(taken === undefined ? [] : [written.slice(taken.length)])];
  return cores.filter((core) => core !== "").flatMap((core) => ["", ...prefixes].map((p) => p + core));
}
