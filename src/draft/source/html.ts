import { Parser } from "htmlparser2";
import { fold } from "../../text";
import { type Cell, type Grid, isEmpty, type Left, type Line, textOf } from "./grid";
import { isHeader } from "./header";

interface HtmlCell {
  text: string;
  /** what is crossed out in it */
  struck: string;
  readonly across: number;
  readonly down: number;
}

/** A table of a page: its rows, and the number of the text line before which it stands. */
interface HtmlTable {
  readonly rows: HtmlCell[][];
  /** only places what is in it: its cells hold tables */
  layout?: true;
  /** indexes of rows that are not shown */
  readonly hidden: Set<number>;
  before: number;
}

/** What is seen of a page: its tables in order, and the lines of text outside of them. */
export interface HtmlPage {
  readonly tables: readonly Grid[];
  readonly text: string;
  /** what is crossed out in the text */
  readonly left: readonly Left[];
  readonly pictures: number;
}

const UNSEEN = new Set(["style", "script", "title", "template", "xml", "head"]);
const BLOCKS = new Set(
  "p div li ul ol h1 h2 h3 h4 h5 h6 section article blockquote dl dt dd caption pre figure".split(" "),
);
const CROSSED = "划了删除线或已删除的文字";
const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const MOST_SPAN = 100;

const spanOf = (text: string | undefined): number =>
  Math.min(Math.max(Math.floor(Number(text)) || 1, 1), MOST_SPAN);

const isHidden = ({ style = "" }: Record<string, string>): boolean =>
  /display:\s*none|mso-hide:\s*all/i.test(style);

const STRUCK = new Set(["del", "s", "strike"]);
const LINE_THROUGH = /text-decoration[^;:]*:[^;]*line-through/i;

/** Classes of a style sheet that cross text out. */
const struckClasses = (sheet: string): string[] =>
  [...sheet.matchAll(/([^{}]*)\{([^{}]*)\}/g)]
    .filter(([, , rules]) => LINE_THROUGH.test(rules!))
    .flatMap(([, selectors]) => [...selectors!.matchAll(/\.([\w-]+)/g)].map(([, name]) => name!));

