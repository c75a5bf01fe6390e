import type { SpreadsheetEngine } from "../engine/engine";
import { restore } from "../engine/restore";
import { blankWorkbook, takeSnapshot, withOwnIds, type WorkbookSnapshot } from "../engine/snapshot";
import { NATION_2030 } from "../../plan/ready";
import type { Tell } from "./tell";
import { chooseFile, saveFile } from "./files";

/** What the workbench's own buttons work on. */
export interface Desk {
  engine: SpreadsheetEngine;
  /** of the add-in's functions */
  namespace: string;
  /** inserts the form and fills in a trial */
  trial: () => Promise<void>;
  /** loads the pane anew: to the add-in another workbook is another start */
  reloadPane: () => Promise<void>;
  /** clears what the browser keeps */
  forget: () => void;
  tell: Tell;
}

/** A button that Excel's ribbon does not have, for what Excel's own menus do. */
export interface Tool {
  action: string;
  label: string;
  tip: string;
  run: (desk: Desk) => Promise<void>;
}

/** It weighs as much as a quarter of the page, so it comes with the first file. */
const loadCodec = () => import(/* webpackChunkName: "codec" */ "./codec");

/** Shows another workbook in place of this one; undo brings this one back. */
async function replace({ engine, reloadPane }: Desk, workbook: WorkbookSnapshot): Promise<void> {
  const shown = takeSnapshot(engine);
  engine.history.change(() => restore(engine, shown, withOwnIds(workbook, shown)));
  await reloadPane();
}

/** Whatever goes wrong ends with a sentence; the button can be pressed again. */
async function trying(desk: Desk, failed: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const details = error instanceof Error ? error.message : String(error);
    desk.tell(`${failed}：${details}。工作簿没有变化，请改正后再试。`, "problem");
  }
}

async function open(desk: Desk): Promise<void> {
  const file = await chooseFile();
  if (!file) return;
  await trying(desk, `没有打开“${file.name}”`, async () => {
    const { openIssueMessage, readXlsx, unknownFunctions } = await loadCodec();
    const read = await readXlsx(new Uint8Array(await file.arrayBuffer()), desk.namespace);
    if (!read.ok) return desk.tell(`没有打开“${file.name}”：${openIssueMessage(read.issue)}。`, "problem");
    const { workbook, leftOut } = read.value;
    const unknown = unknownFunctions(workbook, desk.engine);
    await replace(desk, workbook);
    const told = [
      ...(leftOut.length > 0 ? [`没有带入：${leftOut.join("、")}，原文件不受影响。`] : []),
      ...(unknown.length > 0
        ? [`工作台不会算 ${unknown.join("、")}，有关单元格显示 #NAME?，公式照原样保留。`]
        : []),
    ];
    desk.tell(
      `已打开“${file.name}”。${told.join("")}按 Ctrl+Z 可回到原来的工作簿。`,
      told.length > 0 ? "notice" : "done",
    );
  });
}

/** Longer than any calculation takes, in milliseconds; what has not come by then is exported as it stands. */
const PATIENCE = 15_000;

const within = (milliseconds: number, done: Promise<void>): Promise<void> =>
  Promise.race([done, new Promise<void>((resolve) => setTimeout(resolve, milliseconds))]);

export async function save(desk: Desk): Promise<void> {
  const { engine, namespace, tell } = desk;
  await trying(desk, "没有导出", async () => {
    await within(PATIENCE, engine.settled());
    const snapshot = takeSnapshot(engine);
    const { describe, exportNotes, followPlan, planInUse, writeXlsx } = await loadCodec();
    followPlan(engine);
    const { name, properties } = describe(snapshot, planInUse(), new Date());
    saveFile(name, await writeXlsx(snapshot, namespace, properties));
    const notes = exportNotes(snapshot);
    const changed = notes.length > 0 ? `与工作簿不同：${notes.join("、")}。` : "";
    tell(`已导出“${name}”，在浏览器的下载文件夹里。${changed}`, "done");
  });
}

/** A ready plan in a workbook of its own, with its form filled in for a trial: one step to undo. */
const tryReady = (desk: Desk): Promise<void> =>
  trying(desk, `没有换成${NATION_2030.name}`, async () => {
    const { readyWorkbook } = await loadCodec();
    const workbook = await readyWorkbook(NATION_2030, desk.namespace);
    await desk.engine.history.group(async () => {
      await replace(desk, workbook);
      await desk.trial();
    });
  });

async function restart(desk: Desk): Promise<void> {
  desk.forget();
  await replace(desk, blankWorkbook(`sheet-${Date.now()}`));
  desk.tell("已从空白工作簿重新开始。按 Ctrl+Z 可回到原来的工作簿。", "done");
}

export const TOOLS: Tool[] = [
  {
    action: "trial",
    label: "试填",
    tip: "插入指标模板，并填入介于基期与目标之间的试填数据，看看效果；填过的内容先问再动",
    run: ({ trial }) => trial(),
  },
  {
    action: "ready",
    label: NATION_2030.name,
    tip: "换成载有这份规划的工作簿，插入它的指标模板并试填；按 Ctrl+Z 可回到原来的工作簿",
    run: tryReady,
  },
  { action: "open", label: "打开", tip: "打开 .xlsx 文件", run: open },
  { action: "export", label: "导出", tip: "存成 .xlsx 文件", run: save },
  { action: "restart", label: "重新开始", tip: "换成空白工作簿，并清除浏览器里保存的内容", run: restart },
];
