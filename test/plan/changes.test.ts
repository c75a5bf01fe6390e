import { planChanges } from "../../src/plan/changes";
import { openPlan } from "../../src/plan/open";
import county from "../plans/county-2023.json";

const changed = (change: (plan: typeof county) => void): string[] => {
  const copy = structuredClone(county);
  change(copy);
  return planChanges(openPlan(county), openPlan(copy));
};

test("a plan that is the same has no changes", () => {
  expect(changed(() => undefined)).toEqual([]);
});

test("targets, units and bureaus that changed are said with what they were", () => {
  const changes = changed((plan) => {
    const [first, second] = plan.sections[0]!.indicators;
    first!.target = "12";
    first!.responsible = "县教育局";
    second!.label = "募集青年就业见习岗位（人）";
  });
  expect(changes).toEqual([
    "指标1 达到“三公里”充分就业标准的社区：目标由“9”改为“12”，责任部门由“县人社局”改为“县教育局”",
    "指标2 募集青年就业见习岗位：计量单位由“个”改为“人”",
  ]);
});

test("what came and went is named, and the head's changes come first", () => {
  const changes = changed((plan) => {
    plan.targetYear = 2024;
    plan.sections[0]!.indicators[0]!.code = "指标99";
    plan.bureaus[0]!.aliases = ["旧称"] as never[];
  });
  expect(changes).toEqual([
    "目标年由“2023”改为“2024”",
    "增加指标：指标99 达到“三公里”充分就业标准的社区",
    "减少指标：指标1 达到“三公里”充分就业标准的社区",
    `单位“${county.bureaus[0]!.name}”的名称和别名改为：${county.bureaus[0]!.name}、旧称`,
  ]);
});

test("every indicator and task that came or went is named, and a task's change is said", () => {
  const [section] = county.sections;
  const changes = changed((plan) => {
    for (const one of plan.sections[0]!.indicators) one.code = `新${one.code}`;
    plan.tasks = [{ number: 1, text: "建设养老中心", responsible: "县人社局" }] as never[];
  });
  for (const { code } of section!.indicators)
    for (const words of [`增加指标：.*新${code} `, `减少指标：.*${code} `])
      expect(changes.some((change) => new RegExp(words).test(change))).toBe(true);
  expect(changes.join()).toContain("任务 1：内容由“开展农民工职业技能培训”改为“建设养老中心”");
  expect(changes.join()).not.toMatch(/等 \d+ 项/);
});
