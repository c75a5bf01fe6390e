import { fold } from "../../text";
import { askClause, type Clause, clauseOf, partsOf } from "./clauses";
import type { Left } from "./grid";
import type { Cleaned } from "./noise";
import type { Questions } from "../question";
import type { SourceTable, TableRow } from "./table";
import { NOTE, SECTION } from "./words";

/** 1. （1） ● and the like before a sentence. */
const MARK = /^\s*(?:[*＊]?\d{1,3}[.．、)）]|[（(]\d{1,3}[)）]|[●•·■◆○*+—–-]+|[①-⑳])\s*/;
/** 年均增长: of what, another part of the sentence says. */
const GROWTH_ALONE =
  /^(?:预计|力争|实现)?(?:每年|年均|年平均|平均每年|年度|累计|同比)*(?:增长|增速|增长率|增长速度|增幅|增加|提高|提升|上升|下降|降低|减少|降幅)(?:率|幅度|速度)?$/;
const LONGEST_TITLE = 30;

/** Says what has been done, not what is to be reached. */
const BULLETIN = /截至|已完成|序时|时序进度|通报|提前实现|完成率|达标率|同比|进展|得分|排名/;

/** True where a third of the lines or more tell of progress. */
export const isBulletin = (lines: readonly { readonly text: string }[]): boolean => {
  const filled = lines.filter(({ text }) => fold(text) !== "");
  return filled.filter(({ text }) => BULLETIN.test(text)).length * 3 >= filled.length;
};

/** The indicators of sentences, in order; what says none is left with the reason. Undefined where no sentence surely tells a target. */
export function readSentences(
  { lines, notes, left }: Cleaned,
  questions: Questions,
): SourceTable | undefined {
  const isTold = lines.some(({ text }) => joinedParts(text.replace(MARK, "")).some((part) => clauseOf(part)));
  if (!isTold) return undefined;
  const rows: TableRow[] = [];
  const own: Left[] = [];
  const said: string[] = [];
  let title = "";
  let section = "";
  let last: number | undefined;

  const add = (line: number, clause: Clause): void => {
    const part = clause.part === "" ? undefined : last;
    if (part === undefined) last = rows.length;
    rows.push({
      line,
      cells: [clause.name, clause.baseline ?? "", clause.target],
      section,
      ...(part === undefined ? {} : { partOf: part }),
    });
  };

  for (const { line, text } of lines) {
    if (fold(text) === "") continue;
    if (NOTE.test(text.trim()) && !MARK.test(text)) said.push(text.trim());
    else if (isTitle(text)) {
      if (rows.length === 0 && title === "" && !SECTION.test(fold(text))) title = text.trim();
      else section = text.trim();
    } else {
      const sentence = text.replace(MARK, "");
      for (const part of joinedParts(sentence)) {
        const clause = clauseOf(part) ?? askClause(line, part, questions);
        if (clause && GROWTH_ALONE.test(fold(clause.name)))
          own.push({ line, text: part, because: "只说增长，没有指标名称；要它的，请把名称写在前面再粘贴" });
        else if (clause) add(line, clause);
        else own.push({ line, text: part, because: "这一句里没有看到目标" });
      }
    }
  }
  return {
    title,
    columns: [
      { role: "name", header: "" },
      { role: "baseline", header: "" },
      { role: "target", header: "" },
    ],
    rows,
    notes: [...said, ...notes.map(({ text }) => text)],
    left: [...left, ...own],
  };
}

const isTitle = (text: string): boolean =>
  fold(text).length <= LONGEST_TITLE &&
  !/[，,。；;]/.test(text) &&
  clauseOf(text.replace(MARK, "").trim()) === undefined &&
  (SECTION.test(fold(text)) || !/\d/.test(text.replace(/\d{4}年/g, "")));

/** The parts of a sentence; 力争… goes with the target before it, 其中 with what follows. */
export function joinedParts(sentence: string): string[] {
  const parts: string[] = [];
  for (const part of partsOf(sentence)) {
    const last = parts[parts.length - 1];
    if (last === "其中")
      parts[parts.length - 1] = sentence.slice(
        sentence.lastIndexOf("其中", sentence.indexOf(part)),
        sentence.indexOf(part) + part.length,
      );
    else if (
      last !== undefined &&
      /^(力争|争取|有望|并力争)(达|达到|突破|超过)?约?\d/.test(part) &&
      sentence.includes(`${last}，${part}`)
    )
      parts[parts.length - 1] = `${last}，${part}`;
    else parts.push(part);
  }
  return parts;
}
