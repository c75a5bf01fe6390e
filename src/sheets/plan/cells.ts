import { atExcelsPrecision, fold, inWords, isDateFormat, isPercentFormat, shownDate } from "../../text";
import { cellAddress, formatAt, type Grid, valueAt } from "../../grid";

/** What is wrong on a plan's sheet: where, and in words what, and what to do. */
export interface PlanSheetIssue {
  readonly sheet: string;
  /** such as C7; empty where it is the sheet as a whole */
  readonly address: string;
  readonly words: string;
}

/** `“规划指标”C7：……` */
export const planSheetIssueWords = ({ sheet, address, words }: PlanSheetIssue): string =>
  `“${sheet}”${address}：${words}`;

/** A sheet of a plan as read. */
export interface PlanSheet {
  readonly name: string;
  readonly grid: Grid;
}

/** Reads the cells of one row and says of each what is wrong with it. */
export class RowCells {
  constructor(
    private readonly sheet: PlanSheet,
    private readonly columns: ReadonlyMap<string, number>,
    readonly row: number,
    private readonly issues: PlanSheetIssue[],
  ) {}

  addressOf(id: string): string {
    return cellAddress(this.row, this.columns.get(id) ?? 0);
  }

  fault(id: string, words: string): void {
    this.issues.push({ sheet: this.sheet.name, address: this.addressOf(id), words });
  }

  /** As it is shown, to the letter; "" where nothing is seen, or the column is not there. */
  text(id: string): string {
    const column = this.columns.get(id);
    if (column === undefined) return "";
    const { grid } = this.sheet;
    const [value, format] = [valueAt(grid, this.row, column), formatAt(grid, this.row, column)];
    if (typeof value !== "number") return fold(String(value)) === "" ? "" : String(value);
    if (isDateFormat(format)) {
      this.fault(
        id,
        `现在是日期 ${shownDate(value)}，多半是 Excel 把原文（如 2-3、1:1）改成的。请把单元格格式设为“文本”，再照原文填写`,
      );
      return "";
    }
    return isPercentFormat(format) ? `${inWords(atExcelsPrecision(100 * value))}%` : inWords(value);
  }

  /** Without spaces and width, for words and numbers. */
  word(id: string): string {
    return fold(this.text(id));
  }

  /** What the word means; undefined where the cell is empty, or means nothing, which is said then. */
  read<T>(id: string, meaning: (word: string) => T | null, accepts: string): T | undefined {
    const word = this.word(id);
    if (word === "") return undefined;
    const found = meaning(word);
    if (found === null) this.fault(id, `“${word}”看不懂，请填${accepts}`);
    return found ?? undefined;
  }
}

/** A number as typed; null for anything else. */
export const readNumber = (word: string): number | null =>
  /^[-+]?\d+(\.\d+)?$/.test(word) ? Number(word) : null;

export const readWhole =
  (from: number, to: number) =>
  (word: string): number | null => {
    const value = readNumber(word);
    return value !== null && Number.isInteger(value) && value >= from && value <= to ? value : null;
  };

/** A part of a file that is left out where nothing is said. */
export const given = <K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } =>
  (value === undefined || value === "" ? {} : { [key]: value }) as { [P in K]?: T };
