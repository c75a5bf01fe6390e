import { fold } from "../../text";
import type { BureauDraft, ListRead } from "../draft";
import type { Left } from "../source/grid";
import { type Columns, headerOf, listOf, nothingPasted } from "./lists";
import { isSame } from "../source/header";
import { CONTACT, PHONE } from "../source/words";
import type { Pasted, Refusal } from "../pasted";
import { type Answers, Questions } from "../question";

const COLUMNS: Columns<"name" | "aliases" | "contact" | "phone"> = [
  ["aliases", /别名|简称|曾用名|又称|别称|缩写/],
  ["contact", CONTACT],
  ["phone", PHONE],
  ["name", /^(责任|牵头|配合|填报|成员|部门|单位)*(单位|部门|机构)(名称|全称)?$|^(名称|全称)$/],
];
const BETWEEN = /[、，,；;\n]+/;
/** `1.` or `（1）` before a name. */
const NUMBER = /^\s*(?:\d{1,3}[.．、)）]|[（(]\d{1,3}[)）])\s*/;
const SHORT = /^(.+?)[（(](?:以下)?简称[：:]?[“"]?([^”"()（）]+)[”"]?[)）]$/;

/** Reads the bureaus of a plan: a table 单位·别名·联系人·电话, or a list of names, a line each or by 、 and ，. A name printed twice is left out. */
export function readBureauTable(pasted: Pasted, answers: Answers): ListRead<BureauDraft> | Refusal {
  const questions = new Questions(answers);
  const list = listOf(pasted, COLUMNS);
  if (!list) return nothingPasted(pasted.picture, "单位名单");
  const rows: BureauDraft[] = [];
  const left: Left[] = [...list.left];
  const add = (
    line: number,
    name: string,
    aliases: readonly string[],
    contact: string,
    phone: string,
  ): void => {
    const own = name.replace(NUMBER, "").trim();
    const short = SHORT.exec(own);
    const known = short ? short[1]! : own;
    if (!/[\u4e00-\u9fffA-Za-z]/.test(known)) left.push({ line, text: name, because: "不像单位名称" });
    else if (rows.some((row) => fold(row.name) === fold(known)))
      left.push({ line, text: name, because: "重复的单位" });
    else rows.push({ name: known, aliases: [...(short ? [short[2]!] : []), ...aliases], contact, phone });
  };
  const header = headerOf(list.lines, COLUMNS);
  if (header && header.places.has("name")) {
    for (const { line, cells } of list.lines.slice(0, header.at))
      left.push({ line, text: cells.map(({ text }) => text).join("\t"), because: "表头上方的文字" });
    for (const row of list.lines.slice(header.at + 1)) {
      const cell = (key: "name" | "aliases" | "contact" | "phone"): string =>
        row.cells[header.places.get(key) ?? -1]?.text ?? "";
      if (isSame(row, list.lines[header.at]!))
        left.push({ line: row.line, text: cell("name"), because: "重复的表头" });
      else {
        const used = new Set(header.places.values());
        row.cells.forEach(({ text }, i) => {
          if (!used.has(i) && fold(text) !== "" && !/^\d+$/.test(fold(text)))
            left.push({ line: row.line, text, because: "这一列不是单位、别名、联系人、电话" });
        });
        add(row.line, cell("name"), split(cell("aliases")), cell("contact"), cell("phone"));
      }
    }
  } else
    for (const { line, cells } of list.lines)
      for (const { text } of cells)
        for (const name of text.split(BETWEEN))
          if (fold(name) !== "" && !/^\d+$/.test(fold(name))) add(line, name, [], "", "");
  if (rows.length === 0) return { refused: "没有找到单位名称。请粘贴单位名单：每行一个，或用、分开。" };
  return { rows, left, questions: questions.asked, open: questions.open() };
}

const split = (text: string): string[] =>
  text
    .split(/[、，,；;\n\/／]+/)
    .map((alias) => alias.trim())
    .filter((alias) => fold(alias) !== "" && !/^[-—–－]+$/.test(alias));
