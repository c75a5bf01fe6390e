import { builtInPlan as plan } from "../../../src/plan/built-in";
import { courseWords } from "../../../src/taskpane/periods/course-words";
import { indicator, printed } from "../../assessment/samples";

const point = (period: string, value: number) => ({ period, at: 0, value, due: null, status: "" });

test.each([
  [
    "the last two periods",
    "YL07",
    [point("2021年", 44), point("2022年", 45), point("2023年", 48)],
    "2022年 45% → 2023年 48%，目标 55%，序时 49.8%，完成进度 46.2%",
  ],
  ["one alone", "YL07", [point("2023年", 48)], "2023年 48%，目标 55%，序时 49.8%，完成进度 46.2%"],
  ["none", "YL07", [], ""],
])("a course in words: %s", (_, code, points, words) =>
  expect(courseWords(points, indicator(code), plan)).toBe(words),
);

test.each(["", " ", "—", "/"])("a target that is none (%j) is not said", (target) => {
  const one = printed({ type: "none", target });
  expect(courseWords([point("2023年", 50)], one, plan)).toBe("2023年 50%");
});

test("every indicator of the plan has words, without a figure that is none", () => {
  for (const one of plan.sections.flatMap(({ indicators }) => indicators)) {
    const words = courseWords([point("2022年", 1), point("2023年", 2)], one, plan);
    expect(words).toMatch(/^2022年 1.* → 2023年 2.*，目标 /);
    expect(words).not.toMatch(/NaN|undefined|null|Infinity/);
  }
});
