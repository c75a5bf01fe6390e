import type { ArchivedPeriod } from "../../commands";

/** `指标 29 项、任务 31 项，修订 2 处，2023-04-10 09:12 归档` */
export function archivedWords({ records, revisions, time }: Omit<ArchivedPeriod, "text" | "period">): string {
  const counts = [
    ...(records.form > 0 ? [`指标 ${records.form} 项`] : []),
    ...(records.tasks > 0 ? [`任务 ${records.tasks} 项`] : []),
  ];
  return [
    counts.join("、"),
    ...(revisions > 0 ? [`修订 ${revisions} 处`] : []),
    ...(time === "" ? [] : [`${time} 归档`]),
  ].join("，");
}

/** `另有规划期外的 1 期（2020年）…`: what is archived and cannot be shown is told all the same. */
export const outsideWords = (periods: readonly string[]): string =>
  `另有规划期外的 ${periods.length} 期（${periods.join("、")}），多是随上年同期归档的；不能调阅，各行在“历史数据”中。`;
