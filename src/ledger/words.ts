import { TRIAL_MARK } from "../assessment";
import { inWords } from "../text";
import { findIndicator, type Plan } from "../plan";
import { taskCode } from "../sheets";
import type { Archive, Obstacle } from "./archive";
import type { Compared } from "./compare";
import type { Figure } from "./figures";
import { ledgerMessage } from "./issues";
import { otherPeriodWords } from "./other-period";
import type { ShowObstacle } from "./show";

const MOST_LISTED = 6;
/** What one click confirms is named. */
const MOST_CONFIRMED = 40;
const listed = (parts: readonly string[], most = MOST_LISTED): string =>
  parts.length > most ? `${parts.slice(0, most).join("、")}等${parts.length}项` : parts.join("、");

/** `YL07 护理型床位占比`, `任务3` */
export function figureName({ table, key }: Pick<Figure, "table" | "key">, plan: Plan): string {
  if (table === "tasks") return taskCode(key);
  const found = findIndicator(key, plan);
  return found.ok ? `${key} ${found.value.name}` : key;
}

/** With their periods where there are several, as where 上年同期 stands beside. */
function namesOf(figures: readonly Figure[], plan: Plan): string[] {
  const isOne = new Set(figures.map(({ period }) => period)).size < 2;
  return figures.map((figure) => `${figureName(figure, plan)}${isOne ? "" : `（${figure.period}）`}`);
}

const valueWords = (value: string | number | boolean | undefined): string =>
  value === undefined || value === "" ? "空" : inWords(value);

/** `YL07 护理型床位占比（2023年）45 → 48` */
export const revisionWords = ({ figure, was }: Compared, plan: Plan): string =>
  `${figureName(figure, plan)}（${figure.period}）${valueWords(was?.cells.value)} → ${valueWords(figure.value)}`;

type Words<C extends string> = { [K in C]: (obstacle: never, plan: Plan) => string };

const OBSTACLES: Words<Obstacle["code"] | ShowObstacle["code"]> = {
  period: ({ words }: Extract<Obstacle, { code: "period" }>) => `${words}；改正后再归档`,
  nothing: () => "还没有填写任何内容，没有可以归档的；请填写后再归档",
  gone: ({ issues }: Extract<Obstacle, { code: "gone" }>, plan) =>
    issues.map((issue) => ledgerMessage(issue, plan)).join("\n"),
  ledger: ({ issues }: Extract<Obstacle, { code: "ledger" }>, plan) =>
    issues.map((issue) => ledgerMessage(issue, plan)).join("\n"),
  "other-period": (other: Extract<Obstacle, { code: "other-period" }>, plan) =>
    other.whole
      ? `${otherPeriodWords(other.here, other)}；要填${other.here}的，请“结转下期”；要看${other.period}的，请调阅；确实是同样的数，请确认后归档`
      : `${otherPeriodWords(other.here, other)}，共 ${other.alike.length} 项：${listed(
          other.alike.map((figure) => figureName(figure, plan)),
          MOST_CONFIRMED,
        )}；不是${other.here}的请改正或清空，确实是同样的数，请确认后归档`,
  audit: ({ figures, others }: Extract<Obstacle, { code: "audit" }>, plan) =>
    [
      ...(figures.length > 0 ? [`${figures.length} 项还不能归档：${listed(namesOf(figures, plan))}`] : []),
      ...(others.length > 0
        ? [`${others.length} 个问题没有改正或说明：${listed(others.map(({ message }) => message))}`]
        : []),
      "请到“审核”改正强制问题，给核实问题写明原因",
    ].join("；"),
  trial: ({ figures }: Extract<Obstacle, { code: "trial" }>, plan) =>
    `${figures.length} 项是试填的数（情况说明为“${TRIAL_MARK}”）：${listed(namesOf(figures, plan))}；归档后不能删去，请先填上真实的数，确要归档请确认`,
  reason: ({ revisions }: Extract<Obstacle, { code: "reason" }>, plan) =>
    `${revisions.length} 项与已归档的不同：${listed(revisions.map((one) => revisionWords(one, plan)))}；请写明修订原因，原数会保留`,
  target: ({ words }: Extract<ShowObstacle, { code: "target" }>) => words,
  never: ({ period }: Extract<ShowObstacle, { code: "never" }>) =>
    `“${period}”没有归档过，没有可以调阅的；请从“往期”中另选一期`,
  unarchived: ({ figures }: Extract<ShowObstacle, { code: "unarchived" }>, plan) =>
    `${figures.length} 项还没有归档：${listed(namesOf(figures, plan))}；请先“归档本期”，否则会被盖掉`,
};

/** What stands in the way, in words: what, and what to do. */
export const obstacleMessage = (obstacle: Obstacle | ShowObstacle, plan: Plan): string =>
  (OBSTACLES[obstacle.code] as (obstacle: Obstacle | ShowObstacle, plan: Plan) => string)(obstacle, plan);

/** What was archived, in words: `已归档 2023年：初报 27 项、修订 1 项；没有变化 3 项。` */
export function archiveWords({ period, rows, compared, withheld }: Archive): string {
  const all = [...rows.form, ...rows.tasks];
  const natures = [...new Set(all.map(({ cells }) => String(cells.nature)))];
  const count = (standing: Compared["standing"]): number =>
    compared.filter((one) => one.standing === standing).length;
  const parts = natures.map(
    (nature) => `${nature} ${all.filter(({ cells }) => cells.nature === nature).length} 项`,
  );
  const rest = [
    ...(count("same") > 0 ? [`没有变化 ${count("same")} 项`] : []),
    ...(count("cleared") > 0 ? [`表上已清空、归档数保留 ${count("cleared")} 项`] : []),
    ...(withheld.length > 0 ? [`有问题未归档 ${withheld.length} 项`] : []),
  ];
  const done = parts.length > 0 ? `已归档 ${period}：${parts.join("、")}` : `${period}没有需要归档的变化`;
  return `${[done, ...rest].join("；")}。`;
}
