import type { Area, SheetProtection, SpreadsheetEngine } from "../../engine/engine";
import { MAX_COLUMNS, MAX_ROWS, parseArea } from "../address";
import { HostError } from "../errors";
import { ALL_SHEETS } from "../event-args";
import { HostCollection, HostObject } from "../object";
import { answerListeners } from "./listeners";
import { NamedItemCollection } from "./names";
import { PageLayout } from "./page-layout";
import { Range } from "./range";
import { RangeAreas } from "./range-areas";
import type { SheetAreas } from "./sheet-areas";
import type { Workbook } from "./workbook";

const NAME_LENGTH = 31;
const BAD_NAME = /[:\\/?*[\]]|^'|'$|^\s*$/;

function checkName(name: string, others: string[]): void {
  if (name.length > NAME_LENGTH || BAD_NAME.test(name))
    throw new HostError("InvalidArgument", `sheet name "${name}"`);
  if (others.some((other) => other.toLowerCase() === name.toLowerCase()))
    throw new HostError("ItemAlreadyExists", `sheet "${name}"`);
}

/** As Excel numbers copies: `甲 (2)`, then `甲 (3)`. */
function copyName(name: string, taken: string[]): string {
  const base = name.replace(/ \(\d+\)$/, "");
  const isTaken = (wanted: string): boolean =>
    taken.some((other) => other.toLowerCase() === wanted.toLowerCase());
  const numbered = (n: number): string => {
    const suffix = ` (${n})`;
    const wanted = base.slice(0, NAME_LENGTH - suffix.length) + suffix;
    return isTaken(wanted) ? numbered(n + 1) : wanted;
  };
  return numbered(2);
}

/** Where among so many sheets a copy goes. */
function placeOf(position: unknown, relativeTo: unknown, count: number): number {
  if (position === "None" || position === "Beginning") return 0;
  if (position === "End") return count;
  if ((position === "Before" || position === "After") && relativeTo instanceof Worksheet)
    return relativeTo.Position + (position === "After" ? 1 : 0);
  throw new HostError("InvalidArgument", `position "${String(position)}"`);
}

const NOTHING_ALLOWED: Required<Excel.WorksheetProtectionOptions> = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
};

class WorksheetProtection extends HostObject {
  readonly type = "WorksheetProtection";
  constructor(private readonly sheet: Worksheet) {
    super();
  }
  private get options(): SheetProtection | null {
    return this.sheet.engine.sheetState(this.sheet.id).protection;
  }
  get Protected(): boolean {
    return this.options !== null;
  }
  /** without the password and a file's hash of it, which are nobody's business */
  get Options(): unknown {
    if (!this.options) return null;
    const { password: _, hash: __, ...given } = this.options;
    return given;
  }
  Protect(options: unknown, password: unknown): void {
    const { protectRefused } = this.sheet.workbook.manners;
    if (this.options || protectRefused) throw new HostError("AccessDenied", "WorksheetProtection.protect");
    const protection = {
      ...NOTHING_ALLOWED,
      ...(options as object | null),
      password: String(password ?? ""),
    };
    this.sheet.engine.updateSheet(this.sheet.id, { protection });
    this.sheet.workbook.emptyUndo();
  }
  Unprotect(password: unknown): void {
    const { unprotectRefused } = this.sheet.workbook.manners;
    if (this.options && (unprotectRefused || this.options.password !== String(password ?? "")))
      throw new HostError("AccessDenied", "password");
    this.sheet.engine.updateSheet(this.sheet.id, { protection: null });
    this.sheet.workbook.emptyUndo();
  }
}

class WorksheetFreezePanes extends HostObject {
  readonly type = "WorksheetFreezePanes";
  constructor(private readonly sheet: Worksheet) {
    super();
  }
  private freeze(frozenRows: number, frozenColumns: number): void {
    this.sheet.workbook.checkFront();
    this.sheet.engine.updateSheet(this.sheet.id, { frozenRows, frozenColumns });
  }
  FreezeRows(count: unknown): void {
    this.freeze(Number(count ?? 1), 0);
  }
  FreezeColumns(count: unknown): void {
    this.freeze(0, Number(count ?? 1));
  }
  FreezeAt(range: unknown): void {
    const { area } = range instanceof Range ? range : this.sheet.GetRange(range);
    const { row, rows, column, columns } = area;
    this.freeze(rows === MAX_ROWS ? 0 : row + rows, columns === MAX_COLUMNS ? 0 : column + columns);
  }
  Unfreeze(): void {
    this.freeze(0, 0);
  }
  GetLocationOrNullObject(): Range | null {
    const { frozenRows, frozenColumns } = this.sheet.engine.sheetState(this.sheet.id);
    if (frozenRows === 0 && frozenColumns === 0) return null;
    return new Range(this.sheet, {
      row: 0,
      column: 0,
      rows: frozenRows || MAX_ROWS,
      columns: frozenColumns || MAX_COLUMNS,
    });
  }
}

export class Worksheet extends HostObject {
  readonly type = "Worksheet";

  constructor(
    readonly workbook: Workbook,
    readonly id: string,
  ) {
    super();
  }
  override identity(): Record<string, unknown> {
    return { ...super.identity(), Id: this.id };
  }
  get engine(): SpreadsheetEngine {
    return this.workbook.engine;
  }
  cellsOf(areas: Area[]): SheetAreas {
    const { engine, manners } = this.workbook;
    return { engine, sheet: this.id, areas, manners };
  }
  get name(): string {
    const sheet = this.engine.sheets().find(({ id }) => id === this.id);
    if (!sheet) throw new HostError("ItemNotFound", "Worksheet");
    return sheet.name;
  }

