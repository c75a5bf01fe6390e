import "../no-reading-by-itself";
import {
  addChecks,
  adoptPlan,
  archivePeriod,
  closeMatters,
  chooseFile,
  compareFiles,
  choice,
  type Comparison,
  comparison,
  convert,
  makeBriefing,
  makeDashboard,
  mergeDecided,
  recallPeriod,
  remind,
  restoreBuiltIn,
  restoreRows,
  rollPeriod,
  setBureau,
  state,
  updateBook,
} from "../../../src/commands";
import { success, working } from "../../../src/commands/job";
import { type Entry } from "../../../src/excel";
import { writeEntries } from "../../../src/excel/entries";
import { builtInPlan as plan } from "../../../src/plan/built-in";
import { FORM_SHEET, TASKS_SHEET } from "../../../src/sheets";
import { Host } from "../../../src/workbench/host/host";
import { strictManners } from "../../../src/workbench/host/manners";
import county from "../../plans/county-2023.json";
import nation from "../../plans/nation-2030.json";
import { filled, PERIOD } from "../../exchange/files";
import { formPlaces, taskPlaces } from "../../places";
import { PlainEngine } from "../../workbench/plain-engine";
import { loadOffice } from "../office";
import { press } from "../press";

// a merge's time stands in the workbook
jest.useFakeTimers({
  now: new Date("2024-01-05T16:00:00"),
  doNotFake: [
    "hrtime",
    "nextTick",
    "performance",
    "queueMicrotask",
    "setImmediate",
    "clearImmediate",
    "setInterval",
    "clearInterval",
    "setTimeout",
    "clearTimeout",
  ],
});

export const engine = new PlainEngine();
export const host = new Host(engine);
Object.assign(host.manners, strictManners());
const empty = engine.save();

const [form, tasks] = [formPlaces(), taskPlaces()];

/** As a person would who takes the protection off first. */
const edit = (name: string, change: (sheet: Excel.Worksheet) => void): Promise<void> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.protection.unprotect();
    change(sheet);
    sheet.protection.protect({ allowFormatColumns: true });
    context.workbook.worksheets.getItem("Sheet1").activate();
    await context.sync();
  });

function typeEntries(sheet: Excel.Worksheet): void {
  sheet.getRange(form.slot("报告期")).values = [["'2023年"]];
  sheet.getRange(form.cell("YL07", "本期值")).values = [[48]];
  sheet.getRange(form.cell("YL08", "本期值")).values = [["九十"]];
  sheet.getRange(form.cell("YL08", "情况说明")).values = [["'=见附件"]];
}

function damage(sheet: Excel.Worksheet): void {
  typeEntries(sheet);
  sheet.getRange(form.cell("YL07", "差距")).values = [[1]];
  sheet.getRange("C6").values = [["名称"]];
  const painted = sheet.getRange("B7:D9");
  painted.format.fill.color = "#FF0000";
  painted.format.columnWidth = 20;
  painted.format.rowHeight = 50;
  painted.merge(true);
  sheet.getRange("H8").dataValidation.clear();
  sheet.getRange().conditionalFormats.clearAll();
  const own = sheet.getRange("Q1:Q9").conditionalFormats.add("Custom").custom;
  own.rule.formula = "=$Q1>1";
  own.format.fill.color = "#00FF00";
  sheet.pageLayout.orientation = "Portrait";
  sheet.pageLayout.setPrintArea("A1:F9");
  sheet.freezePanes.freezeColumns(2);
  sheet.showGridlines = true;
  sheet.context.workbook.names.getItem("YIZHI_PERIOD").formula = `='${FORM_SHEET}'!$F$4`;
  sheet.context.workbook.names.getItem("YIZHI_REDLINE").delete();
}

function shuffle(sheet: Excel.Worksheet): void {
  damage(sheet);
  sheet.getRange(form.cell("YL03", "指标代码")).values = [["YL02"]];
  sheet.getRange("A60:B60").values = [["外来的行", 7]];
}

const SPOILT_TASKS = (sheet: Excel.Worksheet): void => {
  sheet.getRange(tasks.cell(3, "序号")).values = [[2]];
  sheet.getRange(tasks.cell(5, "进展情况")).values = [["已报市政府"]];
  sheet.getRange("B5:C9").format.fill.color = "#FF0000";
};

/** Form and tasks for the whole city, as a lead office has them. */
async function fresh(): Promise<void> {
  await press("insertForm");
  await press("insertTasks");
  await edit(FORM_SHEET, (sheet) => {
    sheet.getRange(form.slot("报告期")).values = [[`'${PERIOD}`]];
    sheet.getRange(form.cell("YL12", "本期值")).values = [["'=不动"]];
  });
}

