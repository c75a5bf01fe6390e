import { sharesOf, type Summary, TASK_CLASSES, type TaskStanding } from "../summary";
import { joined, named, type Sentence, shareOf, some, words } from "./piece";

/* What a bulletin says of the tasks, sentence by sentence. */

function reportedWords(tasks: readonly TaskStanding[], reported: readonly TaskStanding[]): Sentence {
  if (reported.length === 0) return [words("，均未填报进展")];
  return reported.length === tasks.length
    ? [words("，全部填报进展")]
    : [words("，已填报进展"), ...some(reported)];
}

/** `其中已完成1项，占20.0%；推进中3项，占60.0%。` of those whose 进展状态 is one of its words. */
function stateSentence(tasks: readonly TaskStanding[]): Sentence[] {
  const all = TASK_CLASSES.map((state) => tasks.filter((task) => task.state === state));
  const known = all.flat();
  if (known.length === 0) return [];
  const shares = sharesOf(all.map((items) => items.length));
  const parts = all.flatMap((items, i): Sentence[] =>
    items.length === 0
      ? []
      : [[words(TASK_CLASSES[i]!), ...some(items), ...shareOf(shares[i]!, items.length, known.length)]],
  );
  return [[words("写明状态的"), ...some(known), words("中，"), ...joined(parts, "；"), words("。")]];
}

/** `滞后或逾期2项：任务1（市民政局）滞后；任务2（…）逾期。` */
function behindSentence(tasks: readonly TaskStanding[]): Sentence[] {
  const behind = tasks.filter((task) => task.behind !== null);
  if (behind.length === 0) return [];
  const parts = behind.map(({ code, bureaus, ...task }): Sentence => {
    const late = task.overdue && task.state === "滞后" ? "、已逾期" : "";
    return [named(`${code}（${bureaus.join("、")}）`), words(`${task.behind!.word}${late}`)];
  });
  return [[words("滞后或逾期"), ...some(behind), words("："), ...joined(parts, "；"), words("。")]];
}

/** 重点任务; none where there is no sheet of them, or no task on it. */
export function taskSentences({ tasks }: Summary): Sentence[] {
  if (!tasks || tasks.length === 0) return [];
  const reported = tasks.filter((task) => task.reported);
  const unknown = reported.filter(({ state }) => state === null);
  const all: Sentence = [words("重点任务"), ...some(tasks), ...reportedWords(tasks, reported), words("。")];
  const odd: Sentence[] =
    unknown.length === 0 ? [] : [[words("另有"), ...some(unknown), words("的进展状态无法识别。")]];
  return [all, ...stateSentence(reported), ...odd, ...behindSentence(tasks)];
}
