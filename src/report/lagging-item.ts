import type { FigureWords } from "../assessment";
import type { TableId } from "../sheets";

/** An indicator or a task; a task has no figures. */
export interface LaggingItem {
  /** the sheet that holds the cell */
  sheet: TableId;
  /** indicator code or task, such as `任务3` */
  code: string;
  indicator: string;
  /** 领域, such as 养老; of a task 重点任务 */
  field: string;
  address: string;
  /** 滞后, 严重滞后 or 未达标; of a task 滞后 or 逾期 */
  status: string;
  symbol: string;
  /** null for a task, and for a target in words */
  figures: FigureWords | null;
  /** 完成进度 and what is due by now, as fractions: of the way from baseline to target, or of the target; null where neither is a way */
  done: number | null;
  due: number | null;
  reason: string;
  /** other bureaus answer for it too */
  joint: boolean;
  /** a task whose 完成时限 has passed, also where it is 滞后 */
  overdue: boolean;
}

/** What lags of one responsible bureau: indicators, worst first, then tasks. */
export interface LaggingGroup {
  bureau: string;
  items: LaggingItem[];
}
