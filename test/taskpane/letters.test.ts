import { pressing, reminding } from "../../src/taskpane/letters";

const occasion = { plan: "宿州市“一老一小”整体解决方案", period: "2023年" };

test("督办 names each lagging indicator, how far it is behind and why", () =>
  expect(
    pressing(
      {
        bureau: "市自然资源和规划局",
        items: [
          {
            sheet: "form",
            ...{ code: "YL06", indicator: "养老服务设施达标率", field: "养老", address: "H11" },
            ...{ status: "滞后", symbol: "▲", gap: 10, unit: "%", behind: 10, done: 0.9, due: 1 },
            ...{ reason: "须不低于100，当前90，差10%", joint: true },
          },
        ],
      },
      occasion,
    ),
  ).toBe(
    [
      "【督办】市自然资源和规划局：",
      "2023年宿州市“一老一小”整体解决方案指标中，贵单位负责的 1 项滞后：",
      "1. YL06 养老服务设施达标率（共同负责）：滞后，差距 10% · 落后 10 个百分点。须不低于100，当前90，差10%。",
      "请查明原因，采取措施，并报送整改情况。",
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
      "请核对后尽快填报；确无数据的，请说明情况。",
    ].join("\n"),
  ));

test("督办 of a task says why, and 催报 names it", () => {
  const task = {
    ...{ sheet: "tasks" as const, code: "任务3", indicator: "完善基本养老服务清单" },
    address: "E6",
  };
  const late = {
    ...{ ...task, field: "重点任务", status: "逾期", symbol: "▲", gap: null, unit: "", behind: null },
    ...{ done: null, due: null, joint: false, reason: "完成时限2023年6月30日已过，进展状态为“推进中”" },
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
