import type { Area } from "../../engine/engine";
import { HostCollection, HostObject } from "../object";
import { ConditionalFormatCollection } from "./conditional-format";
import { DataValidation } from "./data-validation";
import { RangeFormat } from "./format";
import { Range } from "./range";
import type { SheetAreas } from "./sheet-areas";
import type { Worksheet } from "./worksheet";

class RangeCollection extends HostCollection<Range> {
  readonly type = "RangeCollection";
  constructor(private readonly ranges: Range[]) {
    super();
  }
  items(): Range[] {
    return this.ranges;
  }
  keys({ Address }: Range): string[] {
    return [Address];
  }
}

export class RangeAreas extends HostObject {
  readonly type = "RangeAreas";
  private readonly cells: SheetAreas;

  constructor(
    private readonly worksheet: Worksheet,
    readonly areas: Area[],
  ) {
    super();
    this.cells = worksheet.cellsOf(areas);
  }
  get Address(): string {
    return this.areas.map((area) => new Range(this.worksheet, area).Address).join(",");
  }
  get Areas(): RangeCollection {
    return new RangeCollection(this.areas.map((area) => new Range(this.worksheet, area)));
  }
  get AreaCount(): number {
    return this.areas.length;
  }
  get Format(): RangeFormat {
    return new RangeFormat(this.cells);
  }
  get DataValidation(): DataValidation {
    return new DataValidation(this.cells);
  }
  get ConditionalFormats(): ConditionalFormatCollection {
    return new ConditionalFormatCollection(this.cells);
  }
  get Worksheet(): Worksheet {
    return this.worksheet;
  }
}

/** What is hosted here, by Excel's class names. */
export const HOSTED = { RangeAreas, RangeCollection };
