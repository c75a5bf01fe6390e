import type { Area } from "./cells";
import type { PageSetup } from "./page";
import type { SheetProtection } from "./protection";
import type { HighlightRule, ValidationRule } from "./rules";

/** What belongs to a sheet as a whole. Changed only through `updateSheet`. */
export interface SheetState {
  validations: ValidationRule[];
  highlights: HighlightRule[];
  merges: Area[];
  /** whole rows, then whole columns, each in order and apart from the next */
  hidden: Area[];
  protection: SheetProtection | null;
  frozenRows: number;
  frozenColumns: number;
  gridlines: boolean;
  tabColor: string;
  visible: boolean;
  /** hidden so that only a program shows it again; passed on from file to file, as is the zoom in percent */
  veryHidden?: boolean;
  zoom?: number;
  page: PageSetup;
}

export interface SheetInfo {
  id: string;
  name: string;
}
