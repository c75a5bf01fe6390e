import { type Area, type EngineEvent, MAX_COLUMNS, MAX_ROWS, type SpreadsheetEngine } from "../engine/engine";
import { formatArea } from "./address";
import { valueType } from "./typing";

/** The library's numbers of the events this host raises. */
export enum EventType {
  WorkbookSelection = 2,
  Changed = 10,
  Activated = 11,
  Deactivated = 12,
  Added = 13,
  Selection = 14,
  Deleted = 15,
}

/** A collection's listeners are called under this name, a sheet's own under its id. */
export const ALL_SHEETS = "Workbook";
const WORKBOOK = "";

export interface EventMessage {
  type: EventType;
  targets: string[];
  /** made when the event is told, so that formulas have their new values */
  args: () => Record<string, unknown>;
  /** where the change was, for a handler that asks for the range */
  changed?: { sheet: string; area: Area };
}

const SHIFTS = {
  inserted: { rows: "ShiftCellDown", columns: "ShiftCellRight" },
  deleted: { rows: "ShiftCellUp", columns: "ShiftCellLeft" },
} as const;
const KINDS = { inserted: "Inserted", deleted: "Deleted" } as const;

const addressOf = (areas: Area[]): string => areas.map(formatArea).join();

function whatMoved({ rows, columns }: Area): string {
  if (columns === MAX_COLUMNS) return "Row";
  return rows === MAX_ROWS ? "Column" : "Cell";
}

type Edit = EngineEvent & { kind: "edited" };

/** Excel tells values before and after for a single cell only. */
function details({ sheet, areas, before }: Edit, engine: SpreadsheetEngine): Record<string, unknown> {
  if (!before || !engine.sheets().some(({ id }) => id === sheet)) return {};
  const after = engine.readCells(sheet, areas[0]!)[0]![0]!;
  return {
    valueBefore: before.value ?? "",
    valueAfter: after.value ?? "",
    valueTypeBefore: valueType(before),
    valueTypeAfter: valueType(after),
  };
}

const trigger = (source: "user" | "api"): string => (source === "api" ? "ThisLocalAddin" : "Unknown");

/** What the library is told of an event; arguments as Excel gives them. */
export function messagesOf(event: EngineEvent, engine: SpreadsheetEngine): EventMessage[] {
  const { sheet } = event;
  const both = [sheet, ALL_SHEETS];
  const plain = (type: EventType, targets: string[], more: Record<string, unknown> = {}): EventMessage => ({
    type,
    targets,
    args: () => ({ worksheetId: sheet, source: "Local", ...more }),
  });
  switch (event.kind) {
    case "edited":
      return [
        {
          type: EventType.Changed,
          targets: both,
          changed: { sheet, area: event.areas[0]! },
          args: () => ({
            worksheetId: sheet,
            source: "Local",
            triggerSource: trigger(event.source),
            changeType: "RangeEdited",
            address: addressOf(event.areas),
            shiftDirection: "None",
            ...details(event, engine),
          }),
        },
      ];
    case "inserted":
    case "deleted":
      return [
        {
          ...plain(EventType.Changed, both, {
            triggerSource: trigger(event.source),
            changeType: `${whatMoved(event.area)}${KINDS[event.kind]}`,
            address: addressOf([event.area]),
            shiftDirection: SHIFTS[event.kind][event.moved],
          }),
          changed: { sheet, area: event.area },
        },
      ];
    // of charts the host has no events
    case "charted":
      return [];
    case "selected":
      return [
        plain(EventType.Selection, both, { address: addressOf(event.areas) }),
        plain(EventType.WorkbookSelection, [WORKBOOK]),
      ];
    case "activated":
      return [plain(EventType.Activated, both)];
    case "deactivated":
      return [plain(EventType.Deactivated, both)];
    case "added":
      return [plain(EventType.Added, [ALL_SHEETS])];
    case "removed":
      return [plain(EventType.Deleted, [ALL_SHEETS])];
  }
}
