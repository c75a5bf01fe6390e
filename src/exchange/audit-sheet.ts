import { area, type Cell, COLORS, folded, FONT, type Grid, type SheetLayout, valueAt } from "../grid";
import { type AuditItem, type Report } from "../report";
import { tableOf } from "../sheets";

export const AUDIT_SHEET = "审核情况";

/** What the sheet 审核情况 says. */
export interface Audited extends Pick<Report, "bureau" | "period" | "findings" | "progress"> {
  planName: string;
  /** when it was checked, `2023-07-05 14:30` */
  time: string;
  /** sentences: what nobody has checked, and why */
  unchecked: readonly string[];
  /** sentences: what was left empty */
  open: readonly string[];
}

const HEADERS = [
  ["级别", 7],
  ["工作表", 11],
  ["单元格", 8],
  ["代码", 9],
  ["指标、任务", 30],
  ["填报内容", 13],
  ["审核发现", 46],
  ["情况说明", 46],
] as const;
const HEADER_ROW = 3;

/** True for a sheet that this makes. */
export const isAuditSheet = (grid: Grid): boolean =>
  HEADERS.every(([header], column) => folded(valueAt(grid, HEADER_ROW, column)) === folded(header));

const lineOf = (item: AuditItem): Cell[] => [
  item.level,
  tableOf(item.sheet).name,
  item.address,
  item.code,
  item.indicator,
  item.value,
  item.message,
  item.explanation ?? "",
];

const blank = (first: Cell): Cell[] => [first, ...Array<Cell>(HEADERS.length - 1).fill("")];

function summary({ findings, progress, time }: Audited): string {
  const { must, verify, filled, total, tasks } = progress;
  const verified = verify > 0 ? `核实 ${verify} 项（都已说明）` : "核实 0 项";
  const done = [
    ...(total > 0 ? [`指标已填 ${filled}/${total}`] : []),
    ...(tasks ? [`任务已填 ${tasks.filled}/${tasks.total}`] : []),
  ];
  return `审核时间：${time}　可以上报：强制 ${must} 项，${verified}，提示 ${findings.length - must - verify} 项；${done.join("，")}`;
}

/** The sheet 审核情况 of a file that is sent: every finding with its explanation, then what was not checked or not filled in. */
export function auditLayout(audited: Audited): SheetLayout {
  const { planName, bureau, period, findings, unchecked, open } = audited;
  const width = HEADERS.length;
  const lists = [
    ["没有审核的内容", unchecked],
    ["没有填写的内容", open],
  ] as const;
  const told = lists.flatMap(([title, lines]) => [title, ...(lines.length > 0 ? lines : ["无"])]);
  const top: Cell[][] = [
    blank(AUDIT_SHEET),
    blank(`${planName}　填报单位：${bureau}　报告期：${period}`),
    blank(summary(audited)),
    HEADERS.map(([header]) => header),
    ...(findings.length > 0 ? findings.map(lineOf) : [blank("没有发现问题")]),
  ];
  const below = top.length;
  const cells = [...top, ...told.map(blank)];
  const titles = lists.map(([title]) => area(below + told.indexOf(title), 0, 1, width));
  const table = area(HEADER_ROW, 0, below - HEADER_ROW, width);
  return {
    name: AUDIT_SHEET,
    cells,
    numberFormats: cells.map((row) => row.map(() => "General")),
    styles: [
      {
        areas: [area(0, 0, cells.length, width)],
        style: { font: { name: FONT, size: 10, color: COLORS.text }, vertical: "Center", locked: true },
      },
      { areas: [area(0, 0, 1, width)], style: { font: { size: 16, bold: true }, horizontal: "Center" } },
      { areas: [table], style: { border: COLORS.line, wrap: true } },
      { areas: [area(HEADER_ROW, 0, table.rows, 4)], style: { horizontal: "Center" } },
      {
        areas: [area(HEADER_ROW, 0, 1, width)],
        style: { font: { bold: true }, fill: COLORS.header, horizontal: "Center" },
      },
      { areas: titles, style: { font: { bold: true }, fill: COLORS.section } },
      { areas: [area(below, 0, told.length, width)], style: { wrap: true } },
    ],
    merges: [0, 1, 2, ...told.map((_, i) => below + i)].map((row) => area(row, 0, 1, width)),
    columnWidths: HEADERS.map(([, columnWidth]) => columnWidth),
    rowHeights: [
      { row: 0, rows: 1, height: 32 },
      { row: 1, rows: 3, height: 22 },
      { row: HEADER_ROW + 1, rows: table.rows - 1, height: null },
      // a merged cell never follows its text
      ...told.map((text, i) => ({ row: below + i, rows: 1, height: heightOf(text) })),
    ],
    validations: [],
    highlights: [],
    names: {},
    frozenRows: HEADER_ROW + 1,
    print: {
      orientation: "landscape",
      area: area(0, 0, cells.length, width),
      title: area(HEADER_ROW, 0),
      footer: "第 &P 页，共 &N 页",
    },
  };
}

/** Chinese is twice as wide. */
function heightOf(text: string): number {
  const characters = [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 255 ? 2 : 1), 0);
  const width = HEADERS.reduce((sum, [, columnWidth]) => sum + columnWidth, 0);
  return 6 + 15 * Math.ceil(characters / width);
}
