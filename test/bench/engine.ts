import { indicatorsOf } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import type { Area, CellContent } from "../../src/workbench/engine/engine";
import type { Host } from "../../src/workbench/host/host";
import { median, ms, ratio, type Section, timed } from "./section";

const ROWS = 10_000;

const known = indicatorsOf(plan).flatMap(({ code, target }) =>
  target.notation.kind === "value" ? [{ code, target: target.notation.value }] : [],
);
const at = (row: number, column: number, rows = 1, columns = 1): Area => ({ row, column, rows, columns });
const value = (content: string | number): CellContent => ({ value: content });
const formula = (text: string): CellContent => ({ value: null, formula: text });
const column = (cell: (row: number) => CellContent): CellContent[][] =>
  Array.from({ length: ROWS }, (_, i) => [cell(i + 1)]);

const LOOKUP = `INDEX($Z$1:$Z$${known.length},MATCH(A#,$Y$1:$Y$${known.length},0))`;
/** What is measured; the last is what the others are measured against. */
const KINDS: { title: string; formulas: CellContent[][]; aim: string }[] = [
  {
    title: `${ROWS} single-cell GAP`,
    formulas: column((row) => formula(`=YIZHI.GAP(A${row},B${row})`)),
    aim: "0.50 ×",
  },
  {
    title: `one GAP over ${ROWS} rows`,
    formulas: [[formula(`=YIZHI.GAP(A1:A${ROWS},B1:B${ROWS})`)]],
    aim: "0.10 ×",
  },
  {
    title: `${ROWS} IF(…INDEX(…MATCH(…)))`,
    formulas: column((row) => formula(`=IF(B${row}="","",${LOOKUP.replace("#", String(row))}-B${row})`)),
    aim: "",
  },
];

/** Milliseconds to calculate one kind of formulas, entered beside values on a new sheet that goes again afterwards. */
async function calculate(host: Host, formulas: CellContent[][], turn: number): Promise<number> {
  const { engine } = host;
  const code = (row: number): string => known[row % known.length]!.code;
  const sheet = engine.addSheet(`bench ${turn}`);
  engine.writeCells(
    sheet,
    at(0, 0, ROWS, 1),
    column((row) => value(code(row))),
  );
  engine.writeCells(
    sheet,
    at(0, 24, known.length, 2),
    known.map((k) => [value(k.code), value(k.target)]),
  );
  // other values each time, so that nothing calculated before is of use
  engine.writeCells(
    sheet,
    at(0, 1, ROWS, 1),
    column((row) => value((row % 90) + turn / 1000)),
  );
  await host.settled();
  const { ms: time } = await timed(() => {
    engine.writeCells(sheet, at(0, 3, formulas.length, 1), formulas);
    return host.settled();
  });
  engine.removeSheet(sheet);
  await host.settled();
  return time;
}

const TURNS = 3;

/** GAP in the workbench's engine, through the library's custom-functions runtime, beside built-in formulas that give the same. */
export const engineFormulas = (host: Host): Section => ({
  title: `GAP for ${ROWS.toLocaleString("en")} rows in the workbench's engine`,
  run: async () => {
    const times: number[][] = KINDS.map(() => []);
    for (let turn = 0; turn < TURNS; turn++)
      for (const [i, { formulas }] of KINDS.entries())
        times[i]!.push(await calculate(host, formulas, turn * KINDS.length + i));
    const medians = times.map(median);
    const builtIn = medians.at(-1)!;
    return [
      ["formulas", "time", "ours / built-in", "aim"],
      ...KINDS.map(({ title, aim }, i) => [title, ms(medians[i]!), aim && ratio(medians[i]!, builtIn), aim]),
    ];
  },
});
