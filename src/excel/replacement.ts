import { PROTECTION, type SheetLayout } from "../grid";
import { applyLayout } from "./apply";
import { sameName } from "./find";
import type { Now } from "./undo";

/** A sheet made anew; an older one of its name stands aside until the new one is complete, which its protection says. */
export class Replacement {
  readonly sheet: Excel.Worksheet;
  private readonly old: { id: string; name: string } | null;

  /** Queues the making. @param old with id and name loaded; null when there is none */
  constructor(
    private readonly workbook: Excel.Workbook,
    old: Excel.Worksheet | null,
    private readonly layout: SheetLayout,
  ) {
    this.old = old && { id: old.id, name: old.name };
    if (old) old.name = `${layout.name}…`;
    this.sheet = workbook.worksheets.add(layout.name);
    applyLayout(this.sheet, layout);
    if (layout.hidden) this.sheet.visibility = "Hidden";
  }

  /** Queues the end, after everything that belongs to it. */
  finish(): void {
    this.sheet.protection.protect(PROTECTION);
    if (this.old) this.workbook.worksheets.getItem(this.old.id).delete();
  }

  /** Queues what is missing once the new sheet is complete, else the way back. @returns the new sheet if it is complete */
  settle({ sheets }: Now): Excel.Worksheet | null {
    const old = sheets.find(({ id }) => id === this.old?.id);
    const made = sheets.find((sheet) => sheet !== old && sameName(sheet.name, this.layout.name));
    if (made?.protection.protected) {
      old?.delete();
      return made;
    }
    made?.delete();
    if (old && old.name !== this.old!.name) old.name = this.old!.name;
    return null;
  }
}
