import { fold } from "../../text";
import { columnName } from "./columns";
import type { Heading } from "./grid";
import type { Questions } from "../question";
import type { TableRow } from "./table";

const SAME = /^([〃"″”]|同上)$/;
const isBlank = (text: string): boolean => fold(text) === "";

/**
 * Bureaus that are printed once for several rows: `同上`, or a merged cell of which a copied text keeps blanks below the first.
 * Whether a blank is that or nobody's is asked once for the column.
 * @param known what is merged is known: a blank is nobody's
 */
export function withBureausAbove(
  rows: readonly TableRow[],
  headings: readonly Heading[],
  known: boolean,
  questions: Questions,
): TableRow[] {
  // who helps the leading bureau may well be nobody
  const isLed = headings.some(({ role }) => role === "lead");
  return headings.reduce<TableRow[]>(
    (all, heading, column) => {
      if (heading.role !== "responsible" && heading.role !== "lead") return all;
      const texts = all.map(({ cells }) => cells[column]!);
      const first = texts.findIndex((text) => !isBlank(text));
      const blanks = texts.filter((text, i) => i > first && isBlank(text)).length;
      const carries =
        first >= 0 &&
        blanks > 0 &&
        !known &&
        (heading.role === "lead" || !isLed) &&
        isMerged(columnName(heading, column), blanks, questions);
      let above = "";
      return all.map((row, i) => {
        const text = texts[i]!;
        const own = SAME.test(fold(text)) || (carries && isBlank(text)) ? above : text;
        above = own;
        return own === text
          ? row
          : { ...row, cells: row.cells.map((cell, c) => (c === column ? own : cell)) };
      });
    },
    [...rows],
  );
}

function isMerged(column: string, blanks: number, questions: Questions): boolean {
  const id = questions.ask({
    id: `blank ${column}`,
    place: column,
    printed: "",
    asks: `${column}有 ${blanks} 行空着，是原表的合并格，还是没有单位？`,
    proposals: [
      { id: "above", words: "合并格，同上一行", follows: `空着的 ${blanks} 行都填上面一行的单位` },
      { id: "none", words: "没有单位", follows: `空着的 ${blanks} 行不写单位，采用后可在“规划指标”表上补填` },
    ],
  });
  return id === "above";
}
