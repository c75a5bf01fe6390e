import { type ICellData, ICommandService, type Injector, type Nullable } from "@univerjs/core";

type Cells = Record<number, Record<number, Nullable<ICellData>>>;

interface Results {
  unitData?: Record<string, Record<string, Cells | null> | null>;
}

interface Values {
  subUnitId: string;
  cellValue?: Cells;
  trigger?: string;
}

const RESULT = "formula.mutation.set-formula-calculation-result";
const SET_VALUES = "sheet.mutation.set-range-values";
const TYPING = "sheet.command.set-range-values";

const keyOf = (sheet: string, row: number | string, column: number | string): string =>
  `${sheet}:${row}:${column}`;

function eachCell(
  cells: Cells,
  each: (row: string, column: string, cell: Nullable<ICellData>) => void,
): void {
  for (const [row, line] of Object.entries(cells))
    for (const [column, cell] of Object.entries(line)) each(row, column, cell);
}

/**
 * Univer gives a formula's cell the number format of what the formula refers to or gives, each time it calculates. As
 * in Excel that is so only once, when a person types the formula: what is opened or written keeps its own format.
 */
export function keepFormats(injector: Injector): void {
  const typed = new Set<string>();
  const commands = injector.get(ICommandService);
  commands.onCommandExecuted(({ id, params }) => {
    if (id !== SET_VALUES) return;
    const { subUnitId, cellValue, trigger } = params as Values;
    if (trigger !== TYPING) return;
    eachCell(cellValue ?? {}, (row, column, cell) => {
      if (cell?.f) typed.add(keyOf(subUnitId, row, column));
    });
  });
  commands.beforeCommandExecuted(({ id, params }) => {
    if (id !== RESULT) return;
    for (const sheets of Object.values((params as Results).unitData ?? {}))
      for (const [sheet, cells] of Object.entries(sheets ?? {}))
        eachCell(cells ?? {}, (row, column, cell) => {
          if (cell && !typed.delete(keyOf(sheet, row, column))) delete cell.s;
        });
  });
}
