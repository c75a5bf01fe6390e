import type { Plan } from "../plan";
import { TABLES } from "./kinds";
import { type PerTable } from "./table-words";
import { area, type Cell, COLORS, folded, FONT, type Grid, type SheetLayout, valueAt } from "../grid";

export const REMINDERS_SHEET = "催报清单";

/** What is still to come from a bureau. */
export interface Outstanding {
  bureau: string;
  /** a file of this period has come from this bureau */
  returned: boolean;
  /** what is open of each table */
  open: PerTable<{ key: string; name: string }[]>;
}

const HEADERS = [
  ["单位", 22],
  ["是否交回", 14],
  ...TABLES.map(({ noun }) => [`未填${noun}`, 9] as const),
  ["尚缺内容", 90],
] as const;

const returnedWords = ({ returned }: Outstanding): string => (returned ? "已交，有缺项" : "未交");

/** `YL07 护理型养老床位占比；任务 3、5、8` */
const missingWords = ({ open }: Outstanding): string =>
  TABLES.filter(({ id }) => open[id].length > 0)
    .map((kind) => kind.listed(open[kind.id]))
    .join("；");

/** True for a sheet that this makes. */
export const isReminders = (grid: Grid): boolean =>
  HEADERS.every(([header], column) => folded(valueAt(grid, 2, column)) === folded(header));

/** The list as text, to be sent to the bureaus: one paragraph each. */
export function reminderText(list: readonly Outstanding[], plan: Plan, period: string): string {
  if (list.length === 0) return `${plan.name}${period}：各单位均已报齐。`;
  const lines = list.map(
    (one) =>
      `${one.bureau}（${returnedWords(one)}）：${TABLES.map(({ id, noun }) => `${noun} ${one.open[id].length} 项`).join("、")}未填。${missingWords(one)}`,
  );
  return [
    `${plan.name}${period}数据，以下 ${list.length} 个单位尚未报齐，请尽快填报：`,
    ...lines.map((line, i) => `${i + 1}. ${line}`),
  ].join("\n");
}

/** The sheet 催报清单: one row per bureau that has not reported everything. Made anew each time, so it is locked. */
export function remindersLayout(list: readonly Outstanding[], plan: Plan, period: string): SheetLayout {
  const columns = HEADERS.length;
  const rows = list.map((one): Cell[] => [
    one.bureau,
    returnedWords(one),
    ...TABLES.map(({ id }) => one.open[id].length),
    missingWords(one),
  ]);
  const blank = (first: Cell): Cell[] => [first, ...Array<Cell>(columns - 1).fill("")];
  const cells: Cell[][] = [
    blank(REMINDERS_SHEET),
    blank(`${plan.name}　报告期：${period}　${list.length} 个单位尚未报齐`),
    HEADERS.map(([header]) => header),
    ...rows,
  ];
  const table = area(2, 0, cells.length - 2, columns);
  return {
    name: REMINDERS_SHEET,
    cells,
    numberFormats: cells.map((row) => row.map(() => "General")),
    styles: [
      {
        areas: [area(0, 0, cells.length, columns)],
        style: { font: { name: FONT, size: 10, color: COLORS.text }, vertical: "Center", locked: true },
      },
      { areas: [area(0, 0, 1, columns)], style: { font: { size: 16, bold: true }, horizontal: "Center" } },
      { areas: [table], style: { border: COLORS.line, wrap: true } },
      { areas: [area(2, 1, cells.length - 2, columns - 2)], style: { horizontal: "Center" } },
      {
        areas: [area(2, 0, 1, columns)],
        style: { font: { bold: true }, fill: COLORS.header, horizontal: "Center" },
      },
    ],
    merges: [area(0, 0, 1, columns), area(1, 0, 1, columns)],
    columnWidths: HEADERS.map(([, width]) => width),
    rowHeights: [
      { row: 0, rows: 1, height: 32 },
      { row: 1, rows: 2, height: 24 },
      ...(list.length > 0 ? [{ row: 3, rows: list.length, height: null }] : []),
    ],
    validations: [],
    highlights: [],
    names: {},
    frozenRows: 3,
    print: {
      orientation: "landscape",
      area: area(0, 0, cells.length, columns),
      title: area(2, 0),
      footer: "第 &P 页，共 &N 页",
    },
  };
}
