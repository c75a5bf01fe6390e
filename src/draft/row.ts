import {
  type Around,
  hasMarks,
  inferBounds,
  inferDirection,
  type Direction,
  type Meaning,
  meaningsOf,
  type Notation,
  parseNotation,
  type PlanYears,
  printedUnit,
  tidy,
} from "../plan";
import { fold } from "../text";
import { responsibleOf } from "./bureau-cell";
import { type Choice, choicesOf, directionProposals } from "./choices";
import { type Columns, columnsOf, type ValueColumn } from "./value-columns";
import type { DraftIndicator } from "./draft";
import { beyondWhole, fusedMark, type Reading } from "./misprints";
import { bareName, nameAndUnit, namesIn } from "./name";
import type { DraftColumn, Proposal, Questions } from "./question";
import type { SourceTable, TableRow } from "./table";
import { baseAndTarget, isForEach, valuesIn, whereofIn } from "./values";

/** An indicator of the draft before codes are given. */
export type Row = Omit<DraftIndicator, "code" | "partOf"> & {
  /** of the table's own column */
  readonly code: string;
  /** place of the row of which it is a part */
  readonly part?: number;
};

/** What is printed of one indicator, cells taken apart. */
interface Cells {
  readonly name: string;
  readonly unit: string;
  readonly baseline: string;
  readonly target: string;
}

/** Where something is asked. */
interface Spot {
  readonly key: string;
  readonly line: number;
  readonly name: string;
  readonly row: number;
}

const NO_VALUE: Notation = { kind: "none" };
const isNone = (text: string): boolean => {
  const [way] = meaningsOf(text, { name: "", unit: "" });
  return way?.notation.kind === "none";
};
const asPrinted = (text: string): string => `印作“${text.trim()}”`;

/** Reads rows one after another; each may become several indicators. */
export class RowReader {
  private readonly columns: Columns;
  /** marks of footnotes are printed as such: digits are digits */
  private readonly marked: boolean;
  private readonly lines = new Map<number, number>();
  /** row of the table → its place in the draft */
  private readonly places: number[] = [];
  private count = 0;

  constructor(
    private readonly source: SourceTable,
    private readonly years: PlanYears,
    private readonly questions: Questions,
  ) {
    this.columns = columnsOf(source);
    const values = [...this.columns.baselines, ...this.columns.targets];
    const cells = [this.columns.baseline, this.columns.target, ...values];
    this.marked = source.rows.some((row) => cells.some((one) => one && hasMarks(row.cells[one.place] ?? "")));
  }

  /** The indicators of one row. */
  read(row: TableRow, index: number): Row[] {
    const seen = (this.lines.get(row.line) ?? 0) + 1;
    this.lines.set(row.line, seen);
    const printed = this.columns.text(row, "name");
    const spot: Spot = {
      key: seen === 1 ? String(row.line) : `${row.line}.${seen}`,
      line: row.line,
      name: bareName(printed),
      row: this.count,
    };
    this.places[index] = this.count;
    const rows = this.indicators(row, spot);
    this.count += rows.length;
    return rows;
  }

  private indicators(row: TableRow, spot: Spot): Row[] {
    const { baseline, target, growth } = this.columns;
    const cell = (column: ValueColumn | undefined): string =>
      column ? (row.cells[column.place] ?? "").trim() : "";
    const named = nameAndUnit(spot.name);
    const counted = isNone(cell(target)) && growth && !isNone(cell(growth)) ? growth : target;
    const notes = this.notesOf(row, counted);
    const column = counted?.of ?? (counted === growth && growth ? "average" : undefined);
    const headed = counted?.unit ?? baseline?.unit ?? "";
    const own = this.columns.text(row, "unit") || named.unit || (counted === growth ? "" : headed);
    const read = (text: string, of: ValueColumn | undefined): string =>
      of ? this.figure(text, of, own, spot, notes) : text;
    const printed = { baseline: read(cell(baseline), baseline), target: read(cell(counted), counted) };
    const moved = isNone(printed.baseline) ? this.baseIn(printed.target, spot, counted) : null;
    if (moved) notes.push(asPrinted(printed.target));
    const values = { ...printed, ...(moved && { baseline: moved.base, target: moved.target }) };
    const unit = own || unitOfValues(values, named.name);
    const apart = this.apart({ ...values, name: named.name, unit }, spot, counted);
    const part = row.partOf === undefined ? undefined : this.places[row.partOf];
    return apart.map(({ cells, printedAs, whole }, i) =>
      this.indicator(row, cells, {
        spot: {
          ...spot,
          row: spot.row + i,
          name: cells.name,
          key: i === 0 ? spot.key : `${spot.key} ${i + 1}`,
        },
        counted,
        ...(column && { column }),
        notes: [...(i === 0 ? notes : []), ...(printedAs ? [asPrinted(printedAs)] : [])],
        ...(whole ? { part: spot.row } : part !== undefined && { part }),
      }),
    );
  }

