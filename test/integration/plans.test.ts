import {
  assess,
  audit,
  auditWords,
  DEFAULT_PARAMETERS,
  figureWords,
  statementOf,
  STATUSES,
} from "../../src/assessment";
import { functionsJson } from "../../src/build/functions-json";
import { auditForm, insertTable } from "../../src/excel";
import { markLagging } from "../../src/excel/mark";
import { convertForm } from "../../src/excel/convert";
import { readMergeTarget } from "../../src/excel/merge";
import {
  bureausToServe,
  distribute,
  type Incoming,
  mergeReport,
  readIncoming,
  sheetsFor,
  tellFile,
  tellUnplaced,
} from "../../src/exchange";
import { exampleWords, filled } from "../../src/functions/examples";
import { PLAIN_FORM } from "../../src/plain";
import {
  findBureau,
  findIndicator,
  indicatorsOf,
  offeredPeriods,
  parsePeriod,
  type Plan,
  planMessage,
} from "../../src/plan";
import { builtInPlan } from "../../src/plan/built-in";
import { usePlan } from "../../src/plan/in-use";
import {
  FORM,
  FORM_SHEET,
  formSheet,
  RECORDS,
  readDeadline,
  remindersLayout,
  reminderText,
  TASKS,
  taskSheet,
} from "../../src/sheets";
import { expandTable } from "../../src/tables";
import type { Host } from "../../src/workbench/host/host";
import { findForm, trialFor, trialSummary, writeTrial } from "../../src/workbench/page/trial-form";
import type { TrialEntry } from "../../src/workbench/page/trial";
import { loadXlsx } from "../../src/xlsx/libraries";
import { OTHER_PLANS, strayWords, strayYears, textsIn } from "../plans/plans";
import { openAddIn } from "./office";

const NOW = new Date("2024-01-05T08:00:00Z");
let host: Host;
let emptied = 0;
beforeAll(async () => {
  ({ host } = await openAddIn());
});
afterAll(() => usePlan(builtInPlan));

/** Another workbook: one empty sheet. */
const clear = (): Promise<void> =>
  Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    worksheets.add(`空${++emptied}`);
    await context.sync();
    for (const sheet of worksheets.items) sheet.delete();
    await context.sync();
  });

/** What all cells of the workbook show. */
async function shown(): Promise<unknown[]> {
  await host.settled();
  return host.engine.sheets().flatMap(({ id }) => {
    const area = host.engine.usedArea(id, true);
    return area ? host.engine.readCells(id, area).flatMap((row) => row.map(({ value }) => value)) : [];
  });
}

/** A period near the middle of the plan. */
const periodOf = (plan: Plan): { text: string; period: { year: number; month: number } } => {
  const offered = offeredPeriods(plan);
  const text = offered[6 * Math.floor(offered.length / 12)]!;
  const read = parsePeriod(text, plan);
  if (!read.ok) throw new Error(text);
  return { text, period: read.value };
};

/** A number or a statement: text in a number's place is held back. */
const isSent = ({ actual }: TrialEntry): boolean =>
  typeof actual === "number" || statementOf(actual) !== null;

/** What people type, true and false. */
const TYPED = [0, 1, 12.5, 55, 101, -1, 3000, 0.95, "９５％", "约 12", "无", "4千", null];

test("the words of the built-in plan are seen where they stand", () => {
  const texts = textsIn(expandTable(formSheet(builtInPlan)));
  expect(strayWords(texts, "")).toEqual(expect.arrayContaining(["宿州", "全市", "YL07", "市民政局"]));
  expect(strayYears(texts, { baselineYear: 2025, targetYear: 2030 })).toContain("2020年");
});

