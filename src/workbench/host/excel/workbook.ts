import type { SpreadsheetEngine } from "../../engine/engine";
import { HostError } from "../errors";
import { HostObject } from "../object";
import { NamedItemCollection } from "./names";
import { Range } from "./range";
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

export class Workbook extends HostObject {
  readonly type = "Workbook";
  /** null: the structure is not protected */
  password: string | null = null;

  constructor(readonly engine: SpreadsheetEngine) {
    super();
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
  GetSelectedRange(): Range {
    const { sheet, area } = this.engine.selection();
    return new Range(new Worksheet(this, sheet), area);
  }
}
