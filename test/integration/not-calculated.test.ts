import { builtInPlan as plan } from "../../src/plan/built-in";
import { insertTable } from "../../src/excel";
import { convertForm } from "../../src/excel/convert";
import { FORM } from "../../src/sheets";
import { PLAIN_FORM } from "../../src/plain";
import { takeSnapshot } from "../../src/workbench/engine/snapshot";
import { Host } from "../../src/workbench/host/host";
import { PlainEngine } from "../workbench/plain-engine";
import { loadOffice } from "./office";

/* What a cell shows in place of a result is never kept as its value. */

const engine = new PlainEngine();
const COLUMNS = { I: "序时目标", J: "差距", K: "完成进度", L: "状态", N: "审核提示" };
const FIRST = 6;

const form = () => engine.sheets().find(({ name }) => name === "指标填报")!.id;
const cellOf = (letter: string) => ({
  row: FIRST - 1,
  column: letter.charCodeAt(0) - 65,
  rows: 1,
  columns: 1,
});

beforeAll(async () => {
  await loadOffice(new Host(engine));
  await insertTable(FORM, plan);
});

describe.each(Object.entries(COLUMNS))("%s %s", (letter) => {
  test.each(["#NAME?", "#BUSY!", "#GETTING_DATA", "#CONNECT!", "#VALUE!", "#N/A", "#CALC!", "#REF!"])(
    "that shows %s is refused, with its cell, and everything stays",
    async (word) => {
      const area = cellOf(letter);
      const cell = engine.readCells(form(), area)[0]![0];
      expect(cell!.formula).toContain("YIZHI.");
      engine.writeCells(form(), area, [[{ value: word, error: true, formula: cell!.formula! }]]);
      const before = JSON.stringify(takeSnapshot(engine));
      await expect(convertForm(plan, "values", PLAIN_FORM)).rejects.toThrow(
        `${letter}${FIRST} 显示 ${word}，还没有算出结果，没有转换`,
      );
      expect(JSON.stringify(takeSnapshot(engine))).toBe(before);
      engine.writeCells(form(), area, [[{ value: "", formula: cell!.formula! }]]);
    },
  );
});

test("a form that shows results becomes those results", async () => {
  await convertForm(plan, "values", PLAIN_FORM);
  const cell = engine.readCells(form(), cellOf("L"))[0]![0];
  expect(cell!.formula).toBeUndefined();
});
