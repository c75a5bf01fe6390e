import type { TableRow, TableColumn } from "./table";

const SIGNS = "*＊▲△★☆◆◇";
const BEFORE = new RegExp(`^(\\s*(?:\\d{1,3}[.、．]\\s*)?)[${SIGNS}]+\\s*(?=\\S)`);
const AFTER = new RegExp(`\\s*[${SIGNS}]+(?=\\s*(?:[(（][^()（）]*[)）]\\s*)?$)`);

/** A name without its marks; one that is nothing else stays. */
const unmarked = (name: string): string => {
  const bare = name.replace(AFTER, "").replace(BEFORE, "$1");
  return bare.trim() === "" ? name : bare;
};

interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/**
 * Marks of names, such as the * of indicators that the province sets, are no part of the name: it stands with them, as it is
 * printed, in a further column of 备注.
 */
export function withMarksInNotes({ columns, rows }: Table): Table {
  const name = columns.findIndex(({ role }) => role === "name");
  const bare = rows.map(({ cells }) => unmarked(cells[name] ?? ""));
  if (rows.every(({ cells }, r) => bare[r] === (cells[name] ?? ""))) return { columns, rows };
  return {
    columns: [...columns, { role: "note", header: "" }],
    rows: rows.map((row, r) => {
      const printed = row.cells[name] ?? "";
      const cells = columns.map((_, i) => (i === name ? bare[r]! : (row.cells[i] ?? "")));
      return { ...row, cells: [...cells, bare[r] === printed ? "" : printed] };
    }),
  };
}