const typed = (name: string, address: string, value: unknown): Promise<void> =>
  edit(name, (sheet) => void (sheet.getRange(address).values = [[value]]));

/** Form and tasks with something to archive. */
async function reported(): Promise<void> {
  await fresh();
  await typed(FORM_SHEET, form.cell("YL12", "本期值"), "");
  await typed(FORM_SHEET, form.cell("YL07", "本期值"), 48);
  await typed(FORM_SHEET, form.cell("YL08", "本期值"), "=60+10");
  await typed(FORM_SHEET, form.cell("YL07", "情况说明"), "'=见附件");
  await typed(TASKS_SHEET, tasks.cell(3, "进展状态"), "推进中");
}

/** Archived, and then another value of one figure, and words beside another. */
async function revised(): Promise<void> {
  await reported();
  await archivePeriod();
  await edit(FORM_SHEET, (sheet) => {
    sheet.getRange(form.cell("YL07", "本期值")).values = [[48.5]];
    sheet.getRange(form.cell("YL08", "情况说明")).values = [["按新口径统计"]];
  });
}

/** Two indicators lag, a task is under way. */
async function behind(): Promise<void> {
  await reported();
  await typed(FORM_SHEET, form.cell("YL06", "本期值"), 96);
}

const REASON = { reason: "监测数据复核后更正" };

/** 汇总 wrote it, it was archived, and then someone deleted one row and wrote over another. */
async function spoiltHistory(): Promise<void> {
  await fresh();
  await typed(FORM_SHEET, form.cell("YL12", "本期值"), "");
  await compare({ YL07: 47, YL08: 70, YL10: 100 });
  await mergeDecided({});
  await archivePeriod();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("历史数据");
    sheet.getRange("3:3").delete("Up");
    sheet.getRange("E2").values = [[99]];
    await context.sync();
  });
}

/** What 汇总 found last; a merge that is done forgets it. */
let found: Comparison | null = null;
async function compare(actuals: Record<string, string | number>, states = {}): Promise<void> {
  const bytes = await filled("市民政局", actuals, states);
  await compareFiles([{ name: "民政.xlsx", read: async () => bytes }]);
  found = comparison.get().found;
}

const LAST_QUARTER = "2023年一季度";
/** A file of the quarter before, agreed to go into the ledger, beside one of the period itself where `own` is given. */
async function comparePast(last: Record<string, string | number>, own?: Record<string, string | number>) {
  const files = [
    { name: "民政一季度.xlsx", bytes: await filled("市民政局", last, { 3: "推进中" }, LAST_QUARTER) },
    ...(own ? [{ name: "卫健.xlsx", bytes: await filled("市卫健委", own) }] : []),
  ];
  await compareFiles(files.map(({ name, bytes }) => ({ name, read: async () => bytes })));
  chooseFile(0, 0);
  found = comparison.get().found;
}