  /** 备注, and printed cells that stand nowhere else. */
  private notesOf(row: TableRow, counted: ValueColumn | undefined): string[] {
    const { baselines, growth, target } = this.columns;
    const kept = [...baselines, ...[target, growth].flatMap((one) => (one && one !== counted ? [one] : []))];
    const notes = kept.flatMap(({ place, header }) => {
      const text = (row.cells[place] ?? "").trim();
      return isNone(text) ? [] : [`${header.trim()}：${text}`];
    });
    const note = this.columns.text(row, "note");
    return [...(note === "" ? [] : [note]), ...this.footnotes(row), ...notes];
  }

  /** What the table's notes say of the marks in a row. */
  private footnotes({ cells }: TableRow): string[] {
    const marks = [...new Set(cells.join("").match(/[①-⑳*＊▲△]/g) ?? [])];
    if (marks.length === 0 || this.source.notes.length === 0) return [];
    const said = this.source.notes.join("；").split(/(?=[①-⑳])|[；;。]/);
    return marks.flatMap((mark) => said.filter((one) => one.includes(mark)).map((one) => one.trim()));
  }

  private ask(
    kind: string,
    { key, line, name, row }: Spot,
    column: ValueColumn | undefined,
    printed: string,
    asks: string,
    proposals: readonly Proposal[],
  ): string {
    const called: DraftColumn = column?.called ?? "target";
    const header = column?.header.replace(/\s+/g, "") ?? "";
    const place = `第 ${line} 行“${name}”${header === "" ? "" : `的“${header}”`}`;
    const id = `${key} ${called} ${kind}`;
    return this.questions.ask({ id, place, printed, asks, proposals, cell: { row, column: called } });
  }

  /** A number whose digits may hold something else. */
  private figure(text: string, column: ValueColumn, unit: string, spot: Spot, notes: string[]): string {
    const isShare = fold(unit) === "%" && inferBounds(bareOf(spot.name, unit)).max !== undefined;
    const readings: Reading[] = [
      ...(this.marked ? [] : fusedMark(text, column.figures)),
      ...(isShare ? beyondWhole(text) : []),
    ];
    if (readings.length < 2) return text;
    const id = this.ask(
      "figure",
      spot,
      column,
      text,
      `“${text}”是哪个数？`,
      readings.map((one) => ({ id: one.id, words: one.words, follows: `按 ${one.text} 计算，原样记在备注` })),
    );
    const read = readings.find((one) => one.id === id)!;
    if (id === "printed") return text;
    notes.push(asPrinted(text));
    return read.text;
  }

  /** A baseline that is printed in the target's cell. */
  private baseIn(text: string, spot: Spot, column: ValueColumn | undefined) {
    const both = baseAndTarget(text);
    if (!both) return null;
    const id = this.ask("base", spot, column, text, `“${text}”里前后两个数各是什么？`, [
      { id: "both", words: `基期 ${both.base}，目标 ${both.target}`, follows: "基期和目标各填各的列" },
      { id: "target", words: "都属于目标", follows: "基期留空" },
    ]);
    return id === "both" ? both : null;
  }

  /** Several things in one row: asked whether each is an indicator. */
  private apart(cells: Cells, spot: Spot, column: ValueColumn | undefined): Apart[] {
    const alone = [{ cells }];
    const ways = meaningsOf(cells.target, { name: cells.name, unit: cells.unit });
    const several = ways.length > 0 && !isForEach(cells.target) ? null : (listed(cells) ?? partly(cells));
    if (!several) return alone;
    const id = this.ask("apart", spot, column, cells.target, `“${cells.target}”里有几个数，分成几个指标？`, [
      {
        id: "apart",
        words: `分成 ${several.length} 个：${several.map(({ cells: c }) => `${c.name} ${c.target}`).join("；")}`,
        follows: "各占一行，名称可以再改",
      },
      { id: "one", words: "不分", follows: "作一个指标" },
    ]);
    return id === "apart" ? several : alone;
  }