describe.each(OTHER_PLANS)("%s", (_, plan, printed) => {
  const { text: periodText, period } = periodOf(plan);
  const indicators = indicatorsOf(plan);
  const expectOwnWords = (...said: unknown[]): void => {
    // dates of validations, and fingerprints, are no words
    const texts = textsIn(said).filter((text) => !/^(\d{4}-\d\d-\d\d|[0-9a-f]{14})$/.test(text));
    expect(texts.length).toBeGreaterThan(0);
    expect(strayWords(texts, printed)).toEqual([]);
    expect(strayYears(texts, plan)).toEqual([]);
  };
  beforeEach(() => usePlan(plan));

  test("sheets and distributed files say nothing of another plan", () => {
    const outstanding = plan.bureaus.map(({ name }) => ({
      bureau: name,
      returned: false,
      open: {
        form: indicators.map(({ code, name: indicator }) => ({ key: code, name: indicator })),
        tasks: plan.tasks.map(({ number, text }) => ({ key: String(number), name: text })),
      },
    }));
    const bureaus = [undefined, ...plan.bureaus];
    expectOwnWords(
      bureaus.map((bureau) => [
        expandTable(formSheet(plan, { ...(bureau && { bureau }) })),
        expandTable(taskSheet(plan, { ...(bureau && { bureau }) })),
      ]),
      bureausToServe(plan).map((bureau) => sheetsFor(plan, bureau, periodText)),
      RECORDS.layout,
      remindersLayout(outstanding, plan, periodText),
      reminderText(outstanding, plan, periodText),
    );
  });

  test("messages name what this plan has", () => {
    const [before, after] = [plan.baselineYear, plan.targetYear + 9];
    const issues = ["", "明年", `${before}年`, `${after}年`].map((text) => {
      const read = parsePeriod(text, plan);
      // what was typed is quoted
      return read.ok ? text : planMessage(read.issue).replace(`“${text}”`, "");
    });
    const unknown = [findIndicator("没有的", plan), findIndicator("", plan), findBureau("没有的", plan)];
    expectOwnWords(
      issues,
      unknown.map((found) => (found.ok ? "" : planMessage(found.issue))),
      indicators.flatMap((indicator) =>
        TYPED.flatMap((typed) => [
          audit(indicator, typed, 40),
          auditWords(indicator, typed, "无"),
          assess(indicator, typed, period, plan).reason,
          typeof typed === "number" ? figureWords(indicator, typed, period, plan) : "",
        ]),
      ),
    );
    expect(readDeadline(`${plan.targetYear}年底前`).kind).toBe("date");
  });

  test("codes are found in any case, bureaus under the names of their place", () => {
    for (const { code } of indicators)
      for (const text of [code.toLowerCase(), code.toUpperCase()])
        expect(findIndicator(text, plan)).toMatchObject({ ok: true, value: { code } });
    for (const { name } of plan.bureaus)
      expect(findBureau(`${plan.place.name}${name}`, plan)).toMatchObject({ ok: true, value: { name } });
  });

  test("the functions' help has examples of this plan, and they run", async () => {
    await clear();
    const words = exampleWords(plan);
    const help = await functionsJson("src/functions/functions.ts", (text) => filled(text, words));
    expectOwnWords(help);
    const examples = help.functions.map(({ description }) => description.split("示例：")[1]!);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(`空${emptied}`);
      examples.forEach((example, i) => {
        // lists spill
        sheet.getRange(`A${1 + 10 * i}`).formulas = [[example]];
      });
      await context.sync();
    });
    await host.settled();
    const [sheet] = host.engine.sheets();
    const area = { row: 0, column: 0, rows: 10 * examples.length, columns: 8 };
    const cells = host.engine
      .readCells(sheet!.id, area)
      .flatMap((row) => row.map((c) => String(c.value ?? "")));
    expect(cells.filter((cell) => cell.startsWith("#"))).toEqual([]);
    expectOwnWords(cells);
  });

  describe("in the workbook, filled by the trial", () => {
    beforeAll(async () => {
      usePlan(plan);
      await clear();
      await insertTable(FORM, plan);
      await insertTable(TASKS, plan);
      await host.settled();
      const form = findForm(host.engine)!;
      writeTrial(host.engine, form, "all", trialFor(form, "all"));
      await host.settled();
    });

    test("every row shows the status it is judged to have", () => {
      const { data } = findForm(host.engine)!;
      const at = parsePeriod(data.period, plan);
      if (!at.ok) throw new Error(String(data.period));
      expect(data.rows.map(({ indicator }) => indicator.code)).toEqual(indicators.map(({ code }) => code));
      for (const { indicator, actual, calculated } of data.rows) {
        const { status } = assess(indicator, actual, at.value, plan, DEFAULT_PARAMETERS);
        const { symbol, word } = STATUSES[status];
        expect([indicator.code, calculated.status.value]).toEqual([indicator.code, `${symbol} ${word}`]);
      }
      // the trial of any plan shows what lags and what does not
      expect(new Set(data.rows.map(({ calculated }) => calculated.status.value)).size).toBeGreaterThan(2);
    });

    test("cells, audit, lagging list and the trial's own words say nothing of another plan", async () => {
      const { report } = await auditForm(plan);
      expectOwnWords(await shown(), report, await markLagging(plan), trialSummary(findForm(host.engine)!));
    });

    test("distributed files that come back filled in are merged", async () => {
      const { entries } = trialFor(findForm(host.engine)!, "all");
      const files = (await distribute(plan, { period: periodText, now: NOW }))!;
      const { Workbook } = await loadXlsx();
      const returned = files.map(async ({ name, bytes }): Promise<Incoming> => {
        const workbook = new Workbook();
        await workbook.xlsx.load(bytes);
        workbook.getWorksheet(FORM_SHEET)?.eachRow((row) => {
          const entry = entries.get(row.getCell(1).text);
          if (entry && isSent(entry)) row.getCell(8).value = entry.actual;
        });
        const saved = await workbook.xlsx.writeBuffer();
        return readIncoming(name, saved, { plan, period, periodText });
      });
      const incoming = await Promise.all(returned);
      expect(incoming.map(({ bureau }) => bureau)).toEqual(bureausToServe(plan).map(({ name }) => name));
      expect(incoming.map(({ problem, refused, issues }) => [problem, refused, issues])).toEqual(
        incoming.map(() => [null, false, []]),
      );
      const typed = [...entries].filter(([, entry]) => isSent(entry));
      expect(new Set(incoming.flatMap((file) => file.entries.map(({ key }) => key)))).toEqual(
        new Set(typed.map(([code]) => code)),
      );
      const report = mergeReport(plan, await readMergeTarget(plan, RECORDS), incoming, periodText);
      expectOwnWords(incoming.map(tellFile), report, tellUnplaced(report, plan));
    });

    test("plain formulas show the same", async () => {
      const figures = (): unknown[] =>
        findForm(host.engine)!.data.rows.map(({ calculated }) =>
          Object.values(calculated).map(({ value }) =>
            typeof value === "number" ? Number(value.toPrecision(12)) : value,
          ),
        );
      const before = figures();
      await convertForm(plan, "formulas", PLAIN_FORM);
      await host.settled();
      expect(figures()).toEqual(before);
    });
  });
});