const tidy = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.replace(/[ \t\r\f\u00a0]+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");

/** Reads clipboard HTML: tables with their merged cells, and text. Raised digits stay raised: 15.7⁴, m³. */
export function readHtml(html: string): HtmlPage {
  const tables: HtmlTable[] = [];
  const outside: string[] = [""];
  const open: { table: HtmlTable; cell?: HtmlCell }[] = [];
  const hidden: string[] = [];
  const left: Left[] = [];
  const crossing = new Set(["msoDel"]);
  // for each open element, whether it is crossed out: tracked changes and strike-through of Word, WPS and Excel
  const struck: boolean[] = [];
  let sheet = "";
  // 30₁ is a mark of 30 as 30¹ is; CO₂ and PM₂.₅ are written on the line
  const raised: ("sup" | "sub")[] = [];
  const isMark = (): boolean =>
    raised.includes("sup") || (raised.length > 0 && /\d\s*$/.test(open[open.length - 1]?.cell?.text ?? ""));
  let pictures = 0;

  const isStruck = (name: string, { style = "", class: classes = "" }: Record<string, string>): boolean =>
    STRUCK.has(name) || LINE_THROUGH.test(style) || classes.split(/\s+/).some((one) => crossing.has(one));
  const write = (text: string): void => {
    const innermost = open[open.length - 1];
    if (struck.includes(true)) {
      if (innermost?.cell && !innermost.table.layout) innermost.cell.struck += text;
      else if (fold(text) !== "") left.push({ line: outside.length, text: text.trim(), because: CROSSED });
    } else if (innermost?.cell && !innermost.table.layout) innermost.cell.text += text;
    else if (text.includes("\n")) outside.push("");
    else outside[outside.length - 1] += text;
  };

  /** Text beside the cells of a table does not run on from before a cell to behind it. */
  const breakOff = (): void => {
    if (outside[outside.length - 1] !== "") outside.push("");
  };

  /** A table without a header in whose cell another begins: its texts are the page's. */
  const unfold = (): void => {
    for (const { table } of open) {
      if (table.layout || table.rows.some((row) => isHeader(row.map(({ text }) => text)))) continue;
      table.layout = true;
      for (const { text } of table.rows.flat()) outside.push(...text.split("\n"), "");
    }
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        struck.push(isStruck(name, attributes));
        if (hidden.length > 0 || UNSEEN.has(name) || (name !== "tr" && isHidden(attributes)))
          hidden.push(name);
        else if (name === "br" || BLOCKS.has(name)) write("\n");
        else if (name === "sup" || name === "sub") raised.push(name);
        else if (name === "img") pictures++;
        else if (name === "table") {
          unfold();
          const table: HtmlTable = { rows: [], hidden: new Set(), before: outside.length };
          outside.push("");
          tables.push(table);
          open.push({ table });
        } else if (name === "tr") {
          const top = open[open.length - 1];
          if (top) {
            breakOff();
            if (isHidden(attributes)) top.table.hidden.add(top.table.rows.length);
            top.table.rows.push([]);
            delete top.cell;
          }
        } else if (name === "td" || name === "th") {
          const top = open[open.length - 1];
          if (!top) return;
          breakOff();
          if (top.table.rows.length === 0) top.table.rows.push([]);
          top.cell = {
            text: "",
            struck: "",
            across: spanOf(attributes.colspan),
            down: spanOf(attributes.rowspan),
          };
          top.table.rows[top.table.rows.length - 1]!.push(top.cell);
        }
      },
      ontext(text) {
        if (hidden[hidden.length - 1] === "style") sheet += text;
        if (hidden.length > 0) return;
        const flat = text.replace(/\s+/g, " ");
        write(isMark() ? flat.replace(/\d/g, (digit) => SUPERSCRIPT[Number(digit)]!) : flat);
      },
      onclosetag(name) {
        struck.pop();
        const innermost = open[open.length - 1]?.table;
        if (name === "style") struckClasses(sheet).forEach((one) => crossing.add(one));
        if (hidden.length > 0) {
          if (hidden[hidden.length - 1] === name) hidden.pop();
        } else if (name === "caption" && innermost) {
          // stands above its table
          outside.push("");
          innermost.before = outside.length;
        } else if (BLOCKS.has(name)) write("\n");
        else if (name === "sup" || name === "sub") raised.pop();
        else if (name === "table") open.pop();
        else if (name === "td" || name === "th" || name === "tr") delete open[open.length - 1]?.cell;
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();

  const lines = outside.map((text) => tidy(text));
  let row = 0;
  return {
    tables: tables
      .filter(({ layout }) => !layout)
      .map((table) => {
        const all = covered(table.rows, row);
        const grid: Grid = {
          lines: all.filter((_, i) => !table.hidden.has(i)),
          above: linesOf(lines, 0, table.before),
          below: linesOf(lines, table.before, lines.length),
          left: [
            ...all
              .filter((line, i) => table.hidden.has(i) && !isEmpty(line))
              .map((line) => ({ line: line.line, text: textOf(line), because: "网页里隐藏的行" })),
            ...table.rows.flatMap((cells, i) =>
              cells
                .filter(({ struck }) => tidy(struck) !== "")
                .map(({ struck }) => ({ line: all[i]!.line, text: tidy(struck), because: CROSSED })),
            ),
          ],
        };
        row += table.rows.length;
        return grid;
      }),
    text: lines.filter((line) => line !== "").join("\n"),
    left,
    pictures,
  };
}

const linesOf = (lines: readonly string[], from: number, to: number): Left[] =>
  lines
    .map((text, i) => ({ line: i + 1, text, because: "" }))
    .slice(from, to)
    .filter(({ text }) => text !== "");

/** Rows with each merged cell at every place it covers. */
function covered(rows: HtmlTable["rows"], before: number): Line[] {
  const lines: Cell[][] = rows.map(() => []);
  // by column: how many more rows a cell above covers, and that cell
  const down: { rows: number; cell: Cell }[] = [];
  rows.forEach((row, r) => {
    const cells = lines[r]!;
    let column = 0;
    const takeCovered = (): void => {
      for (let above = down[column]; above && above.rows > 0; above = down[column]) {
        above.rows--;
        cells[column++] = above.cell;
      }
    };
    for (const { text, across, down: deep } of row) {
      takeCovered();
      for (let i = 0; i < across; i++) {
        const seen: Cell = i === 0 ? { text: tidy(text) } : { text: tidy(text), from: "left" };
        cells[column] = seen;
        down[column] = { rows: deep - 1, cell: { text: seen.text, from: i === 0 ? "above" : "left" } };
        column++;
      }
    }
    while (column < down.length) {
      const before = column;
      takeCovered();
      if (column === before) cells[column++] = { text: "" };
    }
  });
  return lines.map((cells, r) => ({ line: before + r + 1, cells }));
}
