import { pressing, reminding } from "../../../src/taskpane/lagging/letters";

const occasion = { plan: "宿州市“一老一小”整体解决方案", period: "2023年" };

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
