import { indicatorsOf } from "../../src/plan";
import { DEFAULT_PARAMETERS as parameters, STATEMENTS } from "../../src/assessment";
import {
  archivedPeriods,
  archiveWords,
  changesOf,
  courseOf,
  followingPeriods,
  obstacleMessage,
  readLedger,
  LEDGERS,
  ledgerMessage,
} from "../../src/ledger";
import { openPlan } from "../../src/plan/open";
import types from "../plans/types-2030.json";
import { OTHER_PLANS, strayWords, strayYears, textsIn } from "../plans/plans";
import { Workbook } from "./workbook";

const END = 12;

test.each(OTHER_PLANS)("%s: archived, rolled and told with its own words and years", (_, plan, printed) => {
  const first = `${plan.baselineYear + 1}年`;
  const book = new Workbook(plan, first);
  for (const indicator of indicatorsOf(plan)) {
    const stated = indicator.type === "words";
    book.type(indicator.code, "本期值", stated ? STATEMENTS.inProgress : (indicator.max ?? END));
    book.type(indicator.code, "情况说明", "按年报口径填报");
  }
  const archive = book.archive({ cleanOnly: true });
  const again = book.type(indicatorsOf(plan)[0]!.code, "情况说明", "按快报口径填报").archive();
  const [next] = followingPeriods(first, archivedPeriods(book.read()), plan);
  const refused = book.setPeriod("哪一期").archive();
  const broken = readLedger({ row: 0, column: 0, values: [["年"]], formulas: [] }, LEDGERS.form, plan);
  const told = [
    ...textsIn(book.ledgers),
    ...[archive, again].map(archiveWords),
    ...refused.obstacles.map((one) => obstacleMessage(one, plan)),
    ...broken.issues.map((issue) => ledgerMessage(issue, plan)),
    ...["edited", "period", "ambiguous", "record"].map((code) =>
      ledgerMessage({ code: code as "edited", sheet: "历史数据", rows: [2], names: ["某"] }, plan),
    ),
    ...indicatorsOf(plan).map((one) => courseOf(one, book.read(), null, parameters, plan).text),
    ...changesOf(book.current(), book.read(), parameters, plan).map(({ text }) => text),
    ...(next === undefined ? [] : [next]),
  ].filter((text) => !/^\d+-[0-9a-f]{4}-|^2024-01-05/.test(text));
  expect(archive.rows.form.length).toBeGreaterThan(0);
  expect([strayWords(told, printed), strayYears(told, plan)]).toEqual([[], []]);
});

test("人工判断 is archived in the words of its list, comes back so, and its turns are told", () => {
  const plan = openPlan(types);
  const words = indicatorsOf(plan).find(({ type }) => type === "words")!;
  const first = `${plan.baselineYear + 1}年`;
  const book = new Workbook(plan, first)
    .type(words.code, "本期值", "没有达标")
    .type(words.code, "情况说明", "资金没有到位");
  book.archive();
  expect(book.lines(["指标代码", "值", "状态", "差距"])).toEqual([`${words.code} 未达标 未达标 `]);
  book.roll(`${plan.baselineYear + 2}年`);
  expect([book.says(words.code, "上年同期"), book.says(words.code, "本期值")]).toEqual(["未达标", ""]);
  book.type(words.code, "本期值", "推进中").type(words.code, "情况说明", "资金年底到位");
  expect(changesOf(book.current(), book.read(), parameters, plan).map(({ text }) => text)).toEqual([
    `${words.name}由未达标转为推进中`,
  ]);
  book.archive();
  book.recall(first);
  expect(book.says(words.code, "本期值")).toBe("未达标");
});
