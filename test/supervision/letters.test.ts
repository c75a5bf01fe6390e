import { builtInPlan as plan } from "../../src/plan/built-in";
import { reportOf } from "../../src/report";
import { figuresLine, pressing, reminding, returnGroups, returning } from "../../src/supervision";
import { heldWith } from "../summary/held";

const occasion = { plan, period: "2023年" };

test.each([
  [
    "growth",
    { target: "55%", expected: "49.8%", actual: "48%", gap: "7个百分点" },
    "目标 55%，序时目标 49.8%，本期值 48%，差距 7个百分点",
  ],
  [
    "without a schedule",
    { target: "≥ 1人", expected: null, actual: "0.6人", gap: "0.4人" },
    "目标 ≥ 1人，本期值 0.6人，差距 0.4人",
  ],
  ["without a target", { target: "XX人", expected: null, actual: "3人", gap: null }, "目标 XX人，本期值 3人"],
])("figures %s", (_, figures, expected) => expect(figuresLine(figures)).toBe(expected));

test("督办 names each lagging indicator, its figures once, and leaves room for what only the sender knows", () =>
  expect(
    pressing(
      {
        bureau: "市自然资源和规划局",
        items: [
          {
            sheet: "form",
            ...{ code: "YL06", indicator: "养老服务设施达标率", field: "养老", address: "H11" },
            ...{ status: "滞后", symbol: "▲", done: 0.9, due: 1 },
            ...{ reason: "须不低于100，当前90，差10个百分点", joint: true, overdue: false },
            figures: { target: "100%", expected: null, actual: "90%", gap: "10个百分点" },
          },
        ],
      },
      occasion,
    ),
  ).toBe(
    [
      "【督办】市自然资源和规划局：",
      "2023年宿州市“一老一小”整体解决方案指标中，贵单位负责的 1 项滞后：",
      "1. YL06 养老服务设施达标率（共同负责）：滞后。目标 100%，本期值 90%，差距 10个百分点。",
      "请查明原因，采取措施，在期限内整改并报送整改情况。",
      "整改期限：＿＿＿＿年＿＿月＿＿日　联系人：＿＿＿＿＿　电话：＿＿＿＿＿＿＿",
    ].join("\n"),
  ));

test("催报 names what is not filled in", () =>
  expect(
    reminding(
      {
        bureau: "市民政局",
        items: [{ sheet: "form", code: "YL07", indicator: "护理型养老床位占比", address: "H12" }],
      },
      occasion,
    ),
  ).toBe(
    [
      "【催报】市民政局：",
      "2023年宿州市“一老一小”整体解决方案指标填报表中，贵单位还有 1 项没有填报：",
      "1. YL07 护理型养老床位占比",
      "请核对后在期限内填报；确无数据的，请留空并说明情况。",
      "报送期限：＿＿＿＿年＿＿月＿＿日　联系人：＿＿＿＿＿　电话：＿＿＿＿＿＿＿",
    ].join("\n"),
  ));

test("督办 of a task says why, and 催报 names it", () => {
  const task = {
    ...{ sheet: "tasks" as const, code: "任务3", indicator: "完善基本养老服务清单" },
    address: "E6",
  };
  const late = {
    ...{ ...task, field: "重点任务", status: "逾期", symbol: "▲", figures: null },
    ...{
      done: null,
      due: null,
      joint: false,
      overdue: true,
      reason: "完成时限2023年6月30日已过，进展状态为“推进中”",
    },
  };
  const letter = pressing({ bureau: "市民政局", items: [late] }, occasion);
  expect(letter).toContain("解决方案重点任务中，贵单位负责的 1 项滞后：");
  expect(letter).toContain(
    "任务3 完善基本养老服务清单：逾期。完成时限2023年6月30日已过，进展状态为“推进中”。",
  );
  expect(reminding({ bureau: "市民政局", items: [task] }, occasion)).toContain(
    "解决方案重点任务填报表中，贵单位还有 1 项没有填报：\n1. 任务3 完善基本养老服务清单",
  );
});

test("退回修改 names each cell, what stands there, what is wrong and what to do, under each bureau that answers for it", () => {
  const held = heldWith(
    {
      period: "2023年",
      form: { YL06: "９５％", YL07: { 本期值: 30, 情况说明: "口径调整，正在核对" }, YL08: 30 },
      tasks: { 1: { 进展状态: "好" } },
    },
    plan,
  );
  const groups = returnGroups(reportOf(held, plan).report!.findings, plan);
  const of = (bureau: string) => groups.find((group) => group.bureau === bureau)!;
  expect(groups.map(({ bureau, items }) => [bureau, items.map(({ code }) => code)])).toEqual([
    ["市住建局", ["YL06"]],
    ["市自然资源和规划局", ["YL06"]],
    ["市民政局", ["任务1", "YL08"]],
    ["市财政局", ["任务1"]],
  ]);
  const letter = returning(of("市民政局"), occasion);
  expect(letter).toContain("【退回修改】市民政局：");
  expect(letter).toContain("指标和重点任务填报表中，贵单位有 2 处需要修改或说明：");
  expect(letter).toMatch(/2\. YL08 兜底线和普惠性养老床位合计占比（H\d+，填报为“30”）：核实，.+。/);
  expect(letter).not.toMatch(/undefined|null|。。/);
});

test("a letter goes to whom the plan names at the bureau, and says what the book says", () => {
  const [bureau] = plan.bureaus;
  const known = { ...bureau!, contact: "张三", phone: "0557-1234567" };
  const index = { ...plan.index, bureaus: new Map([["市民政局", known]]) };
  const item = {
    ...{
      sheet: "form" as const,
      code: "YL07",
      indicator: "护理型养老床位占比",
      field: "养老",
      address: "H12",
    },
    ...{ status: "滞后", symbol: "▲", done: null, due: null, reason: "", joint: false, overdue: false },
    figures: { target: "55%", expected: "49.8%", actual: "48%", gap: "7个百分点" },
  };
  const cells = {
    ...{ number: 1, opened: "", matter: "YL07 护理型养老床位占比", lead: "", others: "", problem: "" },
    ...{ streak: 2, level: "通报", requirement: "", deadline: "2024年3月底", feedback: "", closed: "" },
  };
  const book = [{ row: 3, cells, record: null }];
  const letter = pressing(
    { bureau: "市民政局", items: [item] },
    { ...occasion, plan: { ...plan, index } },
    book,
  );
  expect(letter).toContain("【督办】市民政局（张三，0557-1234567）：");
  expect(letter).toContain("差距 7个百分点。已连续滞后2期，等级为通报，整改期限2024年3月底。");
});
