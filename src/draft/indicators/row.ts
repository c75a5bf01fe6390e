import { type Around, type Direction, hasMarks, type Meaning, type PlanYears, printedUnit } from "../../plan";
import { fold } from "../../text";
import { type Apart, byUnits, type Cells, type OfUnits, proposalsOf, severalIn, unitOfValues } from "./apart";
import { responsibleOf } from "./bureau-cell";
import { answeredBase, baseOf, doubtOfBase, doubtOfUnit, likelyBase } from "./base";
import { type Choice, choicesOf } from "./choices";
import { directionOf } from "./direction";
import { type Columns, columnsOf, type ValueColumn } from "./value-columns";
import type { DraftIndicator } from "../draft";
import { inPercent, isInFractions, isShare } from "./fractions";
import { beyondWhole, fusedMark, type Reading, sameAsYear } from "./misprints";
import { asTotal, mannerOf, withDirection } from "./manner";
import { isMark } from "./name-mark";
import { bareName, nameAndUnit, withoutMark } from "./name";
import { asPrinted, isNone, notesOf, yearOfBase } from "./notes";
import { isOfAllYears } from "./period";
import type { Proposal, Questions } from "../question";
import { askAt, type Spot } from "./spot";
import type { SourceTable, TableRow } from "../source/table";
import { type Step, stepsOf } from "./steps";
import { askUnit } from "./two-units";
import { inHeadsUnit, isGrowth, isOtherUnit, unitOfAll, unitsOf } from "./units";
import { baseAndTarget } from "./values";

/** An indicator of the draft before codes are given. */
export type Row = Omit<DraftIndicator, "code" | "partOf"> & {
  /** of the table's own column */
  readonly code: string;
  /** place of the row of which it is a part */
  readonly part?: number;
};

/** Reads rows one after another; each may become several indicators. */
export class RowReader {
  private readonly columns: Columns;
  /** of each row, and of all that have none */
  private readonly units: readonly string[];
  private readonly unit: string;
  /** marks of footnotes are printed as such: digits are digits */
  private readonly marked: boolean;
  private readonly lines = new Map<number, number>();
  /** row of the table → its place in the draft */
  private readonly places: number[] = [];
  private count = 0;
  private number = 0;

  constructor(
    private readonly source: SourceTable,
    private readonly years: PlanYears,
    private readonly questions: Questions,
  ) {
    this.units = unitsOf(source);
    this.unit = unitOfAll(source);
    this.columns = columnsOf(source, this.units);
    const values = [...this.columns.baselines, ...this.columns.targets];
    const cells = [this.columns.baseline, this.columns.target, ...values];
    this.marked = source.rows.some((row) => cells.some((one) => one && hasMarks(row.cells[one.place] ?? "")));
  }

  /** The indicators of one row. */
  read(row: TableRow, index: number): Row[] {
    const seen = (this.lines.get(row.line) ?? 0) + 1;
    this.lines.set(row.line, seen);
    const named = nameAndUnit(bareName(this.columns.text(row, "name")));
    const spot: Spot = {
      key: seen === 1 ? String(row.line) : `${row.line}.${seen}`,
      line: row.line,
      name: named.name,
      unit: this.units[index]!,
      row: this.count,
    };
    this.places[index] = this.count;
    const rows = this.rowsOf(row, spot, named.unit);
    this.count += rows.length;
    return rows;
  }

  /** @param unit that the name says */
  private rowsOf(row: TableRow, spot: Spot, unit: string): Row[] {
    if (isOtherUnit(unit, spot.unit)) {
      const own = askUnit(this.questions, spot, unit);
      return noted(this.indicators(row, { ...spot, unit: own }), asPrinted(own === unit ? spot.unit : unit));
    }
    const marked = withoutMark(spot.name, this.source.notes);
    if (!marked || !isMark(this.questions, spot, marked)) return this.indicators(row, spot);
    return noted(this.indicators(row, { ...spot, name: marked.name }), asPrinted(spot.name));
  }

