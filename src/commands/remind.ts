import { writeList } from "../excel";
import { planInUse } from "../plan/in-use";
import { periodOf } from "./head-period";
import { success, working } from "./job";
import { exchange, merging } from "./files";
import { storeOfPlan } from "./store";

/** The text of the last 催报清单; null: there is none. */
export const reminder = storeOfPlan<{ text: string | null }>({ text: null });

/** Makes the sheet 催报清单 and the text to be sent. */
export const remind = (): Promise<void> =>
  working("正在生成催报清单…", async ({ signal }) => {
    const { mergeReport, nobodyToServe, recordsSheet, remindersLayout, reminderText } = await exchange();
    const plan = planInUse();
    const nobody = nobodyToServe(plan, "remind");
    if (nobody !== null) return { notice: { kind: "error", text: nobody } };
    const target = await (await merging()).readMergeTarget(plan, recordsSheet, signal);
    const { text: period } = periodOf(target, plan);
    const { outstanding } = mergeReport(plan, target, [], period);
    const sheet = await writeList(remindersLayout(outstanding, plan, period), signal);
    reminder.set({ text: reminderText(outstanding, plan, period) });
    return {
      notice: success(`“${sheet}”已列出 ${outstanding.length} 个单位；文字可在窗格中复制。`),
    };
  });
