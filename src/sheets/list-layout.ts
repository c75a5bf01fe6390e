import { area, COLORS, FONT, type SheetLayout } from "../grid";

/** Of every line of a list, the header's among them. */
export const LIST_FONT = { name: FONT, size: 10 };

/** A sheet that only grows, without its lines: a header row, and nothing that keeps anyone from sorting or filtering. */
export function listLayout(
  name: string,
  headers: readonly (readonly [header: string, width: number])[],
): SheetLayout {
  return {
    name,
    cells: [headers.map(([header]) => header)],
    numberFormats: [headers.map(() => "General")],
    styles: [
      {
        areas: [area(0, 0, 1, headers.length)],
        style: {
          font: { ...LIST_FONT, color: COLORS.text, bold: true },
          fill: COLORS.header,
          horizontal: "Center",
          vertical: "Center",
          border: COLORS.line,
          locked: true,
        },
      },
    ],
    merges: [],
    columnWidths: headers.map(([, width]) => width),
    rowHeights: [{ row: 0, rows: 1, height: 24 }],
    validations: [],
    highlights: [],
    names: {},
    frozenRows: 1,
    print: {
      orientation: "landscape",
      title: area(0, 0),
      footer: "第 &P 页，共 &N 页",
    },
  };
}
