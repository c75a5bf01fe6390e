import { refusesParameters } from "../../src/commands/head";
import { refusesBureau, refusesPeriod } from "../../src/commands/refusals";

test.each([
  ["", null],
  ["市教育体育局", null],
  ["民政局", null],
  ["市外星局", "市外星局"],
])("本单位 %j: %j", (text, named) => {
  const words = refusesBureau(text);
  expect(words === null ? null : named).toBe(named);
  if (named !== null) expect(words).toContain(named);
});

test.each([
  ["2023Q2", true],
  ["2023年上半年", true],
  ["", false],
  ["去年", false],
  ["2020年", false],
])("报告期 %j is taken: %p", (text, taken) => expect(refusesPeriod(text) === null).toBe(taken));

test.each([
  ["10", "30", true],
  ["", "", true],
  ["30", "30", true],
  ["40", "30", false],
  ["-1", "30", false],
  ["十", "30", false],
])("容差 %j with 红线 %j is taken: %p", (tolerance, redline, taken) =>
  expect(refusesParameters(tolerance, redline) === null).toBe(taken),
);
