import { formatArea } from "../host/address";
import type { SpreadsheetEngine } from "../engine/engine";

/** Excel shows beside a selected cell what the function that failed in it said; here the line at the ribbon does. */
export function tellErrors(engine: SpreadsheetEngine, tell: (message: string | null) => void): void {
  let told = false;
  engine.onEvent((event) => {
    if (event.kind !== "selected") return;
    const { row, column } = event.areas[0]!;
    const message = engine.messageAt(event.sheet, row, column);
    if (message) tell(`${formatArea({ row, column, rows: 1, columns: 1 })}：${message}`);
    else if (told) tell(null);
    told = message !== null;
  });
}
