import { splitUnits } from "../../plan";

/* 责任单位 and 牵头单位 as cells hold them, together or apart. */

export interface Responsible {
  /** all of them, the leading one first */
  readonly responsible: string;
  readonly lead: string;
}

const LABELS = /(?:牵头|责任|主办|配合|协同|协办|参与|参加|落实|相关)(?:单位|部门)?[:：]/g;
const LEADS = /^[(（]?(?:牵头|主办|责任)/;
const LED =
  /^(.+?)[(（]?牵头(?:负责)?[)）]?[，,、；;。\s]*(.*?)(?:等?(?:部门|单位)?(?:共同)?(?:配合|参与|协同|协办|参加)(?:落实)?)?[。]?$/s;

/** What is said of one bureau's part, and the mark before it. */
const MARK = /^[*＊]\s*|^由(?=.*牵头)/;
const PART =
  /[(（](?:牵头|主办|责任|负责|配合|协同|协办|参与|参加)(?:单位|部门)?[)）]$|(?:等(?:部门|单位)?)?(?:共同)?(?:牵头|配合|协同|协办|参与|参加)(?:负责|落实|单位|部门)?[。]?$/;
const LEADING = /[(（](?:牵头|主办)(?:单位|部门)?[)）]$|牵头(?:负责|单位|部门)?$/;

/** `*县卫健委（牵头）、县民政局配合`: the bureaus alone, the leading one first. */
function byParts(text: string): Responsible | null {
  const printed = splitUnits(text).map((one) => one.replace(MARK, ""));
  const isMarked = splitUnits(text).some((one) => MARK.test(one));
  if (!isMarked && !printed.some((one) => PART.test(one) && one.replace(PART, "") !== "")) return null;
  const bare = printed.map((one) => one.replace(PART, "") || one);
  const last = printed.findIndex((one) => LEADING.test(one));
  // 市民政局、市教育局牵头: both lead
  const shared = last >= 0 && /[^)）]$/.test(printed[last]!) ? printed.slice(0, last) : [];
  const helpers = shared.map((one, i) => (PART.test(one) ? i + 1 : 0));
  const first = bare[shared.length > 0 ? Math.max(...helpers) : last];
  if (first === undefined) return { responsible: bare.join("、"), lead: "" };
  return { responsible: [...new Set([first, ...bare])].join("、"), lead: first };
}

/** `市民政局牵头，市财政局、市卫健委配合`; `牵头单位：…；配合单位：…`; else all is 责任单位. */
function inOne(printed: string): Responsible {
  const text = printed.trim();
  const labels = text.match(LABELS);
  if (labels && LEADS.test(labels[0]) && labels.length > 1) {
    const parts = text.split(LABELS).slice(1).flatMap(splitUnits);
    return { responsible: parts.join("、"), lead: parts[0] ?? "" };
  }
  const parted = byParts(text);
  if (parted) return parted;
  const [, lead, others] = LED.exec(text) ?? [];
  if (lead === undefined) return { responsible: text.replace(LABELS, ""), lead: "" };
  const parts = [...splitUnits(lead), ...splitUnits(others ?? "")];
  return { responsible: parts.join("、"), lead: splitUnits(lead)[0] ?? "" };
}

/** Bureaus of the columns 责任单位 and 牵头单位. */
export function responsibleOf(printed: string, lead: string): Responsible {
  const all = inOne(printed);
  const leading = splitUnits(lead.replace(LABELS, ""));
  if (leading.length === 0) return all;
  const others = splitUnits(all.responsible).filter((one) => !leading.includes(one));
  return { responsible: [...leading, ...others].join("、"), lead: leading[0]! };
}
