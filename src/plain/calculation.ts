import { crossChecks } from "../assessment";
import type { Indicator, Plan } from "../plan";
import { area, type Cell, COLORS, columnLetters, FONT, type SheetLayout } from "../grid";
import { CALCULATION_SHEET, CALCULATION_TITLE, frameOf, type TableSheet } from "../tables";
import { AUDIT_STEPS } from "./audit";
import { ENTRY_STEPS } from "./entry";
import { FIGURE_STEPS, PLAN_STEPS, STATUS_STEPS } from "./figures";
import { PERIOD_STEPS } from "./period";
import type { RowRefs, Step } from "./step";

const ROW_STEPS: Step<RowRefs>[] = [
  ...PLAN_STEPS,
  ...ENTRY_STEPS,
  ...FIGURE_STEPS,
  ...STATUS_STEPS,
  ...AUDIT_STEPS,
];

/** The letters of each step's column, by its id: steps refer to each other all the time. */
const lettersOf = (steps: readonly { id: string }[]): ((id: string) => string) => {
  const letters = new Map(steps.map(({ id }, column) => [id, columnLetters(column)]));
  return (id) => {
    const found = letters.get(id);
    if (found === undefined) throw new Error(`no step "${id}"`);
    return found;
  };
};
const rowLetters = lettersOf(ROW_STEPS);
const headLetters = lettersOf(PERIOD_STEPS);
const quoted = (sheetName: string): string => `'${sheetName.replace(/'/g, "''")}'!`;

const column = (sheetName: string, letters: string): string => `${quoted(sheetName)}$${letters}:$${letters}`;

/** A step's result for the indicator whose code stands in a cell of the form: rows may be sorted, codes stay with their rows. */
export const stepOf = (id: string, code: string): string =>
  `INDEX(${column(CALCULATION_SHEET, rowLetters(id))},MATCH(${code},${column(CALCULATION_SHEET, rowLetters("code"))},0))`;

/** The cells of the calculation sheet: title, the head's steps side by side, one row of steps per record of the form. */
function cellsFor(form: TableSheet<Indicator>, formName: string, plan: Plan): Cell[][] {
  const frame = frameOf(form);
  const [labels, values] = [frame.header - 2, frame.header - 1];
  const width = Math.max(ROW_STEPS.length, PERIOD_STEPS.length);
  const last = frame.records.at(-1)?.row ?? frame.header;
  const cells: Cell[][] = Array.from({ length: last + 1 }, () => Array<Cell>(width).fill(""));
  const formLetters = lettersOf(form.columns);
  const head = (id: string): string => `$${headLetters(id)}$${values + 1}`;
  cells[0]![0] = CALCULATION_TITLE;
  PERIOD_STEPS.forEach((step, i) => {
    cells[labels]![i] = step.header;
    cells[values]![i] = step.cell({ plan, head });
  });
  ROW_STEPS.forEach((step, i) => (cells[frame.header]![i] = step.header));
  const rows = new Map(frame.records.map(({ row, record }) => [record.code, row + 1]));
  const checks = crossChecks(plan).filter(({ codes }) => codes.every((code) => rows.has(code)));
  for (const { row, record } of frame.records) {
    const step = (id: string): string => `$${rowLetters(id)}${row + 1}`;
    const inForm = (id: string): string => column(formName, formLetters(id));
    const refs: RowRefs = {
      indicator: record,
      plan,
      head,
      step,
      form: (id) => `INDEX(${inForm(id)},MATCH(${step("code")},${inForm("code")},0))`,
      checks: checks.filter(({ codes }) => codes.includes(record.code)),
      stepOf: (code, id) => `$${rowLetters(id)}$${rows.get(code)!}`,
    };
    cells[row] = ROW_STEPS.map((step) => step.cell(refs));
  }
  return cells;
}

/** The sheet that holds the steps of a form's plain formulas, to be hidden but not locked away. */
export function calculationLayout(
  form: TableSheet<Indicator>,
  plan: Plan,
  formName = form.name,
): SheetLayout {
  const cells = cellsFor(form, formName, plan);
  const { header } = frameOf(form);
  const [rows, columns] = [cells.length, cells[0]!.length];
  const headings = [area(header - 2, 0, 1, PERIOD_STEPS.length), area(header, 0, 1, ROW_STEPS.length)];
  return {
    name: CALCULATION_SHEET,
    cells,
    numberFormats: cells.map((row) => row.map(() => "General")),
    styles: [
      {
        areas: [area(0, 0, rows, columns)],
        style: { font: { name: FONT, size: 10, color: COLORS.text }, locked: true },
      },
      { areas: headings, style: { font: { bold: true }, fill: COLORS.header } },
    ],
    merges: [],
    columnWidths: Array<number>(columns).fill(11),
    rowHeights: [],
    validations: [],
    highlights: [],
    names: {},
    frozenRows: header + 1,
    // hidden, so without an area to print: LibreOffice would print it
    print: {
      orientation: "landscape",
      title: area(header, 0),
      footer: "第 &P 页，共 &N 页",
    },
    hidden: true,
  };
}
