import { type Pasted, readPlanTable } from "../../src/draft";
import { PLAN_CASES } from "./plan-case";

/* The same table pasted from elsewhere reads the same: from Word, a web page, Markdown, a range of a workbook. */

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const page = (rows: string[][], cell: (text: string) => string): string =>
  `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${cell(escaped(text))}</td>`).join("")}</tr>`).join("")}</table>`;

const MAKES: Readonly<Record<string, (rows: string[][]) => Pasted>> = {
  "a web page": (rows) => ({ html: page(rows, (text) => text) }),
  Word: (rows) => ({
    html: page(rows, (text) => `<p class=MsoNormal><span lang=EN-US>${text}<o:p></o:p></span></p>`),
  }),
  Markdown: (rows) => ({ text: rows.map((row) => `| ${row.join(" | ")} |`).join("\n") }),
  "a range": (cells) => ({ cells }),
  "Windows' line ends": (rows) => ({ text: rows.map((row) => `${row.join("\t")}\r\n`).join("") }),
};

/** Text whose rows all have as many cells as the header, so that every make says the same; quotes would be a spreadsheet's. */
const TABLES = PLAN_CASES.flatMap(({ name, pasted: { text, html } }) => {
  const rows = html
    ? []
    : (text ?? "")
        .trimEnd()
        .split("\n")
        .map((line) => line.split("\t"));
  const even = rows.every(({ length }) => length === rows[0]!.length);
  return even && rows.length > 1 && rows[0]!.length > 2 && !text!.includes('"')
    ? [[name, rows] as const]
    : [];
});

const indicatorsOf = (pasted: Pasted): unknown => {
  const draft = readPlanTable(pasted, new Map(), null);
  const read = "refused" in draft ? draft : draft.indicators;
  // HTML's spaces are all one
  return JSON.parse(JSON.stringify(read).replace(/[^\S\n]/gu, " "));
};

test("there are tables to compare", () => expect(TABLES.length).toBeGreaterThan(20));

describe.each(Object.entries(MAKES))("from %s", (_, make) =>
  test.each(TABLES)("%s reads the same", (__, rows) =>
    expect(indicatorsOf(make(rows))).toEqual(
      indicatorsOf({ text: rows.map((row) => row.join("\t")).join("\n") }),
    ),
  ),
);

const COLUMNS = PLAN_CASES.flatMap(({ name, pasted: { text, html } }) =>
  html || !text || text.includes("\t") ? [] : [[name, text] as const],
);

describe("from a column of a sheet, into which text was pasted", () =>
  test.each(COLUMNS)("%s reads the same", (_, text) =>
    expect(indicatorsOf({ cells: text.split("\n").map((line) => [line]) })).toEqual(indicatorsOf({ text })),
  ));