  private indicators(row: TableRow, spot: Spot): Row[] {
    const { baseline, growths } = this.columns;
    const cell = (column: ValueColumn | undefined): string =>
      column ? (row.cells[column.place] ?? "").trim() : "";
    const counted = this.counted(row, spot);
    const notes = notesOf(row, this.columns, counted, this.source.notes);
    const grows = counted !== undefined && growths.includes(counted);
    const manner = mannerOf(row, this.source);
    const said = counted?.of === "period" ? this.ofPeriod(spot, counted, cell(counted)) : counted?.of;
    const isTotal = said === "change";
    const column = said === "change" ? undefined : (said ?? manner.column ?? (grows ? "average" : undefined));
    const amount = spot.unit || (baseline?.unit ?? this.unit);
    const isAverage = manner.column === "average";
    const percent =
      counted !== undefined &&
      !isTotal &&
      (grows || isAverage) &&
      isGrowth(counted, cell(counted), amount, isAverage);
    const own = percent ? "%" : (isTotal && amount) || spot.unit || (counted?.unit ?? amount);
    const read = (text: string, of: ValueColumn | undefined): string =>
      of ? this.figure(text, of, own, spot, notes) : text;
    const base = cell(baseline);
    // an amount is no base of its growth
    if (percent && !isNone(base)) notes.push(`${baseline!.header.trim()}：${base}${spot.unit}`);
    const figures = {
      baseline: percent ? "" : read(base, baseline),
      target: isTotal
        ? asTotal(cell(counted))
        : inHeadsUnit(read(cell(counted), counted), spot.unit, counted, baseline),
    };
    const inFractions =
      !column &&
      isInFractions(figures, spot.name, own, (...doubt) => this.ask("fraction", spot, counted, ...doubt));
    if (inFractions)
      notes.push(
        ...Object.values(figures)
          .filter((text) => !isNone(text))
          .map(asPrinted),
      );
    const printed = inFractions
      ? { baseline: inPercent(figures.baseline), target: inPercent(figures.target) }
      : figures;
    notes.push(...yearOfBase(printed.baseline, this.years.baselineYear));
    const moved = isNone(printed.baseline) ? this.baseIn(printed.target, spot, counted) : null;
    if (moved) notes.push(asPrinted(printed.target));
    const values = { ...printed, ...(moved && { baseline: moved.base, target: moved.target }) };
    const held = { ...values, name: spot.name, unit: own };
    const growth = grows ? undefined : growths.find((one) => !isNone(cell(one)));
    const units = byUnits(held, cell(growth));
    const apart = units ? this.ofUnits(held, units, spot, counted) : this.apart(held, spot, counted);
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
        inFractions,
        ...(manner.direction && { direction: manner.direction }),
        notes: [...(i === 0 ? notes : []), ...(printedAs ? [asPrinted(printedAs)] : [])],
        ...(whole ? { part: spot.row } : part !== undefined && { part }),
      }),
    );
  }

  /** The column with the target: the last year's, the growth's where that is empty, or an earlier year's if that is to hold on. */
  private counted(row: TableRow, spot: Spot): ValueColumn | undefined {
    const { target, targets, growths } = this.columns;
    const isFilled = (column: ValueColumn | undefined): boolean =>
      column !== undefined && !isNone(row.cells[column.place] ?? "");
    if (isFilled(target)) return target;
    const growth = growths.find(isFilled);
    if (growth) return growth;
    const earlier = [...targets].reverse().find(isFilled);
    if (!earlier) return target;
    const text = row.cells[earlier.place]!.trim();
    const [then, last] = [earlier, target!].map(({ header }) => header.replace(/\s+/g, ""));
    const id = this.ask(
      "held",
      spot,
      target,
      text,
      `“${last}”没有目标，只有“${then}”的“${text}”，按哪个评价？`,
      [
        { id: "held", words: `一直到最后都按“${text}”`, follows: `“${text}”也是最后的目标` },
        { id: "none", words: "不评价", follows: `“${then}”的“${text}”记在备注，不计入任何统计` },
      ],
    );
    return id === "held" ? earlier : target;
  }

  private ask(
    kind: string,
    spot: Spot,
    column: ValueColumn | undefined,
    printed: string,
    asks: string,
    proposals: readonly Proposal[],
  ): string {
    return askAt(this.questions, spot, column, { kind, printed, asks, proposals });
  }

  /** What a column of several years says of a row's number in it. */
  private ofPeriod(spot: Spot, column: ValueColumn, text: string): "cumulative" | undefined {
    const ask = (asks: string, proposals: readonly Proposal[]): string =>
      this.ask("period", spot, column, text, asks, proposals);
    const unit = spot.unit || (column.unit ?? (printedUnit(text) || this.unit));
    return !isNone(text) && isOfAllYears(spot.name, unit, ask) ? "cumulative" : undefined;
  }

  /** A number whose digits may hold something else. */
  private figure(text: string, column: ValueColumn, unit: string, spot: Spot, notes: string[]): string {
    const year = column.role === "baseline" ? this.years.baselineYear : this.years.targetYear;
    const readings: Reading[] = [
      ...(this.marked ? [] : fusedMark({ text, unit: spot.unit }, column.figures)),
      ...(isShare(spot.name, unit) ? beyondWhole(text) : []),
      ...sameAsYear(text, year, unit),
    ];
    if (readings.length < 2) return text;
    const id = this.ask(
      "figure",
      spot,
      column,
      text,
      `“${text}”是哪个数？`,
      readings.map(({ id, words, text: own, follows = `按 ${own} 计算，原样记在备注` }) => ({
        id,
        words,
        follows,
      })),
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
    const alone = [{ cells: { ...cells, unit: cells.unit || unitOfValues(cells, cells.name) } }];
    const several = severalIn(cells);
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

  /** Two units in one cell: asked which one the value is in, or whether there are two indicators. */
  private ofUnits(
    { unit, target }: Cells,
    units: OfUnits,
    spot: Spot,
    column: ValueColumn | undefined,
  ): Apart[] {
    const asks = `计量单位“${unit}”有 ${units.single.length} 个，“${target}”是哪一个的？`;
    const id = this.ask("units", spot, column, target, asks, proposalsOf(units, target));
    return id === "apart" ? units.several! : units.single.filter(({ cells: c }) => c.unit === id);
  }

  private indicator(row: TableRow, cells: Cells, around: Circumstances): Row {
    const { counted, notes, spot, part } = around;
    const { text: target, meaning, unit = cells.unit } = this.target(cells, around);
    // the base is in the unit that was chosen
    const baseline = this.baseline({ ...cells, unit }, target, meaning, around, cells.unit);
    const notation = baseOf(baseline, unit);
    if (fold(target) !== fold(cells.target)) notes.push(asPrinted(cells.target));
    const printed = { name: cells.name, unit, target, baseline };
    const { responsible, lead } = responsibleOf(
      this.columns.text(row, "responsible"),
      this.columns.text(row, "lead"),
    );
    return {
      ...printed,
      code: this.columns.text(row, "code"),
      number: this.numberOf(row, spot),
      section: row.section.trim() || this.columns.text(row, "section"),
      milestones: this.milestones(row, { ...cells, unit, target, baseline }, meaning, around),
      type: meaning.type,
      ...(meaning.within !== undefined && { within: meaning.within }),
      direction: directionOf(
        printed,
        withDirection(meaning, around.direction),
        notation,
        (words, asks, proposals) => this.ask("direction", spot, counted, words, asks, proposals),
      ),
      responsible,
      lead,
      attribute: this.columns.text(row, "attribute").replace(/^[(（〔[【]|[)）〕\]】]$/g, ""),
      note: notes.join("；"),
      ...(part !== undefined && { part }),
    };
  }

  /** 序号 as printed; below a merged cell the one above, and the place in the plan where none is printed. */
  private numberOf(row: TableRow, { row: place }: Spot): number {
    const number = Number(fold(this.columns.text(row, "number")).replace(/[.、)）]$/, ""));
    if (Number.isInteger(number) && number > 0) this.number = number;
    return this.number || place + 1;
  }

  /** The baseline as the sheet holds it. */
  private baseline(
    { baseline, unit }: Cells,
    target: string,
    { type }: Meaning,
    around: Circumstances,
    printedUnder: string,
  ): string {
    const doubt = doubtOfBase(baseline, unit, target, type) ?? doubtOfUnit(baseline, printedUnder, unit);
    if (!doubt) return baseline;
    const { asks, proposals } = doubt;
    const id = this.ask("baseline", around.spot, this.columns.baseline, baseline, asks, proposals);
    return answeredBase(baseline, doubt, id, around.notes);
  }

  private target(cells: Cells, { spot, counted, column }: Circumstances): Choice {
    const { target } = cells;
    const { asks, choices: open } = choicesOf(target, this.around(cells, column));
    if (open.length === 1) return open[0]!;
    const id = this.ask(
      "target",
      spot,
      counted,
      target,
      asks,
      open.map(({ proposal }) => proposal),
    );
    return open.find(({ proposal }) => proposal.id === id)!;
  }

  private around({ name, unit, baseline }: Cells, column: Circumstances["column"]): Around {
    return {
      ...{ name, unit, years: this.years.targetYear - this.years.baselineYear },
      base: likelyBase(baseline, unit),
      ...(column && { column }),
    };
  }

  private milestones(
    row: TableRow,
    cells: Cells,
    meaning: Meaning,
    { spot, counted, column, notes, inFractions }: Circumstances,
  ): Row["milestones"] {
    const text = ({ place }: ValueColumn): string => (row.cells[place] ?? "").trim();
    const others = this.columns.targets.filter((one) => one !== counted);
    const steps = others.map((one): Step => ({
      column: one,
      text: inFractions ? inPercent(text(one)) : text(one),
    }));
    const last = { text: cells.target, meaning, around: this.around(cells, column), years: this.years };
    return stepsOf(steps, last, notes, (at, ...doubt) => this.ask(`step ${at.place}`, spot, at, ...doubt));
  }
}

/** Rows of which the first has one more note. */
const noted = ([first, ...more]: Row[], note: string): Row[] => [
  { ...first!, note: [first!.note, note].filter((one) => one !== "").join("；") },
  ...more,
];

interface Circumstances {
  readonly spot: Spot;
  readonly counted: ValueColumn | undefined;
  readonly column?: "cumulative" | "average";
  /** its numbers are printed as fractions of 1 */
  readonly inFractions: boolean;
  /** as a column of the row says */
  readonly direction?: Direction;
  /** grows while the row is read */
  readonly notes: string[];
  readonly part?: number;
}
