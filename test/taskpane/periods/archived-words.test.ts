import { archivedWords, outsideWords } from "../../../src/taskpane/periods/archived-words";

test.each([
  [29, 31, 2, "2023-04-10 09:12", "指标 29 项、任务 31 项，修订 2 处，2023-04-10 09:12 归档"],
  [3, 0, 0, "2023-04-10 09:12", "指标 3 项，2023-04-10 09:12 归档"],
  [0, 4, 0, "", "任务 4 项"],
])("%d indicators, %d tasks, %d revisions at %j", (form, tasks, revisions, time, words) =>
  expect(archivedWords({ records: { form, tasks }, revisions, time })).toBe(words),
);

test("periods that cannot be shown are told", () =>
  expect(outsideWords(["2020年", "2019年"])).toMatch(
    /^另有规划期外的 2 期（2020年、2019年）.*“历史数据”中。$/,
  ));