/** Each state is reached from an empty workbook through the add-in and the hands of a user. */
const STATES: Record<string, () => Promise<void>> = {
  空工作簿: async () => undefined,
  已填报: async () => {
    await press("insertForm");
    await edit(FORM_SHEET, typeEntries);
  },
  被改坏: async () => {
    await press("insertForm");
    await edit(FORM_SHEET, damage);
  },
  行列要移动: async () => {
    await press("insertForm");
    await edit(FORM_SHEET, shuffle);
  },
  本单位: async () => {
    await press("insertForm");
    await edit(FORM_SHEET, typeEntries);
    setBureau("市卫健委");
  },
  任务已填: async () => {
    await press("insertTasks");
    await edit(TASKS_SHEET, (sheet) => {
      sheet.getRange(tasks.cell(5, "进展情况")).values = [["已报市政府"]];
    });
  },
  普通公式: async () => {
    await press("insertForm");
    await edit(FORM_SHEET, typeEntries);
    await convert("formulas");
  },
  数值: async () => {
    await press("insertForm");
    await edit(FORM_SHEET, typeEntries);
    await convert("values");
  },
  两表已插入: () => fresh(),
  核对过: async () => {
    await fresh();
    await compare({ YL07: 48, YL10: "=见附件" }, { 3: "推进中" });
  },
  汇总过又核对过: async () => {
    await fresh();
    await compare({ YL07: 47, YL08: "九十" });
    await mergeDecided({});
    await compare({ YL07: 48, YL08: 90, YL10: "=见附件" }, { 3: "推进中" });
  },
  往期文件核对过: async () => {
    await fresh();
    await comparePast({ YL07: 45 });
  },
  往期文件又核对过: async () => {
    await fresh();
    await comparePast({ YL07: 45 });
    await mergeDecided({});
    await comparePast({ YL07: 46, YL08: 51 }, { TY05: 1.62 });
  },
  往期文件核对过而历史已删: async () => {
    await fresh();
    await comparePast({ YL07: 45 });
    await mergeDecided({});
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("历史数据").delete();
      await context.sync();
    });
    await comparePast({ YL07: 45, YL08: 51 });
  },
  催报过: async () => {
    await fresh();
    await remind();
    await edit("催报清单", (sheet) => {
      sheet.getRange("A9").values = [["自己的备注"]];
    });
  },
  有规划: async () => {
    await adoptPlan(county);
  },
  有规划校核: async () => {
    await adoptPlan({ ...county, checks: [CHECK] });
  },
  规划改过: async () => {
    await adoptPlan(county);
    await edit("规划单位", (sheet) => {
      sheet.getRange("C4").values = [["王五"]];
    });
  },
  两表已填: () => reported(),
  归档过又改过: () => revised(),
  历史受保护: async () => {
    await revised();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("历史数据").protection.protect({ allowAutoFilter: true });
      await context.sync();
    });
  },
  结转过: async () => {
    await revised();
    await rollPeriod("2024年", REASON);
    await typed(FORM_SHEET, form.cell("YL10", "本期值"), 100);
    await archivePeriod();
    // someone's own format, which would show what comes there as another number
    await edit(FORM_SHEET, (sheet) => {
      sheet.getRange(form.cell("YL07", "本期值")).numberFormat = [["0%"]];
    });
  },
  历史被改过: () => spoiltHistory(),
  规划换过: async () => {
    await adoptPlan(county);
    await adoptPlan({ ...county, name: "另一规划" });
  },
  有滞后: () => behind(),
  成果已生成: async () => {
    await behind();
    await makeDashboard();
    await makeBriefing();
    await updateBook();
    await typed(FORM_SHEET, form.cell("YL06", "本期值"), 100);
    await typed(FORM_SHEET, form.cell("YL08", "本期值"), 40);
    await edit("进展通报", (sheet) => {
      sheet.getRange("A60").values = [["抄送：市政府办公室"]];
    });
    await edit("看板", (sheet) => {
      sheet.getRange("A70").values = [["自己的备注"]];
    });
  },
  台账受保护: async () => {
    await behind();
    await updateBook();
    await typed(FORM_SHEET, form.cell("YL08", "本期值"), 40);
    await archivePeriod({ cleanOnly: true });
    await edit("督办台账", (sheet) => {
      // as in a period before
      sheet.getRange("G3:G4").values = [[0], [0]];
    });
  },
  任务被改坏: async () => {
    await press("insertTasks");
    await edit(TASKS_SHEET, SPOILT_TASKS);
  },
};

const CHECK = { left: "指标1", comparison: "≥", right: "指标2", level: "提示" };

/** What the pane writes: 报告期, 容差, 红线, a corrected value, 情况说明, a task's 进展状态. */
const ENTRIES: Entry[] = [
  { place: { slot: "period" }, content: "2024年" },
  { place: { slot: "tolerance" }, content: 12 },
  { place: { slot: "redline" }, content: 35 },
  { place: { code: "YL07", column: "actual" }, content: 49.8 },
  { place: { code: "YL08", column: "explanation" }, content: "见附件" },
  { place: { code: "任务3", column: "state" }, content: "推进中" },
];

export const COMMANDS: Record<string, () => Promise<void>> = {
  插入指标模板: () => press("insertForm"),
  插入任务分工表: () => press("insertTasks"),
  标记滞后: () => press("markLagging"),
  审核数据: () => press("auditForm"),
  写入填报内容: () =>
    working("正在写入…", async () => {
      const written = await writeEntries(plan, ENTRIES);
      return { notice: success(`已写入 ${written.length} 处。`) };
    }),
  写入汇总: () => {
    comparison.set({ found });
    return mergeDecided({}, "口径核实", true);
  },
  转为普通公式: () => convert("formulas"),
  转为数值: () => convert("values"),
  "转回 YIZHI 函数": () => convert("functions"),
  生成催报清单: () => remind(),
  生成看板: () => makeDashboard(),
  生成通报: () => makeBriefing(),
  更新督办台账: () => updateBook(),
  销号: () => closeMatters([2]),
  归档本期: () => archivePeriod(REASON),
  结转下期: () => rollPeriod("2024年", REASON),
  调阅: () => recallPeriod(PERIOD),
  恢复: () => restoreRows(),
  采用规划: () =>
    working("正在写入规划…", async ({ signal }) => {
      const { sheets, kept } = await adoptPlan(nation, signal);
      return { notice: success(`已写入 ${[...sheets, ...kept].length} 张表。`) };
    }),
  加规划校核: () => addChecks(),
  恢复内置规划: () =>
    working("正在恢复内置规划…", async ({ signal }) => {
      const { kept } = await restoreBuiltIn(signal);
      return { notice: success(`停用 ${kept.length} 张表。`) };
    }),
};

