import type { AuditItem } from "../../src/commands";
import { byLevel, shortfall } from "../../src/taskpane/text";

const finding = (level: AuditItem["level"], code: string): AuditItem => ({
  level,
  code,
  indicator: "",
  address: "",
  value: "",
  message: "",
  remedy: "",
});

test("groups findings strictest first, keeps their order within a level, leaves out empty levels", () => {
  const groups = byLevel([finding("提示", "YL03"), finding("强制", "YL07"), finding("强制", "YL05")]);
  expect(groups.map(({ level, items }) => [level, items.map((i) => i.code)])).toEqual([
    ["强制", ["YL07", "YL05"]],
    ["提示", ["YL03"]],
  ]);
});

test.each([
  ["YL07 at 48 in 2023年", 55 - 48, "%", 60 - (100 * (48 - 42)) / (55 - 42), "差距 7% · 落后 13.8 个百分点"],
  ["TY05 at 1.62, without binary remainder", 3.4 - 1.62, "个", null, "差距 1.78个"],
  ["YL01 at 95, which only misses the comparator", 0, "%", null, "差距 0%"],
  ["neither figure known", null, "%", null, ""],
])("%s", (_, gap, unit, behind, expected) => expect(shortfall({ gap, unit, behind })).toBe(expected));
