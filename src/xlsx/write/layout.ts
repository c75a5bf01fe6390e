import {
  absoluteAddress,
  areaAddress,
  type EntryRule,
  type Highlight,
  type HighlightRule,
  type NameSnapshot,
  type PageSetup,
  PRINT_MARGINS,
  type PrintMargins,
  PROTECTION,
  quoteName,
  type SheetLayout,
  type SheetState,
  type Validation,
  type ValidationRule,
  widthInPoints,
} from "../../grid";
import { looksOf } from "./layout-looks";
import type { WritableSheet } from "./sheet";

function limitsOf(rule: EntryRule): Pick<ValidationRule, "type" | "operator" | "formula1" | "formula2"> {
  const { type } = rule;
  if (type === "list") return { type, formula1: rule.source.join(",") };
  const formula1 = String(rule.min);
  if (rule.max === undefined) return { type, operator: "GreaterThanOrEqualTo", formula1 };
  return { type, operator: "Between", formula1, formula2: String(rule.max) };
}

const NO_ALERT = { show: false, style: "Information", title: "", message: "" };
const validationOf = ({ areas, rule, prompt, error }: Validation): ValidationRule => ({
  areas,
  ...limitsOf(rule),
  prompt: { show: true, ...prompt },
  error: error ? { show: true, style: "Stop", ...error } : NO_ALERT,
});

const highlightOf = ({ areas, formula, fill, font = {} }: Highlight): HighlightRule => ({
  id: "",
  areas,
  formula,
  fill,
  fontColor: font.color,
  bold: font.bold,
});

const POINTS_PER_CENTIMETRE = 72 / 2.54;
const inPoints = (margins: PrintMargins): PageSetup["margins"] =>
  Object.fromEntries(Object.entries(margins).map(([edge, size]) => [edge, size * POINTS_PER_CENTIMETRE]));

const pageOf = ({
  print: { orientation, area, title, footer, margins = PRINT_MARGINS, pages = 0 },
}: SheetLayout): PageSetup => ({
  orientation: orientation === "landscape" ? "Landscape" : "Portrait",
  paperSize: "A4",
  zoom: { horizontalFitToPages: 1, verticalFitToPages: pages },
  centerHorizontally: true,
  margins: inPoints(margins),
  ...(area && { printArea: areaAddress(area) }),
  ...(title && { printTitleRows: `${title.row + 1}:${title.row + title.rows}` }),
  centerFooter: footer,
});

const stateOf = (layout: SheetLayout): SheetState => ({
  validations: layout.validations.map(validationOf),
  highlights: layout.highlights.map(highlightOf),
  charts: (layout.charts ?? []).map((chart) => ({ ...chart, id: "" })),
  merges: layout.merges,
  hidden: [],
  protection: PROTECTION,
  frozenRows: layout.frozenRows,
  frozenColumns: layout.frozenColumns ?? 0,
  gridlines: false,
  tabColor: "",
  visible: !layout.hidden,
  page: pageOf(layout),
});

function heightsOf({ cells, rowHeights }: SheetLayout): (number | null | undefined)[] {
  const heights = new Array<number | null | undefined>(cells.length).fill(undefined);
  for (const { row, rows, height } of rowHeights) heights.fill(height, row, row + rows);
  return heights;
}

/** Room for a second line, such as 审核提示 may need, for results do not make a row grow. */
const LEAST_HEIGHT = 30;

/** A layout as a sheet with everything that Excel's writer gives it. Text stays text, however it looks. */
export const sheetOf = (layout: SheetLayout): WritableSheet => ({
  name: layout.name,
  ...looksOf(layout),
  columnWidths: layout.columnWidths.map(widthInPoints),
  rowHeights: heightsOf(layout),
  leastHeight: LEAST_HEIGHT,
  state: stateOf(layout),
  valueAt: (row, column) => {
    const cell = layout.cells[row]![column];
    if (cell === null || cell === undefined || cell === "") return undefined;
    // a formula shows its known result until it is calculated
    return typeof cell === "object" ? { formula: cell.formula.slice(1), result: cell.result } : cell;
  },
});

/** The names that stand for cells; texts stand on a sheet of their own in a file. */
export const namesOf = ({ name: sheet, names }: SheetLayout): NameSnapshot[] =>
  Object.entries(names).flatMap(([name, target]) =>
    typeof target === "object"
      ? [[name, `=${quoteName(sheet)}!${absoluteAddress(target)}`] as NameSnapshot]
      : [],
  );
