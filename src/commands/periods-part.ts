/* Comes when a workbook first keeps periods, or is to: what archives, begins and shows them. */
import { onPeriods, type Periods, type PeriodsWrite } from "../excel/ledger";
import {
  type Archive,
  archiveOf,
  archiveWords,
  compareFigures,
  type Figure,
  goneIn,
  isToCome,
  LEDGERS,
  type Obstacle,
  recall as recallOf,
  renamed,
  rollForward,
  type ShowObstacle,
  type Showing,
} from "../ledger";
import { type Plan, samePeriod } from "../plan";
import { planInUse } from "../plan/in-use";
import { tableOf } from "../sheets";
import { info, type Job, type Outcome, success } from "./job";
import { asked, askOf } from "./periods-ask";
import { likelyPeriod, proposals, wholly } from "./periods-read";
import { mending } from "./periods-restore";
import { type ArchiveAnswer, forgetBefore, periods, type PeriodsAsk, seen } from "./periods-state";
import { stamp } from "./stamp";

export { look } from "./periods-read";

/** What is made of the figures stands on what is known of periods, and so comes after it. */
export const loadResults = () => import(/* webpackChunkName: "results" */ "./results-part");

/** What was decided: what is written, or what stands in the way. */
type Decided = { write?: PeriodsWrite; told: () => Outcome };

const before = (plan: Plan): typeof seen.before => (seen.plan === plan ? seen.before : null);

const isAnswer = ({ reason, cleanOnly, confirmed }: ArchiveAnswer): boolean =>
  reason !== undefined || cleanOnly === true || confirmed === true;

/** An answer is to what was asked: where that is otherwise by now, it is asked again. */
const isStale = (now: PeriodsAsk, how: ArchiveAnswer): boolean => {
  const { ask } = periods.get();
  const isAsked = ask?.act === now.act && ask.period === now.period;
  return isAnswer(how) && isAsked && now.texts.length > 0 && ask.texts.join() !== now.texts.join();
};

const done = (outcome: Outcome): Outcome => {
  periods.set({ ask: null });
  forgetBefore();
  return outcome;
};

/** 归档本期 */
export async function archive(how: ArchiveAnswer, { signal }: Job): Promise<Outcome> {
  const plan = planInUse();
  const decide = (work: Periods): Decided => {
    const doubt = likelyPeriod(work, before(plan), plan);
    const archived = (answer: ArchiveAnswer): Archive =>
      archiveOf(work.current(), work.ledgers, { ...answer, doubt, time: stamp(new Date()) }, plan);
    const now = archived(how);
    const asking = (of: Archive): PeriodsAsk => askOf("archive", of.period, of.obstacles, plan);
    const plain = asking(archived({ approved: how.approved ?? false }));
    if (isStale(plain, how)) return { told: () => asked(plain, "，核对之后又有改动") };
    if (now.obstacles.length > 0) return { told: () => asked(asking(now)) };
    return {
      write: { rows: now.rows },
      told: () => done({ view: "periods", notice: success(archiveWords(now)) }),
    };
  };
  return (await onPeriods(plan, decide, signal))();
}

const filled = ({ cells }: Showing, isOf: (table: "form" | "tasks", column: string) => boolean): number =>
  cells.filter(({ table, column, value }) => value !== "" && isOf(table, column)).length;

/** Nothing that was filled in for this period: what lasts is carried on, and 上年同期 is another's. */
const isBlank = ({ table, value, words }: Figure): boolean =>
  words === null || LEDGERS[table].lasts(value) || (value === "" && words === "");

/** What the sheets hold from now on. */
function begunWords(showing: Showing): string {
  const own = filled(showing, (table, column) => tableOf(table).required === column);
  const lastYear = filled(showing, (_, column) => column === "previous");
  return [
    `现在填报 ${showing.period}`,
    ...(own > 0 ? [`该期归档过的 ${own} 项已填回`] : []),
    ...(lastYear > 0 ? [`上年同期填入 ${lastYear} 项`] : []),
    ...unplacedWords(showing),
  ].join("，");
}

const unplacedWords = ({ unplaced }: Showing): string[] =>
  unplaced.length > 0 ? [`另有归档过的 ${unplaced.length} 项在表上没有行，没有显示，仍在历史数据中`] : [];

