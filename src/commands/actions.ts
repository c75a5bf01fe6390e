import { type Entry, insertFormula, selectAddress, type Written, writeEntries } from "../excel";
import { findBureau } from "../plan";
import { planInUse } from "../plan/in-use";
import { type AuditItem, UPDATE } from "../report";
import type { TableId } from "../sheets";
import { settled } from "./bureau";
import { success, working } from "./job";
import { refresh } from "./live";
import { remember } from "./memory";
import { asNumber } from "./refusals";
import { dropUntrue, type Notice, state } from "./state";

const refused = (words: string): Notice => ({ kind: "error", text: `${words}。` });

/** Opens a tab; what was told on the one before is done with, unless something is wrong. */
export function openView(view: string): void {
  remember("view", view);
  const { notice } = state.get();
  state.set({ view, notice: notice?.kind === "error" ? notice : null });
}

/** Takes the notice away, as its user wishes. */
export const closeNotice = (): void => state.set({ notice: null });

/** Selects a cell, such as `H12`, of the form or the task sheet that was last read. */
export const selectCell = (table: TableId, address: string): Promise<void> =>
  working("正在定位…", async () => {
    const sheet = state.get().report?.sheets[table];
    if (sheet) await selectAddress(sheet.id, address);
    return {};
  });

/** Chooses 本单位 under any of its names, for this workbook and the next; null is the whole place, and so is a name the plan does not know. */
export function setBureau(name: string | null): void {
  const found = name === null ? null : findBureau(name, planInUse());
  const bureau = found?.ok ? found.value.name : null;
  remember("bureau", bureau);
  const said = { ...state.get(), bureau, chosen: bureau ?? planInUse().place.whole };
  state.set({ bureau, ...settled(said) });
  dropUntrue();
}

async function write(doing: string, entries: Entry[], told: (written: Written[]) => Notice | null) {
  await working(doing, async () => ({ notice: told(await writeEntries(planInUse(), entries)) }));
  refresh();
}

/** Sets 报告期 in the form, in 任务分工 where there is no form, or for the next one when there is neither. */
export async function setPeriod(text: string): Promise<void> {
  state.set({ period: text });
  dropUntrue();
  if (state.get().report)
    await write("正在写入报告期…", [{ place: { slot: "period" }, content: text }], () => null);
}

/** Writes 容差 or 红线 as typed; as a number where it is one. */
export const setParameter = (slot: "tolerance" | "redline", text: string): Promise<void> => {
  return write("正在写入参数…", [{ place: { slot }, content: asNumber(text) }], () => null);
};

/** Where a finding is explained, by table. */
const EXPLAINED = {
  form: { column: "explanation", header: "情况说明" },
  tasks: { column: "progress", header: "进展情况" },
} as const;
export const explanationHeader = (table: TableId): string => EXPLAINED[table].header;

/** Writes an indicator's 情况说明, or a task's 进展情况. */
export function explain(code: string, text: string, table: TableId = "form"): Promise<void> {
  const { column, header } = EXPLAINED[table];
  return write(`正在写入${header}…`, [{ place: { code, column }, content: text }], ([written]) =>
    written
      ? success(`${header}已写入 ${written.address}。`)
      : refused(`表中没有 ${code} 这一行，请点“${UPDATE[table]}”修复`),
  );
}

const TAKEN_BACK = "已撤销修正，单元格恢复原来的内容。";
const CHANGED_SINCE = "单元格在修正之后又改过，没有撤销";

/** Applies the readings that the audit offers; a cell that has changed since stays as it is. */
export async function correct(findings: readonly AuditItem[]): Promise<void> {
  const entries = findings.flatMap(({ code, correction }): Entry[] =>
    correction
      ? [{ place: { code, column: correction.column }, content: correction.reading, only: correction.was }]
      : [],
  );
  await working("正在修正…", async () => {
    const written = await writeEntries(planInUse(), entries);
    const cells = written.map(({ address }) => address).join("、");
    return written.length === 0
      ? { notice: refused("单元格里是公式或已经改过，没有修正") }
      : { corrected: written, notice: success(`已修正 ${cells}，可以撤销。`) };
  });
  refresh();
}

/** Puts back what 修正 last replaced, where the correction still stands. */
export async function takeBack(): Promise<void> {
  const { corrected } = state.get();
  if (!corrected) return;
  await working("正在撤销修正…", async () => {
    const written = await writeEntries(
      planInUse(),
      corrected.map(({ place, before, content, format }) => ({
        place,
        content: before,
        only: content,
        ...(format && { format: format.was }),
      })),
    );
    return {
      corrected: null,
      notice: written.length > 0 ? success(TAKEN_BACK) : refused(CHANGED_SINCE),
    };
  });
  refresh();
}

/** Writes a function's example into the selected cell. */
export const insertExample = (formula: string): Promise<void> =>
  working("正在插入示例…", async () => ({
    notice: success(`示例已写入 ${await insertFormula(formula)}。`),
  }));
