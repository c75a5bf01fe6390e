import { fold } from "../../text";
import type { Left } from "./grid";
import { NOTE, OF_TABLE, SECTION } from "./words";

/** （单位：万人） at the end of a title. */
const UNIT_AT_END = /^(.*?)\s*[(（]?\s*((?:计量)?单位\s*[:：]\s*[^()（）\s]+)\s*[)）]?$/s;

const IS_UNIT = /^[(（]?单位[：:]/;
const IS_TITLE = /表|专栏|指标|规划|计划|任务|目标/;
const isSection = (text: string): boolean => SECTION.test(fold(text)) && !IS_TITLE.test(text);

interface Above {
  readonly title: string;
  readonly notes: readonly string[];
  /** the section that the table begins with */
  readonly section: string;
  readonly left: readonly Left[];
}

const last = (texts: readonly string[], test: (text: string) => boolean): string | undefined =>
  [...texts].reverse().find(test);

/**
 * What stands above a table: its title is nearest, or says that it is one; a numbered title right above is its first section's.
 * @param isFirst of several tables, each with a title of its own
 */
export function readAbove(above: readonly Left[], isFirst: boolean): Above {
  const isSentence = ({ text }: Left): boolean => /[，,；;。]/.test(text) && /\d/.test(text);
  const left = above.filter(isSentence);
  const lines = above
    .filter((line) => !isSentence(line))
    .map((line) => ({
      line,
      parts: (UNIT_AT_END.exec(line.text)?.slice(1) ?? [line.text]).filter((part) => part !== ""),
    }));
  const told = lines.flatMap(({ parts }) => parts);
  const divided = lines.filter(({ parts }) => parts.length > 1);
  const nearest = last(told, (text) => !NOTE.test(text) && !IS_UNIT.test(text)) ?? "";
  const isOwn = isFirst && OF_TABLE.test(fold(nearest));
  const section = isOwn || isSection(nearest) ? nearest : "";
  const others = told.filter((text) => text !== section);
  // the only title says what plan it is, too
  const rest = isOwn && !others.some((text) => IS_TITLE.test(text) && !NOTE.test(text)) ? told : others;
  const titles = rest.filter((text) => !NOTE.test(text) && !IS_UNIT.test(text) && !isSection(text));
  const title = last(titles, (text) => IS_TITLE.test(text)) ?? titles[titles.length - 1] ?? "";
  return {
    title,
    section,
    notes: rest.filter((text) => text !== title),
    left: [
      ...left.map((line) => ({
        ...line,
        because: "表格上方的句子，没有读成指标；要用它，请单独粘贴这一句",
      })),
      ...divided.map(({ line }) => ({ ...line, because: "标题和计量单位写在一起，已分开读" })),
    ],
  };
}
