import { indicatorsOf } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { type Current, obstacleMessage, periodBefore } from "../../src/ledger";
import { Workbook } from "./workbook";

const CODES = indicatorsOf(plan)
  .map(({ code }) => code)
  .slice(0, 10);
const ALL = CODES.length;

const fill = (book: Workbook, codes: readonly string[], from: number): Workbook =>
  codes.reduce(
    (all, code, i) => all.type(code, "本期值", from + i).type(code, "情况说明", "监测口径调整"),
    book,
  );
const archivedYear = (): Workbook => {
  const book = fill(new Workbook(plan, "2022年"), CODES, 40);
  expect(book.archive({ cleanOnly: true }).rows.form.length).toBe(ALL);
  return book;
};
const shares = Array.from({ length: ALL + 1 }, (_, i) => [i]);
const doubted = ({ obstacles }: ReturnType<Workbook["archive"]>) =>
  obstacles.flatMap((one) => (one.code === "other-period" ? [one] : []));

test("there are figures enough to overtype", () => expect(ALL).toBe(10));

test.each(shares)(
  "%i figures of 10 overtyped under a 报告期 changed by hand: who read before asks for the rest",
  (some) => {
    const book = fill(new Workbook(plan, "2022年"), CODES, 40);
    const before = book.current();
    fill(book.setPeriod("2023年"), CODES.slice(0, some), 60);
    const other = periodBefore(before, book.current());
    expect(other?.alike.map(({ key }) => key) ?? []).toEqual(CODES.slice(some));
    expect(other?.whole ?? false).toBe(some === 0);
    if (!other) return;
    const { obstacles, rows } = book.archive({ cleanOnly: true, doubt: other });
    expect([obstacles.map(({ code }) => code), rows.form]).toEqual([["other-period"], []]);
    const said = obstacleMessage(obstacles[0]!, plan);
    expect(said).toContain("2022年");
    if (some > 0) for (const code of CODES.slice(some)) expect(said).toContain(code);
  },
);

test.each(shares)(
  "%i figures of 10 overtyped, nothing read before: asked while three and a third are as archived",
  (some) => {
    const book = archivedYear();
    fill(book.setPeriod("2023年"), CODES.slice(0, some), 60);
    const [doubt] = doubted(book.archive({ cleanOnly: true }));
    const left = ALL - some;
    expect(doubt?.alike.length ?? 0).toBe(left >= 3 && left * 3 >= ALL ? left : 0);
    if (!doubt) return;
    expect(doubt).toMatchObject({ period: "2022年", here: "2023年", archived: true, whole: some === 0 });
    // one answer, and the same figures are not asked of again
    expect(book.archive({ cleanOnly: true, confirmed: true }).rows.form.length).toBeGreaterThan(0);
    expect(doubted(book.archive({ cleanOnly: true }))).toEqual([]);
  },
);

test("figures that stay the same from period to period are no doubt", () => {
  const book = archivedYear();
  const still = CODES.slice(0, 5);
  fill(fill(book.setPeriod("2023年"), CODES, 60), still, 40);
  book.archive({ cleanOnly: true, confirmed: true });
  fill(fill(book.setPeriod("2024年"), CODES, 75), still, 40);
  expect(doubted(book.archive({ cleanOnly: true }))).toEqual([]);
});

test("a form that was emptied, and what is archived of its own period, are no doubt", () => {
  const book = fill(new Workbook(plan, "2022年"), CODES, 40);
  const before = book.current();
  const empty: Current = { ...new Workbook(plan, "2023年").current() };
  expect(periodBefore(before, empty)).toBeNull();
});

test("tasks that go on are doubted by who read them before, what is done is not", () => {
  const book = new Workbook(plan, "2022年")
    .type(3, "进展状态", "推进中")
    .type(3, "进展情况", "已招标")
    .type(4, "进展状态", "已完成");
  const before = book.current();
  book.setPeriod("2023年");
  expect(periodBefore(before, book.current())?.alike.map(({ key }) => key)).toEqual(["3"]);
  book.type(3, "进展情况", "已开工");
  expect(periodBefore(before, book.current())).toBeNull();
});

test("tasks that go on in the same state without a word more do not alone make a doubt of what is archived", () => {
  const book = new Workbook(plan, "2022年");
  for (const task of [1, 2, 3, 5])
    book.type(task, "进展状态", "推进中").type(task, "进展情况", `已招标${task}`);
  book.archive({ cleanOnly: true });
  book.setPeriod("2023年");
  for (const task of [1, 2, 3, 5]) book.type(task, "进展情况", `已开工${task}`);
  expect(doubted(book.archive({ cleanOnly: true }))).toEqual([]);
});
