import type { Direction, Meaning } from "../../plan";
import { fold } from "../../text";
import type { SourceTable, TableRow } from "../source/table";

/* A column that says of each indicator how its target is to be taken: 累计, 年均, 上限, 逆向指标. */

/** What such a cell says; nothing where it says neither. */
export interface Manner {
  readonly column?: "cumulative" | "average";
  readonly direction?: Direction;
}

const HEAD =
  /^(考核|评价|计算|统计|计分|评分)(方式|类型|方法|方向)$|^指标(类型|方向|性质|属性)$|^(方向|极性|指标极性|目标类型|类型)$/;

const COLUMNS: readonly (readonly ["cumulative" | "average", RegExp])[] = [
  ["cumulative", /^(五年|期内|规划期)?累计(值|数|型|类)?(指标|目标)?$/],
  ["average", /^年均(增长|增速)?(率)?[(（]?%?[)）]?(型|类)?(指标|目标)?$/],
];
const DIRECTIONS: readonly (readonly [Direction, RegExp])[] = [
  ["lower", /^(逆向|反向|负向|成本|上限|控制|越低越好|越小越好|不高于|不超过)(值|型|类|性)?(指标|目标)?$/],
  ["higher", /^(正向|效益|下限|越高越好|越大越好|不低于)(值|型|类|性)?(指标|目标)?$/],
];

/** How a row's target is to be taken, as its own cell says. */
export function mannerOf({ cells }: TableRow, { columns }: SourceTable): Manner {
  const said = columns.flatMap(({ header }, i) => (HEAD.test(fold(header)) ? [fold(cells[i] ?? "")] : []));
  const found = <T>(words: readonly (readonly [T, RegExp])[]): T | undefined =>
    words.find(([, pattern]) => said.some((text) => pattern.test(text)))?.[0];
  const [column, direction] = [found(COLUMNS), found(DIRECTIONS)];
  return { ...(column && { column }), ...(direction && { direction }) };
}

/** 8 since the base, in %: a change as cells say it. */
export const asTotal = (text: string): string =>
  /^-?\d+(\.\d+)?%?$/.test(fold(text)) ? `较基期增长${fold(text).replace(/%?$/, "%")}` : text;

/** The direction that a row's own column says, where the target leaves it open. */
export const withDirection = (meaning: Meaning, direction: Direction | undefined): Meaning =>
  direction === undefined ? meaning : { direction, ...meaning };
