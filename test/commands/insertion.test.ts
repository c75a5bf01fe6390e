import { insertionNotice, nothingToInsert } from "../../src/commands/insertion";
import { bureauHint } from "../../src/commands/kinds";
import { FORM_WORDS, TASKS_WORDS } from "../../src/sheets";
import type { Insertion } from "../../src/excel";
import { indicatorsOfBureau, tasksOfBureau } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import type { Repair } from "../../src/tables";

const said = (part: Partial<Insertion>): string =>
  insertionNotice({
    sheet: "指标填报",
    created: false,
    repairs: [],
    renamedBecause: null,
    rescope: null,
    ...part,
  }).text;

const cell: Repair = { code: "cell-restored", address: "J9", was: "1" };
const kept: Repair = { code: "row-kept", key: "YL07" };
const rescope = { from: "市民政局", to: "全市", added: ["YL01", "YL02"], removed: [] };

test.each<[string, Partial<Insertion>, string]>([
  ["a new sheet", { created: true }, "已插入“指标填报”。浅黄色单元格可以填写。"],
  ["an intact sheet", {}, "“指标填报”完好，填报内容没有改动。"],
  ["a mended cell", { repairs: [cell] }, "“指标填报”已修复 1 处，填报内容没有改动：J9 曾被改为“1”，已恢复"],
  [
    "a row that is another bureau's but filled in is no fault",
    { repairs: [kept] },
    "“指标填报”完好，保留不属于本单位但已填的 1 行，填报内容没有改动。",
  ],
  [
    "a formula that could not move",
    { repairs: [{ code: "formula-to-value", address: "H9", formula: "=1+1" }] },
    "“指标填报”已修复 1 处，填报内容都保留，其中 1 处公式改为当前的数值：H9 原为公式 =1+1，随行移动后按数值保留",
  ],
  [
    "a row and a column of the user's own",
    {
      repairs: [
        { code: "stray-kept", row: 9 },
        { code: "column-kept", address: "E4", header: "备注" },
      ],
    },
    "“指标填报”已修复 2 处，填报内容都保留，其中 2 处移到表下方或右侧：原第 9 行不属于表样，内容移到表下方保留；“备注”列（原 E4）不属于表样，移到表右侧，随行保留",
  ],
  [
    "from a bureau to the city",
    { rescope },
    "“指标填报”已由“市民政局”改为“全市”，增加 2 行，填报内容没有改动。",
  ],
  [
    "from the city to a bureau, with a filled row of another",
    { rescope: { from: "全市", to: "市民政局", added: [], removed: ["YL01"] }, repairs: [kept] },
    "“指标填报”已由“全市”改为“市民政局”，去掉 1 行没有填过的，保留不属于本单位但已填的 1 行，填报内容没有改动。",
  ],
  [
    "what was broken besides is mended, and told apart",
    { rescope, repairs: [cell] },
    "“指标填报”已由“市民政局”改为“全市”，已修复 1 处，增加 2 行，填报内容没有改动：J9 曾被改为“1”，已恢复",
  ],
  [
    "another plan's rows, by name",
    {
      repairs: [
        { code: "plan-followed" },
        { code: "record-added", key: "A03", name: "托育床位" },
        { code: "record-below", key: "A02", name: "护理床位", typed: "本期值 30" },
        { code: "record-returned", key: "A01", name: "养老床位", typed: "本期值 40" },
        { code: "cell-updated", address: "F6", header: "2030年（目标）", was: "45", now: "50" },
      ],
    },
    "“指标填报”已按现在的规划更新，改动 1 处，增加“A03 托育床位”，移到表下方保留不再列入的“A02 护理床位”，由表下方放回行中“A01 养老床位”，填报内容都保留：F6 2030年（目标）由“45”改为“50”",
  ],
  [
    "an older entry that stays below is no fault",
    { repairs: [{ code: "record-stays", key: "A02", name: "护理床位", because: "filled" }] },
    "“指标填报”完好，表下方没有放回的还有“A02 护理床位”，填报内容没有改动。",
  ],
])("%s", (_, part, words) => expect(said(part)).toBe(words));

test("a bureau without indicators, or without tasks, is told what it has", () => {
  const taskless = plan.bureaus.filter((bureau) => tasksOfBureau(bureau, plan).length === 0);
  const figureless = plan.bureaus.filter((bureau) => indicatorsOfBureau(bureau, plan).length === 0);
  expect(figureless.map(({ name }) => name)).toContain("市公安局");
  for (const { name } of figureless)
    expect(nothingToInsert(name, FORM_WORDS).text).toMatch(
      new RegExp(`^“${name}”没有指标，只有任务.*点“插入任务分工表”`),
    );
  for (const { name } of taskless)
    expect(nothingToInsert(name, TASKS_WORDS).text).toMatch(
      new RegExp(`^“${name}”没有任务，只有指标.*点“插入指标模板”`),
    );
});

test.each([
  ["全市", null, null],
  ["全市", "全市", null],
  ["市民政局", "全市", /填报单位是“全市”。点“更新指标模板”改为“市民政局”/],
  ["市公安局", "全市", /没有指标，只有任务/],
])("of %s, with a form of %p, the pane says %p", (bureau, onSheet, words) => {
  const hint = bureauHint(bureau, onSheet, FORM_WORDS);
  if (words === null) expect(hint).toBeNull();
  else expect(hint).toMatch(words);
});
