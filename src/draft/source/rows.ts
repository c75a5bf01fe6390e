import { fold } from "../../text";
import { type Cell, isEmpty, type Left, type Line, printedOf, textOf, type Heading } from "./grid";
import { isFurtherHeader, isSame } from "./header";
import { reasonToLeave } from "./noise";
import type { Questions } from "../question";
import { isValueColumn, spreadMerged } from "./merged";
import type { TableRow } from "./table";
import { BUREAU, isTitle, lookOf, NOTE, PART, SECTION } from "./words";

export interface Body {
  readonly rows: readonly TableRow[];
  readonly notes: readonly string[];
  readonly left: readonly Left[];
}

const NAME_AND_UNIT = /^(.*?)(\s*[(（][^()（）]+[)）])$/s;
/** 甲 乙 1 2, (1) (2): numbers of columns. */
const COLUMN_MARK = /^([甲乙丙丁戊己庚辛壬癸A-Z]|\d{1,2}|[（(]\d{1,2}[)）])$/;
/** `3。土壤环境质量` */
const NUMBERED = /^\d{1,2}\s*[。.、．]/;
const FIRST_CHARACTERS = 30;
/** The sum of the rows above. */
const SUM = /^(合计|总计|小计|共计)$/;
/** 其中 alone in its row. */
const PARTS_BELOW = /^其中[:：]?$/;

/** The rows of a table under its header: sections, 其中, repeated headers and notes told apart. */
export class BodyReader {
  private readonly rows: TableRow[] = [];
  private readonly notes: string[] = [];
  private readonly left: Left[] = [];
  private group = "";
  private titleLine = 0;
  private part: number | undefined;
  private lastOwn: number | undefined;
  private indentOfOwn = 0;
  /** how many rows below are parts, as 其中 alone in its row says */
  private parts = 0;
  private after: "row" | "section" | "note" = "section";

  constructor(
    private readonly headings: readonly Heading[],
    private readonly header: readonly Line[],
    private readonly questions: Questions,
    /** the one that the table begins with, "" where none is printed above it */
    private section = "",
  ) {}

  private at(role: Heading["role"]): number {
    return this.headings.findIndex((heading) => heading.role === role);
  }

  read(lines: readonly Line[]): Body {
    const last = lines.reduce((found, line, i) => (printedOf(line).length > 1 ? i : found), -1);
    lines.forEach((line, i) => {
      if (!isEmpty(line)) this.take(line, i > last);
    });
    if (this.after === "section" && this.section !== "" && this.rows.length > 0)
      this.left.push({ line: this.titleLine, text: this.section, because: "标题下面没有指标" });
    return { rows: this.rows, notes: this.notes, left: this.left };
  }

  private leave(line: Line, because: string): void {
    this.left.push({ line: line.line, text: textOf(line), because });
  }

  private take(line: Line, behind: boolean): void {
    const printed = printedOf(line);
    if (this.isRepeated(line)) return this.leave(line, "重复的表头");
    const reason = printed.length === 1 ? reasonToLeave(printed[0]!) : undefined;
    if (reason !== undefined) return this.leave(line, reason);
    if (isFurtherHeader(this.header, line))
      return this.leave(line, "又一行表头，和上面的不同；下面的行仍按第一个表头读");
    if (printed.length === 0) return;
    if (this.rows.length === 0 && printed.length > 2 && printed.every((text) => COLUMN_MARK.test(fold(text))))
      return this.leave(line, "栏号");
    if (printed.every((text) => /^[-—–－―=_+*]+$/.test(fold(text)))) return this.leave(line, "表格线");
    if (NOTE.test(printed[0]!) && (printed.length === 1 || behind)) {
      this.notes.push(textOf(line));
      this.after = "note";
      return;
    }
    if (printed.length === 1 && !this.sharesValues(line)) return this.takeSingle(line, printed[0]!, behind);
    this.takeRow(line);
  }

  /** Its values stand in cells that begin above. */
  private sharesValues({ cells }: Line): boolean {
    return this.headings.some(
      (heading, i) => isValueColumn(heading) && cells[i]?.from === "above" && fold(cells[i].text) !== "",
    );
  }

  private isRepeated(line: Line): boolean {
    return this.header.some((row) => isSame(row, line));
  }

