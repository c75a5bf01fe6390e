import { bureausOfPlan, planFileOf, planFileWith, tasksOfPlan } from "../draft";
import { addPlanSheet, readSelection } from "../excel";
import { fileOf, type Plan } from "../plan";
import { NATION_2030, type ReadyPlan } from "../plan/ready";
import { planInUse } from "../plan/in-use";
import type { PlanSheetId } from "../sheets/plan/words";
import { type Adoption, adoptPlan, restoreBuiltIn } from "./adoption";
import { exchange } from "./files";
import { info, success, working } from "./job";
import { refresh } from "./live";
import { fillBox, forget, give, headOf, type PartId, type PlanDraft, planDraft, readNow } from "./plan-draft";
import { adoptionNotice, asideWords, codesWords, keepsTables, ownPlan } from "./plan-words";
import { store, storeOfPlan } from "./store";
import { opening, takePlan } from "./workbook-plan";

/** What last became of the workbook's plan, for taking it back. */
export interface PlanChange {
  readonly did: "采用" | "恢复";
  /** null: the workbook had none of its own */
  readonly former: Plan | null;
  /** of the plan that came of it */
  readonly version: string;
  /** what had been read for it */
  readonly draft: PlanDraft;
}

export const planChange = store<{ last: PlanChange | null }>({ last: null });

/** The file that 导出规划 last made. */
export const exportedPlan = storeOfPlan<{ file: { name: string; bytes: Uint8Array } | null }>({ file: null });

/** The plan's file that a draft comes to; tasks and bureaus that are not pasted are the present ones where those are to stay. */
export function fileToAdopt(draft: PlanDraft): unknown {
  const { plan, given } = draft;
  const present = given?.plan ?? (plan.draft && !keepsTables(draft) ? null : planInUse());
  const tasks = draft.tasks.draft?.rows ?? (present ? tasksOfPlan(present) : []);
  const bureaus = draft.bureaus.draft?.rows ?? (present ? bureausOfPlan(present) : []);
  if (plan.draft) return planFileOf({ ...plan.draft, head: headOf(draft)! }, tasks, bureaus);
  return planFileWith(present!, tasks, bureaus);
}

/** Puts a plan's file into the workbook, null for the built-in plan, and remembers what was there. */
async function put(
  file: unknown,
  did: PlanChange["did"],
  signal: AbortSignal,
  shown?: PlanSheetId,
): Promise<Adoption> {
  const [former, draft] = [ownPlan(), planDraft.get()];
  const adoption = await (file === null ? restoreBuiltIn(signal) : adoptPlan(file, signal, false, shown));
  planChange.set({ last: { did, former, version: planInUse().version, draft } });
  return adoption;
}

async function adopting(file: () => unknown): Promise<void> {
  await working("正在写入规划…", async ({ signal }) => {
    const isChange = ownPlan() !== null;
    const adoption = await put(await file(), "采用", signal);
    forget();
    return { notice: adoptionNotice(planInUse(), adoption, isChange) };
  });
  refresh();
}

/** Writes what was read into the workbook, all of it or nothing, and puts it in use. */
export const adopt = (): Promise<void> => adopting(() => fileToAdopt(planDraft.get()));

/** Plans that come along, for one click. */
export const READY_PLANS: readonly ReadyPlan[] = [NATION_2030];

/** Takes a plan that comes along into the workbook. */
export const adoptReady = ({ load }: ReadyPlan): Promise<void> => adopting(load);

const HOW_CHECKS =
  "一行一条规则，例如左式 A02、比较 ≤、右式 A01；改好后在“填报”点“更新指标模板”，审核和填报表的“审核提示”就按它核对。";

/** 加规划校核: the sheet on which rules between indicators are written; of the built-in plan, all its sheets. */
export async function addChecks(): Promise<void> {
  await working("正在加规划校核…", async ({ signal }) => {
    const own = ownPlan();
    const plan = { ...(own ?? planInUse()) };
    plan.checks ??= [];
    if (!own) {
      const { sheets } = await put(fileOf(plan), "采用", signal, "checks");
      return { notice: success(`规划已写在“${sheets.join("”“")}”表中，可以修改。规划校核：${HOW_CHECKS}`) };
    }
    const { planSheetLayouts } = await opening();
    const read = await addPlanSheet("checks", planSheetLayouts(plan).at(-1)!, signal);
    if (!read) return { notice: info(`“规划校核”表已在工作簿中：${HOW_CHECKS}`) };
    await takePlan(read);
    return { notice: success(`已加“规划校核”表：${HOW_CHECKS}`) };
  });
  refresh();
}

/** 恢复内置规划; the sheets of the workbook's own plan stay under other names. */
export async function restoreBuiltInPlan(): Promise<void> {
  await working("正在恢复内置规划…", async ({ signal }) => {
    if (!ownPlan()) return { notice: info("正在使用的就是内置规划，工作簿没有改动。") };
    const adoption = await put(null, "恢复", signal);
    return {
      notice: success(`已恢复内置规划“${planInUse().name}”。${asideWords(adoption)}${codesWords(adoption)}`),
    };
  });
  refresh();
}

/** Puts the plan back that was there before 采用 or 恢复, with what had been read, unless it has changed since. */
export async function takeBackPlan(): Promise<void> {
  const { last } = planChange.get();
  if (!last) return;
  await working(`正在撤销${last.did}…`, async ({ signal }) => {
    if (planInUse().version !== last.version)
      return { notice: { kind: "error", text: `规划在${last.did}之后又改过，没有撤销。` } };
    const adoption = await (last.former
      ? adoptPlan(fileOf(last.former), signal, true)
      : restoreBuiltIn(signal, true));
    planChange.set({ last: null });
    planDraft.set(last.draft);
    return {
      notice: success(
        `已撤销${last.did}，规划是${last.did}之前的“${planInUse().name}”。${asideWords(adoption)}`,
      ),
    };
  });
  refresh();
}

/** 导出规划: the plan in use as a file for whoever else is to work on it. */
export const exportPlanFile = (): Promise<void> =>
  working("正在导出规划…", async () => {
    const { exportPlan } = await exchange();
    const file = await exportPlan(planInUse(), new Date());
    exportedPlan.set({ file });
    return { notice: success(`已导出“${file.name}”，在别的工作簿中点“导入规划”即可采用。`) };
  });

/** 导入规划: shows the plan of a file. Writes nothing. */
export const importPlanFile = (name: string, read: () => Promise<Uint8Array>): Promise<void> =>
  working("正在读取规划文件…", async () => {
    const { importPlan } = await exchange();
    const found = await importPlan(await read());
    if (!found.ok)
      return {
        notice: { kind: "error", text: `没有导入“${name}”：${found.issue.slice(0, 3).join("；")}。` },
      };
    give(name, (await opening()).openPlan(found.value));
    return {};
  });

/** Reads the selected cells of the workbook in place of a paste. */
export const readSelected = (id: PartId): Promise<void> =>
  working("正在读取选区…", async ({ signal }) => {
    const { address, cells } = await readSelection(signal);
    if (cells.length === 0)
      return {
        notice: {
          kind: "error",
          text: "选中的单元格都是空的。请在工作表中选中整张表，连同表头，再点“从选区读取”。",
        },
      };
    fillBox(id, { cells, text: cells.map((row) => row.join("\t")).join("\n") }, address);
    readNow(id);
    return {};
  });
