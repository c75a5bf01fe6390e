import fc from "fast-check";
import { compile, type Condition, type Quantity } from "../../src/assessment";
import { type Places, renderCondition, renderQuantity } from "../../src/plain/render";
import { createHeadlessEngine } from "../../src/workbench/univer/headless";

const NAMES = ["TY03", "TY04", "TY05"] as const;
type Name = (typeof NAMES)[number];
type Entries = Record<Name, number | string | null>;

const area = (row: number, column: number, columns: number) => ({ row, column, rows: 1, columns });
const cell = (name: Name, row: number): string => `${"ABC"[NAMES.indexOf(name)]!}${row + 1}`;
const places =
  (row: number): Places<Name> =>
  (name) => ({ cell: cell(name, row) });

const compiled = (of: Quantity<Name> | Condition<Name>, entries: Entries): number | boolean =>
  compile<Name, never>(of as Condition<Name>, (name) => {
    const entry = entries[name];
    return typeof entry === "number" ? entry : NaN;
  }) as boolean;

const engine = createHeadlessEngine();
const sheet = engine.addSheet("核对");

/** What each formula gives in a row of its own, beside the entries it is about. */
async function calculated(rows: { formula: string; entries: Entries }[]): Promise<unknown[]> {
  rows.forEach(({ formula, entries }, row) => {
    engine.writeCells(sheet, area(row, 0, 3), [NAMES.map((name) => ({ value: entries[name] }))]);
    engine.writeCells(sheet, area(row, 3, 1), [[{ value: null, formula: `=${formula}` }]]);
  });
  await engine.settled();
  return rows.map((_, row) => engine.readCells(sheet, area(row, 3, 1))[0]![0]!.value);
}

/** What holds between indicators: sums, ratios, a tolerance, a part where there is one. */
const CROSS_CHECKS: Record<string, Condition<Name>> = {
  "a part is no more than the whole": ["TY04", "<=", "TY03"],
  "parts make up the whole": [["TY04", "+", "TY05"], "=", "TY03"],
  "a ratio agrees within half a point": [
    ["abs", [[100, "*", ["TY04", "/", "TY03"]], "-", "TY05"]],
    "<=",
    0.5,
  ],
  "only where the whole is given": [["not", ["known", "TY03"]], "or", ["TY04", "<", "TY03"]],
};

test.each<[keyof typeof CROSS_CHECKS, Entries, boolean]>([
  ["a part is no more than the whole", { TY03: 20, TY04: 20, TY05: null }, true],
  ["a part is no more than the whole", { TY03: 20, TY04: 20.1, TY05: null }, false],
  ["a part is no more than the whole", { TY03: null, TY04: 20, TY05: null }, false],
  ["parts make up the whole", { TY03: 0.3, TY04: 0.1, TY05: 0.2 }, true],
  ["parts make up the whole", { TY03: 0.3, TY04: 0.1, TY05: "无" }, false],
  ["a ratio agrees within half a point", { TY03: 47143, TY04: 19597, TY05: 41.8 }, true],
  ["a ratio agrees within half a point", { TY03: 47143, TY04: 19597, TY05: 42.5 }, false],
  ["a ratio agrees within half a point", { TY03: 0, TY04: 0, TY05: 0 }, false],
  ["only where the whole is given", { TY03: "", TY04: 3, TY05: null }, true],
])("%s: %p is %p, in the add-in and as a formula", async (check, entries, holds) => {
  const rule = CROSS_CHECKS[check]!;
  expect(compiled(rule, entries)).toBe(holds);
  expect(await calculated([{ formula: renderCondition(rule, places(0)), entries }])).toEqual([holds]);
});

const number = fc.oneof(
  fc.constantFrom(0, 1, -2, 0.1 + 0.2, 0.3, 12.1 + 66.1 + 21.8, 100, 30.45, -0.5, 1e-12),
  fc.integer({ min: -4000, max: 4000 }).map((n) => n / 100),
);
const entries: fc.Arbitrary<Entries> = fc.record(
  Object.fromEntries(
    NAMES.map((name) => [
      name,
      fc.oneof({ weight: 4, arbitrary: number }, fc.constantFrom<string | null>(null, "", "无")),
    ]),
  ) as Record<Name, fc.Arbitrary<number | string | null>>,
);
const { quantity, condition } = fc.letrec<{ quantity: Quantity<Name>; condition: Condition<Name> }>(
  (tie) => ({
    quantity: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.oneof(fc.constantFrom(...NAMES), number),
      fc.tuple(tie("quantity"), fc.constantFrom("+", "-", "*", "/"), tie("quantity")),
      fc.tuple(tie("quantity"), fc.constant("round"), fc.constantFrom(0, 1, 2)),
      fc.tuple(tie("quantity"), fc.constant("when"), tie("condition")),
      fc.tuple(fc.constant("abs"), tie("quantity")),
    ),
    condition: fc.oneof(
      { maxDepth: 3 },
      fc.tuple(tie("quantity"), fc.constantFrom("<", "<=", ">", ">=", "=", "<>"), tie("quantity")),
      fc.tuple(tie("condition"), fc.constantFrom("and", "or"), tie("condition")),
      fc.tuple(fc.constant("known"), tie("quantity")),
      fc.tuple(fc.constant("not"), tie("condition")),
    ),
  }),
);

test("any expression means the same in both faces, whatever is filled in", async () => {
  const cases = fc.sample(fc.record({ of: condition, entries }), { numRuns: 400, seed: 16 });
  const found = await calculated(
    cases.map((one, row) => ({ formula: renderCondition(one.of, places(row)), entries: one.entries })),
  );
  cases.forEach((one, row) =>
    expect({ ...one, is: found[row] }).toEqual({ ...one, is: compiled(one.of, one.entries) }),
  );
});

test("any quantity is the same number in both faces, or in neither", async () => {
  const cases = fc.sample(fc.record({ of: quantity, entries }), { numRuns: 400, seed: 17 });
  const found = await calculated(
    cases.map((one, row) => ({ formula: renderQuantity(one.of, places(row)), entries: one.entries })),
  );
  cases.forEach(({ of, entries }, row) => {
    const [wanted, is] = [compiled(of, entries) as number, found[row]];
    if (Number.isNaN(wanted))
      expect({ of, entries, is: typeof is === "number" }).toEqual({ of, entries, is: false });
    else
      expect({
        of,
        entries,
        close: Math.abs(Number(is) - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted)),
      }).toEqual({ of, entries, close: true });
  });
});
