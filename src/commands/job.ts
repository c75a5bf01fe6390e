import { CommandError, type CommandIssue, leftBackups, waiting } from "../excel";
import type { Report } from "../report";
import { choice } from "./choice";
import { NotLoaded } from "./loading";
import { refusesPeriod } from "./refusals";
import { type Busy, type Notice, type State, state } from "./state";
import { workbook } from "./workbook";
import { onPlan } from "./workbook-plan";

/** What running work may say and must heed. */
export interface Job {
  /** aborted when the user cancels; work stops before it writes, and finishes what it is writing */
  signal: AbortSignal;
  /** Shows how far it has come. */
  step: (done: number, total: number) => void;
}

/** What came of work: what is said of it, and the tab that shows it. What a feature keeps, it has kept. */
export type Outcome = Partial<Pick<State, "notice" | "view">>;

/** What holds for as long as an error tells of the workbook as it is; other errors tell what happened. */
const HOLDS: { [C in CommandIssue["code"]]?: Notice["holds"] } = {
  "no-form": () => !workbook.get().form,
  "form-parameters": () => {
    const { form } = workbook.get();
    return form ? form.unjudged !== null : refusesPeriod(choice.get().period ?? "") !== null;
  },
};

/** A notice about what the workbook holds, which goes when there is something else to say. */
export function aboutReport(tell: (report: Report) => Notice, report: Report): Notice {
  const told = tell(report);
  const holds = (): boolean => {
    const now = workbook.get().report;
    return !!now && tell(now).text === told.text;
  };
  return { ...told, holds };
}

export const success = (text: string, details?: string): Notice => ({
  kind: "success",
  text,
  ...(details && { details }),
});

export const info = (text: string): Notice => ({ kind: "info", text });

/** Lets the page draw between two files. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** The sentence for whatever was thrown: what is in the way and what to do. */
export function failure(error: unknown): Notice {
  if (error instanceof CommandError) {
    const { issue } = error;
    return {
      kind: issue.code === "cancelled" ? "info" : "error",
      text: `${error.message}。`,
      ...("details" in issue && { details: issue.details }),
      ...(issue.code in HOLDS && { holds: HOLDS[issue.code]! }),
    };
  }
  if (error instanceof NotLoaded) return error.notice;
  return {
    kind: "error",
    text: "操作没有完成，已填的内容没有改动。请再试一次；如仍不行，请把“详情”发给技术人员。",
    details: error instanceof Error ? (error.stack ?? error.message) : String(error),
  };
}

/** Says of what an interrupted command left in the workbook what it is and what to do with it. */
function withLeftover(result: Outcome): Outcome {
  const { notice } = result;
  const sheets = leftBackups().map((name) => `“${name}”`);
  if (!notice || sheets.length === 0) return result;
  const told = `另外，工作簿中有${sheets.join("、")}表，是以前的操作被打断时留下的，其中是那次操作前的内容：请与现在的表核对，抄回需要的内容，再删去它。`;
  return { ...result, notice: { ...notice, text: notice.text + told } };
}

async function perform(doing: string, work: (job: Job) => Promise<Outcome>): Promise<void> {
  const stop = new AbortController();
  const change = (part: Partial<Busy>): void => {
    const { busy } = state.get();
    if (busy) state.set({ busy: { ...busy, ...part } });
  };
  const cancel = (): void => {
    stop.abort();
    change({ cancel: null });
  };
  state.set({ busy: { doing, cancel }, notice: null });
  waiting.tell = (words) => change({ doing: words });
  try {
    const step: Job["step"] = (done, total) => change({ steps: { done, total } });
    state.set({ ...withLeftover(await onPlan(() => work({ signal: stop.signal, step }))), busy: null });
  } catch (error) {
    state.set({ notice: failure(error), busy: null });
  }
}

let last = Promise.resolve();

/** Runs work one after the other and lets the pane say what it does and what came of it. Never rejects. */
export function working(doing: string, work: (job: Job) => Promise<Outcome>): Promise<void> {
  last = last.then(() => perform(doing, work));
  return last;
}
