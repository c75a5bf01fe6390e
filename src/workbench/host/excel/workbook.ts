import type { SpreadsheetEngine } from "../../engine/engine";
import { HostError } from "../errors";
import { Events } from "../events";
import { type Manners, usualManners } from "../manners";
import { HostObject } from "../object";
import { NamedItemCollection } from "./names";
import { Range } from "./range";
import { Runtime } from "./runtime";
import { Worksheet, WorksheetCollection } from "./worksheet";

class WorkbookProtection extends HostObject {
  readonly type = "WorkbookProtection";
  constructor(private readonly workbook: Workbook) {
    super();
  }
  get Protected(): boolean {
    return this.workbook.password !== null;
  }
  Protect(password: unknown): void {
    if (this.workbook.password !== null) throw new HostError("AccessDenied", "already protected");
    this.workbook.password = String(password ?? "");
  }
  Unprotect(password: unknown): void {
    if (this.workbook.password !== null && this.workbook.password !== String(password ?? ""))
      throw new HostError("AccessDenied", "password");
    this.workbook.password = null;
  }
}

/** A workbook that is not shown yet. */
class WorkbookCreated extends HostObject {
  readonly type = "WorkbookCreated";
  constructor(private readonly show: () => void) {
    super();
  }
  Open(): void {
    this.show();
  }
}

class Application extends HostObject {
  readonly type = "Application";
  constructor(private readonly openWorkbook: (base64: string) => void) {
    super();
  }
  CreateWorkbook(base64: unknown): WorkbookCreated {
    return new WorkbookCreated(() => this.openWorkbook(String(base64 ?? "")));
  }
}

export class Workbook extends HostObject {
  readonly type = "Workbook";
  /** null: the structure is not protected */
  password: string | null = null;
  /** since this was last set to false */
  undoEmptied = false;
  readonly events: Events;

  /** @param openWorkbook opens another workbook; absent: this program shows only one */
  constructor(
    readonly engine: SpreadsheetEngine,
    readonly manners: Manners = usualManners(),
    private readonly openWorkbook?: (base64: string) => void,
  ) {
    super();
    this.events = new Events(engine);
  }
  /** @throws HostError GeneralException while the user looks at another workbook */
  checkFront(): void {
    if (this.manners.anotherWorkbook) throw new HostError("GeneralException", "another workbook in front");
  }
  /** Nothing can be undone any more, in the manner of Excel. */
  emptyUndo(): void {
    this.undoEmptied = this.manners.undoEmptied;
  }
  get Application(): Application {
    const { openWorkbook } = this;
    if (!openWorkbook) throw new HostError("InvalidOperation", "this program shows one workbook only");
    return new Application(openWorkbook);
  }
  /** @throws HostError AccessDenied when sheets must not be added, removed or renamed */
  checkStructure(): void {
    if (this.password !== null) throw new HostError("AccessDenied", "protected workbook");
  }
  get Worksheets(): WorksheetCollection {
    return new WorksheetCollection(this);
  }
  get Names(): NamedItemCollection {
    return new NamedItemCollection(this);
  }
  get Protection(): WorkbookProtection {
    return new WorkbookProtection(this);
  }
  get _Runtime(): Runtime {
    return new Runtime(this.events);
  }
  /** The range of a changed event; null once the event is long past. */
  _GetRangeOrNullObjectForEventByReferenceId(reference: unknown): Range | null {
    const found = this.events.rangeOf(String(reference));
    return found && new Range(new Worksheet(this, found.sheet), found.area);
  }
  _GetRangeForEventByReferenceId(reference: unknown): Range {
    const range = this._GetRangeOrNullObjectForEventByReferenceId(reference);
    if (!range) throw new HostError("ItemNotFound", "range of an event");
    return range;
  }
  GetSelectedRange(): Range {
    if (this.manners.anotherWorkbook) throw new HostError("InvalidSelection", "another workbook in front");
    const { sheet, area } = this.engine.selection();
    return new Range(new Worksheet(this, sheet), area);
  }
  GetActiveCell(): Range {
    return this.GetSelectedRange().GetCell(0, 0);
  }
}

/** What is hosted here, by Excel's class names. */
export const HOSTED = { WorkbookProtection, WorkbookCreated, Application, Workbook };