  private indicator(row: TableRow, cells: Cells, around: Circumstances): Row {
    const { counted, notes, spot, part } = around;
    const baseline = this.baseline(cells, around);
    const base = parseNotation(baseline, cells.unit);
    const notation = base.ok ? base.value : NO_VALUE;
    const chosen = this.target(cells, around, notation);
    const { text: target, meaning, unit = cells.unit } = chosen;
    if (fold(target) !== fold(cells.target)) notes.push(asPrinted(cells.target));
    const printed = { name: cells.name, unit, target, baseline };
    const { responsible, lead } = responsibleOf(
      this.columns.text(row, "responsible"),
      this.columns.text(row, "lead"),
    );
    const number = Number(fold(this.columns.text(row, "number")).replace(/[.、)）]$/, ""));
    return {
      ...printed,
      code: this.columns.text(row, "code"),
      number: Number.isInteger(number) && number > 0 ? number : spot.row + 1,
      section: row.section.trim() || this.columns.text(row, "section"),
      milestones: this.milestones(row, meaning, unit, notes),
      type: meaning.type,
      ...(meaning.within !== undefined && { within: meaning.within }),
      direction: this.direction(printed, meaning, notation, spot, counted),
      responsible,
      lead,
      attribute: this.columns.text(row, "attribute"),
      note: notes.join("；"),
      ...(part !== undefined && { part }),
    };
  }

  /** The baseline as the sheet holds it. */
  private baseline({ baseline, unit }: Cells, { spot, notes }: Circumstances): string {
    if (parseNotation(baseline, unit).ok) return baseline;
    const number = /\d[\d,]*(?:\.\d+)?/.exec(tidy(baseline))?.[0];
    const without = { id: "none", words: "不作基期", follows: "没有基期值，原样记在备注" };
    const proposals =
      number === undefined || !parseNotation(number, unit).ok
        ? [without, { id: "note", words: "先空着", follows: "采用后在“规划指标”表上填基期值" }]
        : [
            { id: "number", words: `基期 ${number}${unit}`, follows: "按这个数算进度，原样记在备注" },
            without,
          ];
    const asks = `基期“${baseline}”看不出是哪个数`;
    const id = this.ask("baseline", spot, this.columns.baseline, baseline, asks, proposals);
    notes.push(asPrinted(baseline));
    return id === "number" ? number! : "-";
  }

  private target(cells: Cells, { spot, counted, column }: Circumstances, base: Notation): Choice {
    const { name, unit, target } = cells;
    const around: Around = {
      ...{ name, unit, years: this.years.targetYear - this.years.baselineYear },
      baseless: base.kind !== "value",
      ...(column && { column }),
    };
    const { asks, choices } = choicesOf(target, around);
    const open = this.sumOrLevel(choices, cells, around);
    if (open.length === 1) return open[0]!;
    const words = asks === "" ? `“${target}”是整个规划期的合计，还是一年的数？` : asks;
    const id = this.ask(
      "target",
      spot,
      counted,
      target,
      words,
      open.map(({ proposal }) => proposal),
    );
    return open.find(({ proposal }) => proposal.id === id)!;
  }

  /** 新增 over several years, without a base to compare with, is each year's or the whole. */
  private sumOrLevel(choices: readonly Choice[], { name }: Cells, around: Around): readonly Choice[] {
    const [only] = choices;
    const open =
      choices.length === 1 && only!.meaning.type === "level" && only!.meaning.notation.kind === "value";
    if (!open || !around.baseless || around.years === 1 || !/新增|净增/.test(name)) return choices;
    const meaning: Meaning = { ...only!.meaning, type: "cumulative" };
    return [
      {
        ...only!,
        meaning,
        proposal: {
          id: "sum",
          words: "整个规划期的合计",
          follows: "本期值填规划期以来的合计，进度从 0 起算",
        },
      },
      {
        ...only!,
        proposal: { id: "level", words: "一年的数", follows: "本期值填当年的数，直接与目标比" },
      },
    ];
  }

  private milestones(row: TableRow, { type }: Meaning, unit: string, notes: string[]): Row["milestones"] {
    return this.columns.targets.flatMap(({ place, year, header }) => {
      const text = (row.cells[place] ?? "").trim();
      const read = parseNotation(text, unit);
      const value = read.ok && read.value.kind === "value" ? read.value.value : undefined;
      const isStep = (type === "level" || type === "cumulative") && year !== undefined && this.isWithin(year);
      if (value !== undefined && isStep) return [{ year, text, value }];
      if (!isNone(text)) notes.push(`${header.trim()}：${text}`);
      return [];
    });
  }

  private isWithin(year: number): boolean {
    return year > this.years.baselineYear && year < this.years.targetYear;
  }

  private direction(
    { name, unit, target, baseline }: Cells,
    { type, notation, direction }: Meaning,
    base: Notation,
    spot: Spot,
    column: ValueColumn | undefined,
  ): Direction {
    if (direction !== undefined) return direction;
    const known = { name, unit, type, ...{ baseline: { text: baseline, notation: base } } };
    const inferred = inferDirection({ ...known, target: { text: target, notation } });
    if (inferred.ok) return inferred.value;
    const words = inferred.issue.code === "direction-unclear" ? inferred.issue.words : null;
    if (notation.kind !== "value" && notation.kind !== "change") return words ?? "higher";
    const printed = `${baseline} → ${target}`;
    const asks = `基期“${baseline}”，目标“${target}”，越高越好还是越低越好？`;
    const id = this.ask(
      "direction",
      spot,
      column,
      printed,
      asks,
      directionProposals(target, words ?? "higher"),
    );
    return id === "lower" ? "lower" : "higher";
  }
}