  /** A row with one text: the title of a section, its rest, a note, or an indicator without values. */
  private takeSingle(line: Line, text: string, behind: boolean): void {
    const place = line.cells.findIndex((cell) => !cell.from && cell.text === text);
    const merged = line.cells.some(({ from }) => from === "left");
    const names = this.at("name");
    if (behind && NUMBERED.test(text) && text.length < FIRST_CHARACTERS && this.after !== "note")
      return this.leave(line, "标题下面没有指标");
    if (behind && !(place === names && this.isAlone(text)) && !SECTION.test(text)) {
      this.notes.push(text);
      return;
    }
    if (PARTS_BELOW.test(fold(text)) && this.lastOwn !== undefined) return this.takeParts(line, this.lastOwn);
    const look = lookOf(text);
    if (look === "value" || (look === "attribute" && !/指[标標]$/.test(fold(text))))
      return this.leave(line, "这一行只有一格，看不出属于哪个指标");
    if (this.after === "section" && this.section !== "" && /^[(（].*[)）]$/s.test(text)) {
      this.section += text;
      return;
    }
    if (!merged && place === names && (this.isAlone(text) || this.isNoTitle(line.line, text)))
      return this.takeRow(line);
    if (this.carriesBureausOn(text)) return;
    if (this.after === "note" && !SECTION.test(text) && text.length > FIRST_CHARACTERS) {
      this.notes.push(text);
      return;
    }
    if (this.after === "section" && this.section !== "")
      this.left.push({ line: this.titleLine, text: this.section, because: "上一级标题；领域只取最近的一级" });
    this.section = text;
    this.titleLine = line.line;
    this.after = "section";
    this.part = undefined;
    this.parts = 0;
  }

  /** 其中 alone in its row: asked which of the rows below are parts of the indicator above. */
  private takeParts(line: Line, whole: number): void {
    const name = joined(this.rows[whole]!.cells[this.at("name")] ?? "");
    const id = this.questions.ask({
      id: `parts ${line.line}`,
      line: line.line,
      place: `第 ${line.line} 行“${textOf(line)}”`,
      printed: textOf(line),
      asks: `“${textOf(line)}”下面哪些行是“${name}”的其中项？`,
      proposals: [
        { id: "all", words: "下面各行都是", follows: "到下一个标题或下一个有序号的指标为止" },
        { id: "next", words: "只有下一行是", follows: "再下面的各行是单独的指标" },
      ],
    });
    this.part = whole;
    this.parts = id === "all" ? Infinity : 1;
    this.leave(line, `下面是“${name}”的其中项`);
  }