  get Id(): string {
    return this.id;
  }
  get Name(): string {
    return this.name;
  }
  set Name(value: unknown) {
    this.workbook.checkStructure();
    const others = this.engine.sheets().filter(({ id }) => id !== this.id);
    checkName(
      String(value),
      others.map(({ name }) => name),
    );
    this.engine.renameSheet(this.id, String(value));
  }
  get Position(): number {
    return this.engine.sheets().findIndex(({ id }) => id === this.id);
  }
  get Visibility(): string {
    return this.engine.sheetState(this.id).visible ? "Visible" : "Hidden";
  }
  set Visibility(value: unknown) {
    this.workbook.checkStructure();
    const visible = value === "Visible";
    const others = this.engine.sheets().filter(({ id }) => id !== this.id);
    if (!visible && !others.some(({ id }) => this.engine.sheetState(id).visible))
      throw new HostError("InvalidOperation", "Worksheet.visibility");
    this.engine.updateSheet(this.id, { visible });
  }
  get ShowGridlines(): boolean {
    return this.engine.sheetState(this.id).gridlines;
  }
  /** set under another name than it is read */
  set Gridlines(value: unknown) {
    this.workbook.checkFront();
    this.engine.updateSheet(this.id, { gridlines: Boolean(value) });
  }
  get TabColor(): string {
    return this.engine.sheetState(this.id).tabColor;
  }
  set TabColor(value: unknown) {
    this.workbook.checkStructure();
    this.engine.updateSheet(this.id, { tabColor: String(value) });
  }
  get Protection(): WorksheetProtection {
    return new WorksheetProtection(this);
  }
  /** those that the sheet has for itself */
  get Names(): NamedItemCollection {
    return new NamedItemCollection(this.workbook, this.id);
  }
  get FreezePanes(): WorksheetFreezePanes {
    return new WorksheetFreezePanes(this);
  }
  get PageLayout(): PageLayout {
    return new PageLayout(this);
  }

  GetRange(address: unknown): Range {
    const area =
      address === null || address === undefined
        ? { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS }
        : parseArea(String(address));
    return new Range(this, area);
  }
  GetRanges(address: unknown): RangeAreas {
    return new RangeAreas(
      this,
      String(address ?? "")
        .split(",")
        .map(parseArea),
    );
  }
  GetCell(row: unknown, column: unknown): Range {
    return new Range(this, { row: Number(row), column: Number(column), rows: 1, columns: 1 });
  }
  GetRangeByIndexes(row: unknown, column: unknown, rows: unknown, columns: unknown): Range {
    return new Range(this, {
      row: Number(row),
      column: Number(column),
      rows: Number(rows),
      columns: Number(columns),
    });
  }
  GetUsedRange(valuesOnly: unknown): Range {
    return this.GetUsedRangeOrNullObject(valuesOnly) ?? this.GetCell(0, 0);
  }
  GetUsedRangeOrNullObject(valuesOnly: unknown): Range | null {
    const used = this.engine.usedArea(this.id, valuesOnly === true);
    return used && new Range(this, used);
  }
  Activate(): void {
    this.workbook.checkFront();
    this.engine.activateSheet(this.id);
  }
  Copy(position: unknown, relativeTo: unknown): Worksheet {
    this.workbook.checkStructure();
    const names = this.engine.sheets().map(({ name }) => name);
    const index = placeOf(position ?? "None", relativeTo, names.length);
    return new Worksheet(this.workbook, this.engine.copySheet(this.id, copyName(this.name, names), index));
  }
  Delete(): void {
    this.workbook.checkStructure();
    this.workbook.checkFront();
    if (this.engine.sheets().length === 1) throw new HostError("InvalidOperation", "the last sheet");
    this.engine.removeSheet(this.id);
    this.workbook.emptyUndo();
  }
}

answerListeners(
  Worksheet.prototype,
  ["DataChanged", "Activated", "Deactivated", "SelectionChanged"],
  ({ workbook, id }) => ({ events: workbook.events, target: id }),
);

export class WorksheetCollection extends HostCollection<Worksheet> {
  readonly type = "WorksheetCollection";
  constructor(readonly workbook: Workbook) {
    super();
  }
  items(): Worksheet[] {
    return this.workbook.engine.sheets().map(({ id }) => new Worksheet(this.workbook, id));
  }
  keys(sheet: Worksheet): string[] {
    return [sheet.id, sheet.name];
  }
  Add(name: unknown): Worksheet {
    this.workbook.checkStructure();
    this.workbook.checkFront();
    const taken = this.workbook.engine.sheets().map((sheet) => sheet.name);
    const free = (n: number): string => (taken.includes(`Sheet${n}`) ? free(n + 1) : `Sheet${n}`);
    const wanted = name === null || name === undefined ? free(1) : String(name);
    checkName(wanted, taken);
    return new Worksheet(this.workbook, this.workbook.engine.addSheet(wanted));
  }
  GetActiveWorksheet(): Worksheet {
    return new Worksheet(this.workbook, this.workbook.engine.activeSheet());
  }
}

answerListeners(
  WorksheetCollection.prototype,
  ["DataChanged", "Activated", "Deactivated", "SelectionChanged", "Added", "Deleted"],
  ({ workbook }) => ({ events: workbook.events, target: ALL_SHEETS }),
);

/** What is hosted here, by Excel's class names. */
export const HOSTED = { WorksheetProtection, WorksheetFreezePanes, Worksheet, WorksheetCollection };
