/** `3（已说明 2）` */
export const withSettled = (all: number, settled: number): string =>
  settled === 0 ? String(all) : `${all}（已说明 ${settled}）`;

/** Where there is neither form nor task sheet. */
export const NOTHING = "工作簿中还没有指标填报表或任务分工表，请先插入。";
