import { builtInPlan as plan } from "../../src/plan/built-in";
import type { Grid } from "../../src/grid";
import {
  type Briefing,
  briefingOf,
  briefingSheet,
  briefingText,
  isAnyWritten,
  rowMarks,
  withWritten,
  writtenOn,
} from "../../src/briefing";
import { asRead } from "../sheets/helpers";
import { summaryWith } from "../summary/held";

const made = (form: Record<string, unknown>): Briefing =>
  briefingOf(summaryWith({ period: "2023年", form }, plan), { vocabulary: "schedule", changes: [] });
const BEFORE = made({ YL07: 48, YL06: { 本期值: 96, 情况说明: "两个小区未交付" } });
const MARKS = new Set(rowMarks(briefingSheet(BEFORE)));

/** The sheet as it is read once somebody has written on it. */
function sheetWith(write: (rows: unknown[][], rowOf: (text: string) => number) => void): Grid {
  const grid = asRead(briefingSheet(BEFORE));
  const rows = grid.formulas.map((row) => [...row]);
  write(rows, (text) => rows.findIndex((row) => row.some((cell) => String(cell).includes(text))));
  return { ...grid, values: rows, formulas: rows };
}
const again = (grid: Grid, now: Briefing, samePeriod = true) =>
  withWritten(now, writtenOn(grid, MARKS), samePeriod);
const said = (briefing: Briefing): string => briefingText(briefing);

test("nothing was written on a sheet as it was made", () => {
  const written = writtenOn(
    sheetWith(() => undefined),
    MARKS,
  );
  expect(isAnyWritten(written)).toBe(false);
  expect(
    said(
      again(
        sheetWith(() => undefined),
        BEFORE,
      ).briefing,
    ),
  ).toBe(said(BEFORE));
});

test.each<[string, (rows: unknown[][], rowOf: (text: string) => number) => void, string, string[]]>([
  ["a requirement", (rows, at) => (rows[at("（二）")]![0] = "　　（二）按月调度。"), "（二）按月调度。", []],
  [
    "one that was added",
    (rows, at) => rows.splice(at("（三）") + 1, 0, ["　　（四）加强调度。"]),
    "（四）加强调度。",
    [],
  ],
  [
    "empty lines taken away",
    (rows, at) => {
      rows[at("（一）")]![0] = "（一）只有一条。";
      rows.splice(at("（二）"), 2);
    },
    "（一）只有一条。\n注1",
    [],
  ],
  ["the sender", (rows, at) => (rows[at("发文单位")]![0] = "发文单位：市发改委"), "发文单位：市发改委", []],
  ["a line at the end", (rows) => rows.push(["抄送：市政府"]), "抄送：市政府", []],
  [
    "a line in a section",
    (rows, at) => rows.splice(at("二、分领域"), 0, ["　　总体平稳。"]),
    "　　总体平稳。\n二、分领域情况",
    [],
  ],
  ["a reason", (rows, at) => (rows[at("▲ 护理型")]![8] = "床位在建"), "市民政局\t床位在建", []],
  [
    "a sentence in other words",
    (rows, at) => (rows[at("纳入通报")]![0] = "全部达标。"),
    "纳入通报的指标29项",
    ["改动过的内容"],
  ],
  ["a table of one's own", (rows) => rows.push(["甲", "乙"]), "纳入通报的指标29项", ["改动过的内容"]],
])("%s", (_, write, expected, left) => {
  const { briefing, left: told } = again(sheetWith(write), BEFORE);
  expect(said(briefing)).toContain(expected);
  expect(told).toEqual(left);
  // what is made of it is known again
  const next = asRead(briefingSheet(briefing));
  expect(said(withWritten(BEFORE, writtenOn(next, MARKS), true).briefing)).toBe(said(briefing));
});

test("a reason is left where its indicator lags no more, its bureau gives one, or the period is another", () => {
  const grid = sheetWith((rows, at) => (rows[at("▲ 护理型")]![8] = "床位在建"));
  const left = ["“护理型养老床位占比”的原因"];
  expect(again(grid, made({ YL07: 55 })).left).toEqual(left);
  const explained = made({ YL07: { 本期值: 48, 情况说明: "已开工" } });
  expect(again(grid, explained).left).toEqual(left);
  expect(again(grid, BEFORE, false).left).toEqual(left);
});