  /** A name with its unit, or in a table that has a column for sections: an indicator of which no values are printed. */
  private isAlone(text: string): boolean {
    return (
      (/[(（][^()（）]{1,10}[)）]$/.test(text) && !/[(（]\d+项/.test(text) && !SECTION.test(text)) ||
      this.at("section") >= 0
    );
  }

  /** Below titles that are numbered, a name of which nothing is printed may be an indicator: asked. */
  private isNoTitle(line: number, text: string): boolean {
    if (this.after !== "row" || !SECTION.test(this.section) || isTitle(text)) return false;
    if (this.at("responsible") >= 0 && BUREAU.test(text)) return false;
    const id = this.questions.ask({
      id: `alone ${line} ${text}`,
      line,
      place: `第 ${line} 行“${text}”`,
      printed: text,
      asks: `“${text}”一行只有名称，是下面各行的标题，还是没有目标的指标？`,
      proposals: [
        { id: "title", words: "标题", follows: `下面各行的领域是“${text}”` },
        { id: "row", words: "没有目标的指标", follows: "作一个指标，不评价" },
      ],
    });
    return id === "row";
  }

  /** A further paragraph of the bureaus' cell came as a line of its own. */
  private carriesBureausOn(text: string): boolean {
    const column = this.at("responsible");
    const last = this.rows[this.rows.length - 1];
    const above = last?.cells[column] ?? "";
    if (this.after !== "row" || above === "" || SECTION.test(text) || !BUREAU.test(text)) return false;
    const cells = last!.cells.map((cell, i) => (i === column ? `${above}、${text}` : cell));
    this.rows[this.rows.length - 1] = { ...last!, cells };
    return true;
  }

  private takeRow(line: Line): void {
    const printed = this.headings.map((_, i) => line.cells[i] ?? { text: "" });
    for (const { text } of line.cells.slice(printed.length).filter(({ text }) => fold(text) !== ""))
      this.left.push({ line: line.line, text, because: "在表头之外的格" });
    const cells = spreadMerged(line.line, printed, this.headings, this.questions);
    const sections = this.at("section");
    const title = cells[sections]?.text ?? "";
    if (fold(title) !== "" && title !== this.section) {
      this.section = title;
      this.part = undefined;
    }
    splitLines(cells, this.headings).forEach((row, i) => this.addRow(line, row, i > 0));
    this.after = "row";
  }

  private addRow(line: Line, cells: readonly Cell[], inSameCell: boolean): void {
    const names = this.at("name");
    const name = this.nameOf(line.line, cells, names);
    if (fold(name) === "") {
      this.left.push({
        line: line.line,
        text: cells
          .map(({ text }) => text)
          .filter((text) => fold(text) !== "")
          .join("\t"),
        because: "这一行没有指标名称",
      });
      return;
    }
    if (SUM.test(fold(name)) && !this.isIndicator(line, name))
      return this.leave(line, "各行的合计，不作指标");
    const own = cells.map(({ text }, i) => (i === names ? name : text));
    const indent = cells[names]?.indent ?? 0;
    if (this.at("number") >= 0 && !this.hasNoNumber(cells)) this.parts = 0;
    const isBelow = indent > this.indentOfOwn;
    const part = this.partOf(name, inSameCell || isBelow || this.hasNoNumber(cells));
    if (part === undefined) [this.lastOwn, this.indentOfOwn] = [this.rows.length, indent];
    this.rows.push({
      line: line.line,
      cells: own,
      section: this.section,
      ...(part === undefined ? {} : { partOf: part }),
    });
  }

  /** 合计 has a row of its own: asked whether it is an indicator. */
  private isIndicator({ line }: Line, name: string): boolean {
    const id = this.questions.ask({
      id: `sum ${line} ${name}`,
      line,
      place: `第 ${line} 行“${name}”`,
      printed: name,
      asks: `“${name}”一行是一个指标，还是只是上面各行的合计？`,
      proposals: [
        { id: "row", words: "是一个指标", follows: `作一个指标，名称是“${name}”，采用后可以再改` },
        { id: "sum", words: "只是合计", follows: "这一行不进规划" },
      ],
    });
    return id === "row";
  }

  private hasNoNumber(cells: readonly Cell[]): boolean {
    const number = cells[this.at("number")];
    return number !== undefined && (fold(number.text) === "" || number.from !== undefined);
  }

  /** 其中 makes a part of the row above; what follows it in the same cell, indented or without a number of its own is another. */
  private partOf(name: string, goesOn: boolean): number | undefined {
    this.part = PART.test(name) ? this.lastOwn : goesOn || this.parts > 0 ? this.part : undefined;
    this.parts = Math.max(0, this.parts - 1);
    return this.part;
  }

  /** The name, with what divides it: `最低生活保障人数·城市`. */
  private nameOf(line: number, cells: readonly Cell[], names: number): string {
    const own = joined(cells[names]?.text ?? "");
    const divided = this.headings[names + 1]?.role === "name";
    const sub = divided && cells[names + 1]!.from !== "left" ? joined(cells[names + 1]!.text) : "";
    if (own !== "") this.group = own;
    if (fold(sub) === "") return own;
    if (NAME_AND_UNIT.test(sub) && !NAME_AND_UNIT.test(this.group)) {
      if (own !== "" && cells[names]!.from !== "above")
        this.left.push({ line, text: own, because: "合并格里的分组名；下面各行自有名称和单位" });
      return sub;
    }
    const [, name = this.group, unit = ""] = NAME_AND_UNIT.exec(this.group) ?? [];
    return `${name}·${sub}${unit}`;
  }
}

/** A name that runs over several lines of its cell. */
const joined = (text: string): string => text.replace(/\s*\n\s*/g, "");

/** A cell of several lines holds several indicators where all values beside it have as many lines. */
function splitLines(cells: readonly Cell[], headings: readonly Heading[]): Cell[][] {
  const names = headings.findIndex(({ role }) => role === "name");
  const lines = cells.map(({ text }) => text.split("\n"));
  const many = lines[names]?.length ?? 1;
  const values = headings.flatMap(({ role }, i) =>
    (role === "baseline" || role === "target" || role === "growth" || role === "year") &&
    /\d/.test(cells[i]!.text)
      ? [i]
      : [],
  );
  if (many < 2 || values.length === 0 || values.some((i) => lines[i]!.length !== many)) return [[...cells]];
  return Array.from({ length: many }, (_, row) =>
    cells.map((cell, i) => {
      const own = lines[i]!;
      return own.length === many
        ? { ...cell, text: own[row]!.trim() }
        : row === 0 || own.length === 1
          ? { ...cell }
          : { text: "" };
    }),
  );
}
