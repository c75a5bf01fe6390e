import { TABLE_LIST } from "./kinds";
import { CommandError } from "../excel";
import type { Decisions, Incoming, MergeItem, PastDecided } from "../exchange";
import { planInUse } from "../plan/in-use";
import { comparison, comparisonOf, type Comparison } from "./comparison";
import { periodOf } from "./head-period";
import { breathe, info, success, working } from "./job";
import { exchange, merging } from "./files";
import { refresh } from "./live";
import { stamp } from "./stamp";
import { type Notice, state } from "./state";

/** A chosen file, not read yet. */
export interface ChosenFile {
  name: string;
  read: () => Promise<Uint8Array>;
}

function compared({ files, items }: Comparison): Notice {
  const count = (of: MergeItem["state"]): number => items.filter(({ item }) => item.state === of).length;
  const skipped = files.filter((file) => !file.merged).length;
  const words = `新增 ${count("new")}、更新 ${count("changed")}、相同 ${count("same")}、冲突 ${count("conflict")}`;
  const held = count("held") > 0 ? `、强制问题 ${count("held")}` : "";
  return info(
    `读了 ${files.length} 个文件${skipped > 0 ? `，其中 ${skipped} 个没有并入` : ""}：${words}${held}。还没有写入，请核对。`,
  );
}

/** Reads the chosen files and compares them with the workbook. Writes nothing; can be cancelled between two files. */
export const compareFiles = (chosen: readonly ChosenFile[]): Promise<void> =>
  working("正在读取交回的文件…", async ({ signal, step }) => {
    comparison.set({ found: null });
    const lib = await exchange();
    const plan = planInUse();
    const target = await (await merging()).readMergeTarget(plan, lib.recordsSheet, signal);
    if (TABLE_LIST.every(({ id }) => !target[id]))
      throw new CommandError({ code: "no-form", sheet: TABLE_LIST[0]!.name });
    const { text, period } = periodOf(target, plan);
    const incoming: Incoming[] = [];
    for (const { name, read } of chosen) {
      step(incoming.length, chosen.length);
      await breathe();
      if (signal.aborted) break;
      const expectation = { plan, period, periodText: text };
      incoming.push(
        await read().then(
          async (bytes) =>
            lib.remembered(await lib.readIncoming(name, bytes, expectation), target.records, text),
          (error: unknown) => lib.unread(name, { code: "unreadable", details: String(error) }),
        ),
      );
    }
    if (signal.aborted) throw new CommandError({ code: "cancelled" });
    const choices = incoming.map(({ leftOutBefore }) => (leftOutBefore ? null : undefined));
    const found = comparisonOf(lib, plan, target, incoming, text, choices);
    comparison.set({ found });
    return { notice: compared(found) };
  });

/** Leaves a file out, takes it in, or merges it under what one of its places says. Writes nothing. */
export function chooseFile(file: number, choice: number | null | undefined): void {
  const found = comparison.get().found?.choosing(file, choice);
  if (!found) return;
  comparison.set({ found });
  state.set({ notice: compared(found) });
}

/** What a merge did. Lines of files and refusals are remembered without a cell being written. */
function outcome(
  { cells, lines, open, past }: { cells: number; lines: number; open: number; past: PastDecided },
  now: boolean,
): Notice {
  const { count, withheld } = past;
  const left = [
    ...(open > 0 ? [`另有 ${open} 项冲突或强制问题没有选定，没有写入，下次汇总会再列出。`] : []),
    ...(withheld.length > 0 ? [`有问题、没有并入历史数据的：${withheld.join("、")}。`] : []),
  ].join("");
  if (lines === 0) return success(`没有要写入的内容，工作簿没有改动。${left}`);
  const written = [
    ...(cells > 0 ? [`写入 ${cells} 个单元格`] : []),
    ...(count > 0 ? [`并入历史数据 ${count} 项`] : []),
  ];
  const done =
    written.length > 0
      ? `${now ? "已" : "上次已经"}${written.join("、")}，来源记在“汇总记录”表`
      : `没有要写入的值；${now ? "" : "上次已"}在“汇总记录”表记下收到的文件和您的决定`;
  return success(`${done}${now ? "" : "；没有重复写入"}。${left}`);
}

/**
 * Writes what was compared, with the user's decisions.
 * @param reason 修订原因 of what is archived otherwise
 * @param anew ledgers whose sheet is gone are begun anew
 */
export async function mergeDecided(decisions: Decisions, reason = "", anew = false): Promise<void> {
  const { found } = comparison.get();
  if (!found) return;
  await working("正在写入汇总…", async ({ signal }) => {
    if (comparison.get().found !== found)
      throw new CommandError({ code: "changed-meanwhile", place: "规划" });
    const { decided, decidedPast, recordsSheet } = await exchange();
    const { report, period } = found;
    const [plan, time] = [planInUse(), stamp(new Date())];
    const { writes, records: own, open } = decided(report, decisions, time, period);
    const past = decidedPast(report, decisions, { time, reason, anew }, plan);
    if (past.obstacles.length > 0) {
      const text = `没有写入任何内容：${past.obstacles.join("；")}。`;
      return { notice: { kind: "error", text } };
    }
    const records = [...own, ...past.records];
    const now =
      records.length === 0 ||
      (await (await merging()).writeMerge(plan, writes, records, recordsSheet, signal, past.archive));
    comparison.set({ found: null });
    const done = { cells: writes.length, lines: records.length, open: open + past.open, past };
    return { notice: outcome(done, now) };
  });
  refresh();
}

/** Forgets what was compared; the workbook stays as it is. */
export function dropComparison(): void {
  comparison.set({ found: null });
  state.set({ notice: info("已取消汇总，工作簿没有改动。") });
}
