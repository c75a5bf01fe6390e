import type { ChartState } from "../../../grid";
import { HostError } from "../errors";
import type { ChartOf, Sheet } from "../model";
import { checkFormat } from "./cells";

export const chartsOf = ({ book, sheet }: Sheet): readonly ChartState[] =>
  book.engine.sheetState(sheet).charts;

/** @throws HostError AccessDenied when the sheet is protected, unless objects may be edited */
export function storeCharts(sheet: Sheet, charts: readonly ChartState[]): void {
  checkFormat(sheet, "allowEditObjects");
  sheet.book.engine.updateSheet(sheet.sheet, { charts });
}

/** @throws HostError ItemNotFound once the chart is gone */
export function chartOf(of: ChartOf): ChartState {
  const found = chartsOf(of).find(({ id }) => id === of.chart);
  if (!found) throw new HostError("ItemNotFound", "Chart");
  return found;
}

/** @param part undefined takes a part off */
export function changeChart(of: ChartOf, part: Partial<ChartState>): void {
  const changed = Object.fromEntries(
    Object.entries({ ...chartOf(of), ...part }).filter(([, value]) => value !== undefined),
  ) as unknown as ChartState;
  storeCharts(
    of,
    chartsOf(of).map((chart) => (chart.id === of.chart ? changed : chart)),
  );
}