/** 结转下期 @param wanted the next period; absent: the likeliest */
export async function roll(
  wanted: string | undefined,
  how: ArchiveAnswer,
  { signal }: Job,
): Promise<Outcome> {
  const plan = planInUse();
  const decide = (work: Periods): Decided => {
    const { period: here, figures } = work.current();
    const found = likelyPeriod(work, before(plan), plan);
    // what is asked of some figures is of this period's archive, whether it is confirmed or not
    const doubt = found?.whole ? null : found;
    const current = work.current(wholly(found));
    const [likeliest] = proposals(work, found, plan);
    const next = wanted ?? likeliest;
    if (next === undefined) return { told: () => noNext(here) };
    if (wanted === undefined && figures.every(isBlank)) return { told: () => nothingToRoll(here, next) };
    const rolled = (answer: ArchiveAnswer) =>
      rollForward(
        current,
        work.held,
        work.ledgers,
        next,
        { ...answer, doubt, time: stamp(new Date()) },
        plan,
      );
    const asking = ({ archive: of, obstacles }: ReturnType<typeof rolled>): PeriodsAsk => {
      const stops: (Obstacle | ShowObstacle)[] = of.obstacles.filter(({ code }) => code !== "nothing");
      return askOf("roll", next, [...stops, ...obstacles], plan);
    };
    const [plain, now] = [asking(rolled({})), rolled(how)];
    if (isStale(plain, how)) return { told: () => asked(plain, "，核对之后又有改动") };
    if (!now.showing) return { told: () => asked(asking(now)) };
    const { archive: of, showing } = now;
    const archivedWords = of.obstacles.length > 0 ? "" : archiveWords(of);
    return {
      write: { rows: of.rows, showing },
      told: () => done({ notice: success(`${archivedWords}${begunWords(showing)}。`) }),
    };
  };
  return (await onPeriods(plan, decide, signal))();
}

const noNext = (here: string): Outcome => ({
  view: "periods",
  notice: {
    kind: "error",
    text: `没有结转：“${here}”之后规划期内没有下一期，或报告期无法识别；请核对报告期。`,
  },
});

/** Whoever presses twice has begun the next period already. */
function nothingToRoll(here: string, next: string): Outcome {
  const texts = [`${here}还没有填写任何内容；确要空着结转到${next}，请在“往期”中选${next}再点“结转下期”`];
  const none = { needsReason: false, mayCleanOnly: false, mayConfirm: false, mayGiveUp: false };
  return asked({ act: "roll", period: next, texts, ...none });
}

/** 调阅 */
export async function recall(text: string, giveUp: boolean, { signal }: Job): Promise<Outcome> {
  const plan = planInUse();
  const decide = (work: Periods): Decided => {
    const likely = likelyPeriod(work, before(plan), plan);
    const current = work.current(wholly(likely));
    const { obstacles, showing } = recallOf(current, work.held, work.ledgers, text, plan, giveUp);
    const isTheirs = likely?.whole === true && samePeriod(likely.period, text) && !giveUp;
    const unarchived = compareFigures(current, work.ledgers).filter(isToCome).length;
    if (isTheirs && obstacles.every(({ code }) => code === "unarchived" || code === "never"))
      if (unarchived > 0) return back(work, text, unarchived);
    if (!showing) return { told: () => asked(askOf("recall", text, obstacles, plan)) };
    const gone = goneIn(work.ledgers).map(({ sheet }) => `“${sheet}”不在了，其中归档过的没有显示`);
    const words = [`表上现在是 ${text} 归档的内容`, ...unplacedWords(showing), ...gone].join("，");
    return {
      write: { showing },
      told: () => done({ notice: success(`${words}；改动后再“归档本期”，会记为修订，原数保留。`) }),
    };
  };
  return (await onPeriods(plan, decide, signal))();
}

/** The figures of that period stand on the sheets and are archived nowhere: only 报告期 goes back. */
const back = ({ held }: Periods, text: string, unarchived: number): Decided => ({
  write: { showing: renamed(held, text) },
  told: () =>
    done({ notice: success(`报告期已改回 ${text}，填的内容没有改动；其中 ${unarchived} 项还没有归档。`) }),
});

/** 恢复 */
export async function restore({ signal }: Job): Promise<Outcome> {
  const plan = planInUse();
  const decide = (work: Periods): Decided => {
    const { write, edited, again } = mending(work, stamp(new Date()), plan);
    const none = info(
      "没有恢复：从填报表现在的内容、汇总记录和其他行中，找不到可以补归档、又没有审核问题的内容。请撤销改动，或调阅那一期更正后再归档。",
    );
    const parts = [
      ...(edited > 0 ? [`已恢复 ${edited} 处归档过的内容`] : []),
      ...(again > 0 ? [`已按填报表、汇总记录补归档 ${again} 项，序号接着编，请核对`] : []),
    ];
    if (parts.length === 0) return { told: () => ({ view: "periods", notice: none }) };
    return { write, told: () => done({ view: "periods", notice: success(`${parts.join("；")}。`) }) };
  };
  return (await onPeriods(plan, decide, signal))();
}
