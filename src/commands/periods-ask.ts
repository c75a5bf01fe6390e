import { type Obstacle, obstacleMessage, type ShowObstacle } from "../ledger";
import type { Plan } from "../plan";
import type { Outcome } from "./job";
import { type PeriodsAsk, periods } from "./periods-state";

const NOT_DONE: Record<PeriodsAsk["act"], string> = {
  archive: "没有归档",
  roll: "没有结转",
  recall: "没有调阅",
};

/** What is asked where something is in the way. */
export function askOf(
  act: PeriodsAsk["act"],
  period: string,
  obstacles: readonly (Obstacle | ShowObstacle)[],
  plan: Plan,
): PeriodsAsk {
  const has = (code: (Obstacle | ShowObstacle)["code"]): boolean =>
    obstacles.some((obstacle) => obstacle.code === code);
  const mayCleanOnly = act === "archive" && has("audit");
  const texts = obstacles.flatMap((obstacle) => obstacleMessage(obstacle, plan).split("\n"));
  return {
    act,
    period,
    texts: [...texts, ...(mayCleanOnly ? ["也可以只归档没有问题的"] : [])],
    needsReason: has("reason"),
    mayCleanOnly,
    mayConfirm: has("other-period") || has("gone") || has("trial"),
    mayGiveUp: obstacles.length > 0 && obstacles.every(({ code }) => code === "unarchived"),
  };
}

/** Nothing was written: the tab 往期 asks, and the notice says what is missing for as long as it does. */
export function asked(ask: PeriodsAsk, because = ""): Outcome {
  periods.set({ ask });
  const text = `${NOT_DONE[ask.act]}${because}：${ask.texts.join("；")}。`;
  return { view: "periods", notice: { kind: "error", text, holds: () => periods.get().ask === ask } };
}
