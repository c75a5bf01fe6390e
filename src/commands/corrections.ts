import type { Entry, Written } from "../excel";
import { type AuditItem, UPDATE } from "../report";
import { type EntryColumn, type TableId, tableOf, type TaskColumn } from "../sheets";
import { planInUse } from "../plan/in-use";
import { entering, write } from "./entries";
import { success, working } from "./job";
import { refresh } from "./live";
import type { Notice } from "./state";
import { storeOfPlan } from "./store";

/** What 修正 last wrote, for taking it back; null: nothing. */
export const corrections = storeOfPlan<{ last: Written[] | null }>({ last: null });

const refused = (words: string): Notice => ({ kind: "error", text: `${words}。` });

export const explanationHeader = (table: TableId): string => tableOf(table).explains.header;

/** Writes an indicator's 情况说明, or a task's 进展情况. */
export function explain(code: string, text: string, table: TableId = "form"): Promise<void> {
  const { id, header } = tableOf(table).explains;
  const column = id as EntryColumn | TaskColumn;
  return write(`正在写入${header}…`, [{ place: { code, column }, content: text }], ([written]) =>
    written
      ? success(`${header}已写入 ${written.address}。`)
      : refused(`表中没有 ${code} 这一行，请点“${UPDATE[table]}”修复`),
  );
}

/** Applies the readings that the audit offers; a cell that has changed since stays as it is. */
export async function correct(findings: readonly AuditItem[]): Promise<void> {
  const entries = findings.flatMap(({ code, correction }): Entry[] =>
    correction
      ? [{ place: { code, column: correction.column }, content: correction.reading, only: correction.was }]
      : [],
  );
  await working("正在修正…", async () => {
    const written = await (await entering()).writeEntries(planInUse(), entries);
    if (written.length === 0) return { notice: refused("单元格里是公式或已经改过，没有修正") };
    corrections.set({ last: written });
    return { notice: success(`已修正 ${written.map(({ address }) => address).join("、")}，可以撤销。`) };
  });
  refresh();
}

/** Puts back what 修正 last replaced, where the correction still stands. */
export async function takeBack(): Promise<void> {
  const { last } = corrections.get();
  if (!last) return;
  await working("正在撤销修正…", async () => {
    const written = await (
      await entering()
    ).writeEntries(
      planInUse(),
      last.map(({ place, before, content, format }) => ({
        place,
        content: before,
        only: content,
        ...(format && { format: format.was }),
      })),
    );
    corrections.set({ last: null });
    return {
      notice:
        written.length > 0
          ? success("已撤销修正，单元格恢复原来的内容。")
          : refused("单元格在修正之后又改过，没有撤销"),
    };
  });
  refresh();
}