/** Each command in the states in which it does different things, by the test file that tries them. */
export const CASES = {
  form: [
    ["插入指标模板", "空工作簿"],
    ["插入指标模板", "已填报"],
    ["插入指标模板", "被改坏"],
    ["插入指标模板", "行列要移动"],
    ["插入指标模板", "本单位"],
    ["插入指标模板", "普通公式"],
  ],
  marking: [
    ["插入任务分工表", "空工作簿"],
    ["插入任务分工表", "已填报"],
    ["插入任务分工表", "任务已填"],
    ["插入任务分工表", "任务被改坏"],
    ["标记滞后", "已填报"],
    ["标记滞后", "被改坏"],
    ["标记滞后", "本单位"],
    ["标记滞后", "两表已插入"],
    ["审核数据", "已填报"],
  ],
  writing: [
    ["写入填报内容", "已填报"],
    ["写入填报内容", "被改坏"],
    ["写入填报内容", "两表已插入"],
    ["写入汇总", "核对过"],
    ["写入汇总", "汇总过又核对过"],
    ["写入汇总", "往期文件核对过"],
    ["写入汇总", "往期文件又核对过"],
    ["写入汇总", "往期文件核对过而历史已删"],
    ["转为普通公式", "已填报"],
    ["转为普通公式", "普通公式"],
    ["转为普通公式", "数值"],
    ["转为数值", "已填报"],
    ["转为数值", "普通公式"],
    ["转回 YIZHI 函数", "普通公式"],
    ["转回 YIZHI 函数", "数值"],
    ["生成催报清单", "两表已插入"],
    ["生成催报清单", "催报过"],
  ],
  periods: [
    ["归档本期", "两表已填"],
    ["归档本期", "归档过又改过"],
    ["归档本期", "历史受保护"],
    ["结转下期", "两表已填"],
    ["结转下期", "归档过又改过"],
    ["调阅", "结转过"],
    ["恢复", "历史被改过"],
  ],
  made: [
    ["生成看板", "成果已生成"],
    ["生成通报", "成果已生成"],
  ],
  book: [
    ["更新督办台账", "有滞后"],
    ["更新督办台账", "成果已生成"],
    ["更新督办台账", "台账受保护"],
    ["销号", "成果已生成"],
  ],
  plan: [
    ["采用规划", "空工作簿"],
    ["采用规划", "规划改过"],
    ["采用规划", "规划换过"],
    ["采用规划", "有规划校核"],
    ["加规划校核", "有规划"],
    ["恢复内置规划", "有规划"],
    ["恢复内置规划", "有规划校核"],
  ],
} satisfies Record<string, [command: string, state: string][]>;

interface Prepared {
  before: string;
  complete: string;
  saved: unknown;
  /** of each request of the command, when nothing is in its way */
  actions: number[];
}

export async function prepare(command: string, name: string): Promise<Prepared> {
  host.faults.failAction = host.faults.dropAnswer = undefined;
  engine.restore(empty);
  setBureau(null);
  choice.set({ period: null });
  await STATES[name]!();
  const [before, saved] = [engine.digest(), engine.save()];
  host.requests.length = 0;
  await COMMANDS[command]!();
  expect({ ...state.get().notice }).not.toMatchObject({ kind: "error" });
  const prepared = { before, saved, complete: engine.digest(), actions: host.requests.map((r) => r.actions) };
  engine.restore(saved);
  return prepared;
}

/** Where two digests part, short enough to read. */
export function difference(a: string, b: string): string {
  if (a === b) return "";
  const at = [...a].findIndex((char, i) => char !== b[i]);
  return `${a.slice(at - 60, at + 60)} <> ${b.slice(at - 60, at + 60)}`;
}

beforeAll(() => loadOffice(host));
