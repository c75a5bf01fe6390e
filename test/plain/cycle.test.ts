import { type Plan } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { calculationLayout, PLAIN_FORMULAS } from "../../src/plain";
import { cellAddress, columnLetters } from "../../src/grid";
import { expandTable } from "../../src/tables";
import { formSheet } from "../../src/sheets";
import { variedPlan } from "./cases";

const REFERENCE = /(?:'([^']+)'!)?\$?([A-Z]{1,3})(?:\$?(\d+))?(?::\$?([A-Z]{1,3})(?:\$?(\d+))?)?(?![\w(.])/g;

const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** By sheet and column, then row: the formulas. */
type Formulas = Map<string, Map<number, string>>;

const columnKey = (sheet: string, column: number): string => `${sheet}!${columnLetters(column)}`;

function add(formulas: Formulas, key: string, row: number, formula: string): void {
  const column = formulas.get(key) ?? new Map<number, string>();
  formulas.set(key, column.set(row, formula));
}

/** The cells with formulas that a formula may read, whole ranges and columns at that: columns, and rows of each. */
const precedents = (key: string, formula: string, of: Formulas): [key: string, row: number][] =>
  [...formula.replace(/"[^"]*"/g, '""').matchAll(REFERENCE)].flatMap(
    ([, on = key.split("!")[0], left, top, right = left, bottom = top]) => {
      const first = columnOf(left!);
      const keys = Array.from({ length: columnOf(right!) - first + 1 }, (_, i) => columnKey(on!, first + i));
      return keys.flatMap((column) =>
        [...(of.get(column)?.keys() ?? [])]
          .filter((row) => !top || (row >= Number(top) && row <= Number(bottom)))
          .map((row): [string, number] => [column, row]),
      );
    },
  );

/** Cells of which each reads the next, and the last the first; empty where there are none. */
function cycle(of: Formulas): string[] {
  const done = new Set<string>();
  const from = (key: string, row: number, path: string[]): string[] => {
    const cell = `${key}${row}`;
    if (path.includes(cell)) return path.slice(path.indexOf(cell));
    if (done.has(cell)) return [];
    for (const [next, at] of precedents(key, of.get(key)!.get(row)!, of)) {
      const found = from(next, at, [...path, cell]);
      if (found.length > 0) return found;
    }
    done.add(cell);
    return [];
  };
  for (const [key, rows] of of)
    for (const row of rows.keys()) {
      const found = from(key, row, []);
      if (found.length > 0) return found;
    }
  return [];
}

/** The formulas of a form and its sheet of steps, cells in place of names. */
function formulasOf(of: Plan): Formulas {
  const sheet = formSheet(of, { formulas: PLAIN_FORMULAS });
  const form = expandTable(sheet);
  const cellOf = (name: string): string => {
    const target = form.names[name];
    if (typeof target !== "object") throw new Error(`${name} names no cell`);
    return `'${form.name}'!${cellAddress(target.row, target.column)}`;
  };
  const formulas: Formulas = new Map();
  for (const { name, cells } of [form, calculationLayout(sheet, of)])
    cells.forEach((line, row) =>
      line.forEach((cell, column) => {
        if (typeof cell === "object" && cell !== null)
          add(formulas, columnKey(name, column), row + 1, cell.formula.replace(/\bYIZHI_\w+/g, cellOf));
      }),
    );
  return formulas;
}

test.each([
  ["the built-in plan", plan],
  ["a plan with milestones", variedPlan()],
])("no formula of %s reads a range in which a cell depends on it", (_, of) => {
  const formulas = formulasOf(of);
  expect(formulas.size).toBeGreaterThan(50);
  expect(cycle(formulas)).toEqual([]);
});

test("an entry that is made of its row's results is circular", () => {
  const formulas = formulasOf(plan);
  add(formulas, "指标填报!H", 6, "=L6");
  expect(cycle(formulas)).toEqual(expect.arrayContaining(["指标填报!H6", "指标填报!L6"]));
});