interface Circumstances {
  readonly spot: Spot;
  readonly counted: ValueColumn | undefined;
  readonly column?: "cumulative" | "average";
  /** grows while the row is read */
  readonly notes: string[];
  readonly part?: number;
}

/** One indicator of a row that holds several. */
interface Apart {
  readonly cells: Cells;
  /** the cell that it was taken from */
  readonly printedAs?: string;
  /** a part of the row's first */
  readonly whole?: true;
}

const bareOf = (name: string, unit: string) => ({
  ...{ name, unit },
  baseline: { text: "", notation: NO_VALUE },
  target: { text: "", notation: NO_VALUE },
});

/** As many names as values. */
function listed(cells: Cells): Apart[] | null {
  const names = namesIn(cells.name);
  const values = valuesIn(cells.target);
  const each = isForEach(cells.target) && names.length > 1 && values.length === 1;
  if (!each && (values.length < 2 || names.length !== values.length)) return null;
  const bases = valuesIn(cells.baseline);
  return names.map((printed, i) => {
    const { name, unit } = nameAndUnit(printed);
    const short = fold(name).length < 4 ? `${cells.name}（${name}）` : name;
    return {
      cells: {
        name: short,
        unit: unit || cells.unit,
        target: values[i] ?? values[0]!,
        baseline: bases.length === names.length ? bases[i]! : cells.baseline,
      },
      printedAs: cells.target,
    };
  });
}

/** `6万张，其中普惠性养老床位超过2.1万张` */
function partly(cells: Cells): Apart[] | null {
  const whereof = whereofIn(cells.target);
  if (!whereof) return null;
  const { whole, part, value } = whereof;
  if (meaningsOf(whole, { name: cells.name, unit: cells.unit }).length === 0) return null;
  const unit = printedUnit(tidy(value)) || cells.unit;
  return [
    { cells: { ...cells, target: whole }, printedAs: cells.target },
    {
      cells: { name: nameAndUnit(part.trim()).name, unit, baseline: "", target: value },
      printedAs: cells.target,
      whole: true,
    },
  ];
}

/** The unit that stands with the values, where nothing else says one. */
function unitOfValues({ target, baseline }: Pick<Cells, "target" | "baseline">, name: string): string {
  const [unit, base] = [printedUnit(tidy(target)), printedUnit(tidy(baseline))];
  if (/百分点/.test(unit)) return "%";
  if (unit === "倍") return /倍|比/.test(name) ? unit : base;
  const moves = meaningsOf(target, { name, unit }).some(
    ({ type }) => type === "change" || type === "average",
  );
  const isBased = /\d/.test(tidy(baseline));
  return moves && unit === "%" && isBased ? base : unit || base;
}
