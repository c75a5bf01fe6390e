import type { Calculation } from "../excel";
import { planInUse } from "../plan/in-use";
import type { Command } from "./command";
import { type Job, type Outcome, success, working } from "./job";
import { converting, exchange } from "./files";
import { refresh } from "./live";

const CONVERTED: Record<Calculation, string> = {
  formulas: "的计算列已转为普通公式，没有加载项也能计算",
  values: "的计算列已转为数值，不再随填报变化",
  functions: "的计算列已转回 YIZHI 函数",
};

async function converted(to: Calculation, { signal }: Job): Promise<Outcome> {
  const [{ plainForm }, { convertForm }] = await Promise.all([exchange(), converting()]);
  const sheet = await convertForm(planInUse(), to, plainForm, signal);
  return { notice: success(`“${sheet}”${CONVERTED[to]}；填报内容没有改动。`) };
}

export const convertCommand: Command = {
  id: "toPlainFormulas",
  label: "转为普通公式",
  doing: "正在转为普通公式…",
  run: (job) => converted("formulas", job),
};

/** Turns the form's calculated columns into YIZHI functions, plain formulas or values. */
export async function convert(to: Calculation): Promise<void> {
  await working("正在转换公式…", (job) => converted(to, job));
  refresh();
}
