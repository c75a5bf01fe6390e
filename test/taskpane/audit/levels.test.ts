import type { AuditItem } from "../../../src/report";
import { byLevel } from "../../../src/taskpane/audit/levels";

const finding = (level: AuditItem["level"], code: string, address = "H9"): AuditItem => ({
  level,
  sheet: "form",
  code,
  indicator: code,
  address,
  value: "",
  message: "",
  remedy: "",
});

test("groups findings strictest first, keeps their order within a level, leaves out empty levels", () => {
  const groups = byLevel([finding("提示", "YL03"), finding("强制", "YL07"), finding("强制", "YL05")]);
  expect(groups.map(({ level, count, cards }) => [level, count, cards.map((c) => c.code)])).toEqual([
    ["强制", "2", ["YL07", "YL05"]],
    ["提示", "1", ["YL03"]],
  ]);
});

test("findings of one cell share a card; those whose cell is gone stand alone", () => {
  const [group] = byLevel([
    finding("核实", "YL07"),
    finding("核实", "YL07"),
    finding("核实", "YL08", ""),
    finding("核实", "YL08", ""),
  ]);
  expect(group!.cards.map(({ code, findings }) => [code, findings.length])).toEqual([
    ["YL07", 2],
    ["YL08", 1],
    ["YL08", 1],
  ]);
});

test("what one explanation answers for is one card, by whichever cells it was found", () => {
  const task = { ...finding("核实", "任务3", "E6"), sheet: "tasks" as const, explanation: "" };
  const row = { ...finding("核实", "YL07"), explanation: "停产" };
  const [group] = byLevel([task, { ...task, address: "G6" }, row, { ...row, address: "G9" }]);
  expect(group!.cards.map(({ code, findings }) => [code, findings.length])).toEqual([
    ["任务3", 2],
    ["YL07", 2],
  ]);
  expect(group!.count).toBe("4（已说明 2）");
});

test.each<[string, string[], string, string]>([
  ["none is explained", ["", ""], "2", "改正，或写明原因"],
  ["one is", ["停产", "无"], "2（已说明 1）", "改正，或写明原因"],
  ["all are", ["停产", "缺地"], "2", "都已说明"],
])("what 核实 asks where %s", (_, explanations, count, asks) => {
  const findings = explanations.map((explanation, i) => ({
    ...finding("核实", `YL0${i}`, `H${i + 1}`),
    explanation,
  }));
  expect(byLevel(findings)[0]).toMatchObject({ count, asks });
});

test("an explained 核实 says so, and its level counts it apart", () => {
  const findings: AuditItem[] = [
    { ...finding("核实", "YL07"), explanation: "床位改造停用" },
    { ...finding("核实", "YL08", "H10"), explanation: " " },
    { ...finding("核实", "任务3", "G9"), sheet: "tasks", explanation: "资金未到位" },
  ];
  const [group] = byLevel(findings);
  expect(group).toMatchObject({ count: "3（已说明 2）" });
  expect(group!.cards.map(({ settled }) => settled)).toEqual([true, false, true]);
});

test("cells of one address on two sheets are two cards", () => {
  const findings = [finding("强制", ""), { ...finding("强制", ""), sheet: "tasks" as const }];
  expect(byLevel(findings)[0]!.cards).toHaveLength(2);
});
