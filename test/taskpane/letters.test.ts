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
