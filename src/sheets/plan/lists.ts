import { splitUnits } from "../../plan";
import type { PlanFile } from "../../plan/open";
import { fold } from "../../text";
import { given, readWhole, type RowCells } from "./cells";
import type { FoundSheet } from "./find";
import { planSheetOf } from "./words";

/** Says of a value that stands in several rows, letters' case apart, where it stood before. */
export function checkUnique(rows: readonly RowCells[], id: string, what: string): void {
  const first = new Map<string, RowCells>();
  for (const row of rows) {
    const word = row.word(id).toUpperCase();
    const before = first.get(word);
    if (word !== "" && before)
      row.fault(id, `${what}“${row.word(id)}”与 ${before.addressOf(id)} 重复，请改成不同的，或清空其中一行`);
    else first.set(word, row);
  }
}

export function tasksOf(found: FoundSheet | null): PlanFile["tasks"] {
  if (!found) return [];
  checkUnique(found.rows, "number", "任务序号");
  return found.rows.map((row) => {
    const number = row.read("number", readWhole(1, Infinity), "正整数");
    if (number === undefined && row.word("number") === "") row.fault("number", "这一行没有序号，请填正整数");
    for (const [id, what] of [
      ["text", "重点任务"],
      ["responsible", "责任单位"],
    ] as const)
      if (row.word(id) === "") row.fault(id, `这一行没有${what}，请填写；不要这一行的，请清空整行`);
    return {
      number: number ?? 0,
      text: row.text("text").trim(),
      responsible: row.text("responsible").trim(),
      ...given("printed", row.text("printed").trim()),
      ...given("deadline", row.text("deadline").trim()),
    };
  });
}

const ALIASES = /[、，,；;\n]+/;
const aliasesOf = (text: string): string[] =>
  text
    .split(ALIASES)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== "");

/** All names that rows give to who answers for them, each with its row. */
const namedIn = (rows: readonly RowCells[]): { name: string; row: RowCells }[] =>
  rows.flatMap((row) => splitUnits(row.text("responsible").trim()).map((name) => ({ name, row })));

/** The sheet's bureaus; where it lists none, those that indicators and tasks name. */
export function bureausOf(found: FoundSheet | null, rows: readonly RowCells[]): PlanFile["bureaus"] {
  const named = namedIn(rows);
  const listed = (found?.rows ?? []).map((row) => {
    if (row.word("name") === "") row.fault("name", "这一行没有单位名称，请填写；不要这一行的，请清空整行");
    return {
      name: row.text("name").trim(),
      aliases: aliasesOf(row.text("aliases")),
      ...given("contact", row.text("contact").trim()),
      ...given("phone", row.text("phone").trim()),
    };
  });
  if (found) checkUnique(found.rows, "name", "单位");
  if (listed.length === 0)
    return [...new Map(named.map(({ name }) => [fold(name), { name, aliases: [] }])).values()];
  const known = new Set(listed.flatMap(({ name, aliases }) => [name, ...aliases].map(fold)));
  for (const { name, row } of named)
    if (!known.has(fold(name)))
      row.fault(
        "responsible",
        `单位“${name}”不在“${planSheetOf("bureaus").name}”表中，请改成表中的名称，或在那张表的空行添加它`,
      );
  return listed;
}
