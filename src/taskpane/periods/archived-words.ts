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
