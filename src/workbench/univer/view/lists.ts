import type { FUniver } from "@univerjs/core/facade";
import "@univerjs/sheets-ui/facade";

const SHOW = "sheet.operation.show-data-validation-dropdown";

interface Place {
  row: number;
  column: number;
}

/**
 * Keeps the list of a merged cell open after a click on its arrow. Univer opens it when the mouse goes down and closes it
 * when it comes up, because the arrow stands in another cell of the merged area than the rule.
 */
export function keepListsOpen(api: FUniver): void {
  let shown: Place | null = null;
  api.addEvent(api.Event.CommandExecuted, ({ id, params }) => {
    if (id === SHOW) shown = params as Place;
  });
  api.addEvent(api.Event.SelectionMoveEnd, ({ selections }) => {
    const place = shown;
    shown = null;
    const isInside =
      place !== null &&
      selections.some(
        ({ startRow, endRow, startColumn, endColumn }) =>
          startRow <= place.row &&
          place.row <= endRow &&
          startColumn <= place.column &&
          place.column <= endColumn,
      );
    // after Univer has closed it; where it has not, this changes nothing
    if (isInside) setTimeout(() => void api.executeCommand(SHOW, place));
  });
}
