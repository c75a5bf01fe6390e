import { fold } from "../../text";
import type { TableColumn, TableRow } from "./table";
import { ATTRIBUTE } from "./words";

/* 属性 that no column of its own says: in brackets beside a name, as the title of a section, as a column to be ticked. */

const BRACKET = /\s*[(（〔[【]([^()（）〔〕[\]【】]{2,8})[)）〕\]】]/g;
/** What orders a title. */
const ORDER = /^\s*(?:[(（][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十\d]+\s*[、.．])\s*/;
const TICK = /^[√✓✔☑●○★☆▲△vVyY1是]$/;

export const isAttribute = (text: string): boolean => ATTRIBUTE.test(fold(text));

interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/**
 * The attribute of each row goes to a further column, as it is printed; a name without it is the name. A name of which it stood
 * in the middle is kept in 备注.
 */
export function withAttributes({ columns, rows }: Table): Table {
  const name = columns.findIndex(({ role }) => role === "name");
  if (name < 0 || columns.some(({ role }) => role === "attribute")) return { columns, rows };
  const ticked = columns.flatMap(({ header }, i) => (isAttribute(header) ? [i] : []));
  const split = rows.map(({ cells, section }) => {
    const said: string[] = [];
    const bare = (cells[name] ?? "").replace(BRACKET, (bracket, inner: string) =>
      isAttribute(inner) ? (said.push(bracket.trim()), "") : bracket,
    );
    const title = section.replace(ORDER, "").trim();
    if (said.length === 0 && isAttribute(title)) said.push(title);
    const tick = ticked.find((i) => TICK.test(fold(cells[i] ?? "")));
    if (said.length === 0 && tick !== undefined) said.push(columns[tick]!.header.trim());
    const printed = said.length > 0 && !(cells[name] ?? "").includes(bare.trim()) ? cells[name]! : "";
    return bare.trim() === "" ? { bare, said: [], printed: "" } : { bare, said, printed };
  });
  if (split.every(({ said }) => said.length === 0)) return { columns, rows };
  return {
    columns: [...columns, { role: "attribute", header: "" }, { role: "note", header: "" }],
    rows: rows.map((row, r) => {
      const { bare, said, printed } = split[r]!;
      const cells = columns.map((_, i) => (i === name && said.length > 0 ? bare : (row.cells[i] ?? "")));
      return { ...row, cells: [...cells, said.join(""), printed] };
    }),
  };
}
