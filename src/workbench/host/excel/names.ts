import { formatArea, parseArea, quoteSheet, sheetOf } from "../address";
import { HostError } from "../errors";
import { HostCollection, HostObject } from "../object";
import { Range } from "./range";
import type { Workbook } from "./workbook";

const VALID = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u;
const LIKE_A_CELL = /^([A-Za-z]{1,3}\d+|[RrCc])$/;

/** As `'甲 表'!$B$2:$C$3`. */
const fixedAddress = ({ worksheet, area }: Range): string =>
  `${quoteSheet(worksheet.name)}!${formatArea(area).replace(/[A-Z]+|\d+/g, "$$$&")}`;

const TEXT = /^="((?:[^"]|"")*)"$/;

class NamedItem extends HostObject {
  readonly type = "NamedItem";
  /** @param sheet the id of the sheet that has the name for itself; none: the workbook has it */
  constructor(
    private readonly workbook: Workbook,
    readonly name: string,
    private readonly sheet?: string,
  ) {
    super();
  }
  override identity(): Record<string, unknown> {
    return { ...super.identity(), _Id: this.name };
  }
  get Name(): string {
    return this.name;
  }
  get Formula(): string {
    const formula = this.workbook.engine.names(this.sheet).get(this.name);
    if (formula === undefined) throw new HostError("ItemNotFound", `name "${this.name}"`);
    return formula;
  }
  set Formula(value: unknown) {
    this.workbook.engine.setName(this.name, String(value), this.sheet);
  }
  get Scope(): string {
    return this.sheet === undefined ? "Workbook" : "Worksheet";
  }
  get Visible(): boolean {
    return true;
  }
  get Type(): string {
    return sheetOf(this.Formula) === null ? "String" : this.GetRangeOrNullObject() ? "Range" : "Error";
  }
  /** the text or number that it stands for, or its range's address */
  get Value(): unknown {
    const [, text] = TEXT.exec(this.Formula) ?? [];
    if (text !== undefined) return text.replace(/""/g, '"');
    const range = this.GetRangeOrNullObject();
    if (this.Type === "Error") return "#REF!";
    return range ? fixedAddress(range) : this.Formula.replace(/^=/, "");
  }
  GetRangeOrNullObject(): Range | null {
    const name = sheetOf(this.Formula);
    const isGone = this.Formula.endsWith("#REF!");
    const sheet = name === null || isGone ? null : this.workbook.Worksheets.GetItemOrNullObject(name);
    return sheet && new Range(sheet, parseArea(this.Formula));
  }
  GetRange(): Range {
    const range = this.GetRangeOrNullObject();
    if (!range) throw new HostError("ItemNotFound", `range of "${this.name}"`);
    return range;
  }
  Delete(): void {
    this.workbook.engine.removeName(this.name, this.sheet);
  }
}

export class NamedItemCollection extends HostCollection<NamedItem> {
  readonly type = "NamedItemCollection";
  /** @param sheet the id of the sheet whose own names these are; none: those of the workbook */
  constructor(
    private readonly workbook: Workbook,
    private readonly sheet?: string,
  ) {
    super();
  }
  items(): NamedItem[] {
    const { workbook, sheet } = this;
    return [...workbook.engine.names(sheet).keys()].map((name) => new NamedItem(workbook, name, sheet));
  }
  keys({ name }: NamedItem): string[] {
    return [name];
  }
  Add(name: unknown, reference: unknown): NamedItem {
    const wanted = String(name);
    if (!VALID.test(wanted) || LIKE_A_CELL.test(wanted))
      throw new HostError("InvalidArgument", `name "${wanted}"`);
    if (this.find(wanted)) throw new HostError("ItemAlreadyExists", `name "${wanted}"`);
    const formula = reference instanceof Range ? `=${fixedAddress(reference)}` : String(reference);
    this.workbook.engine.setName(wanted, formula.startsWith("=") ? formula : `="${formula}"`, this.sheet);
    return new NamedItem(this.workbook, wanted, this.sheet);
  }
}

/** What is hosted here, by Excel's class names. */
export const HOSTED = { NamedItem, NamedItemCollection };
