import { parse, tokenize } from "@borgar/fx";
import { type CellContent, columnLetters, type WorkbookSnapshot } from "../../grid";

/** How long Excel lets them be, in letters. */
const MOST = { text: 32_767, formula: 8192, name: 31 };

/** Why Excel takes no sheet of this name, or undefined. */
const NAME_FAULTS: [why: string, holds: (name: string) => boolean][] = [
  ["名称是空的", (name) => name.trim() === ""],
  [`名称超过 ${MOST.name} 个字`, (name) => name.length > MOST.name],
  ["名称里有 * ? : \\ / [ ] 之一", (name) => /[*?:\\/[\]]/.test(name)],
  ["名称以单引号开头或结尾", (name) => /^'|'$/.test(name)],
  ["名称是 Excel 留作他用的", (name) => /^history$/i.test(name)],
];

function nameFault({ sheets }: WorkbookSnapshot): string | undefined {
  const seen = new Set<string>();
  for (const { name } of sheets) {
    const why = NAME_FAULTS.find(([, holds]) => holds(name))?.[0];
    const twice = seen.has(name.toUpperCase()) ? "和另一张表同名（不分大小写）" : undefined;
    if (why ?? twice) return `工作表“${name}”${why ? `的${why}` : twice}，请改名`;
    seen.add(name.toUpperCase());
  }
  return undefined;
}

function contentFault({ value, formula = "" }: CellContent): string | undefined {
  const counted = (what: string, length: number, most: number): string | undefined =>
    length > most
      ? `${what}有 ${length} 个字，超过一个单元格的上限 ${most} 个，请缩短或分放在几个单元格里`
      : undefined;
  return (
    counted("公式", formula.length, MOST.formula) ??
    counted("文字", typeof value === "string" ? value.length : 0, MOST.text)
  );
}

/** Why the workbook cannot be a file, with the place and what to do; undefined where it can. */
export function exportFault(book: WorkbookSnapshot): string | undefined {
  const name = nameFault(book);
  if (name) return name;
  for (const { name: sheet, cells } of book.sheets)
    for (const [row, line] of cells.entries())
      for (const [column, content] of line.entries()) {
        const why = content && contentFault(content);
        if (why) return `“${sheet}”的 ${columnLetters(column)}${row + 1} ${why}`;
      }
  return undefined;
}

/** A formula as far as it can be told: Excel takes a file with any other for damaged. */
export function isFormula(formula: string): boolean {
  // what refers to other files or to nothing has forms of its own
  if (/\[|#REF!/.test(formula)) return true;
  try {
    parse(tokenize(formula));
    return true;
  } catch {
    return false;
  }
}

const isTooLarge = ({ value, formula }: CellContent): boolean =>
  !formula && typeof value === "number" && !Number.isFinite(value);

/** What is written otherwise than it stands, such as `写不成的公式 1 个（存为文字）`. */
export function exportNotes({ sheets }: WorkbookSnapshot): string[] {
  const cells = sheets.flatMap((sheet) => sheet.cells.flat()).filter((cell) => cell !== null);
  const formulas = cells.filter(({ formula }) => formula && !isFormula(formula)).length;
  const numbers = cells.filter(isTooLarge).length;
  return [
    ...(formulas > 0 ? [`不完整的公式 ${formulas} 个（存为文字）`] : []),
    ...(numbers > 0 ? [`大得存不下的数 ${numbers} 个（存为 #NUM!）`] : []),
  ];
}
