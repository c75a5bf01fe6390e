import { fold, type Indicator } from "../plan";
import { basisOf } from "./figures";
import { type Reading, readActual } from "./reading";

/** 强制 must be corrected, 核实 stands only with a written 情况说明, 提示 is for information. */
export type Level = "强制" | "核实" | "提示";
export const LEVELS: readonly Level[] = ["强制", "核实", "提示"];

export interface Finding {
  level: Level;
  rule: string;
  /** what is wrong, with the value received */
  message: string;
  /** what to do */
  remedy: string;
  /** the number that unreadable text most likely means */
  reading?: number;
}

const EXPLAIN = "请核对；确实如此的，在“情况说明”写明原因";

/** What a number is checked against. `previous` is null where 上年同期 is blank or no number. */
interface Case {
  indicator: Indicator;
  value: number;
  previous: number | null;
  baseline: number | null;
  target: number | null;
  sign: 1 | -1;
}

interface Rule {
  id: string;
  level: Level;
  /** what is wrong, or null */
  finds: (c: Case) => string | null;
  remedy: string;
}

const rate = ({ max }: Indicator): boolean => max === 100;
const decimalsOf = (value: number): number => {
  const [mantissa, exponent] = String(value).split("e");
  return Math.max(0, (mantissa!.split(".")[1]?.length ?? 0) - Number(exponent ?? 0));
};
const change = (c: Case): number => (100 * (c.value - c.previous!)) / Math.abs(c.previous!);
const isFraction = ({ value, indicator, baseline, target }: Case): boolean =>
  rate(indicator) && value > 0 && value < 1 && ((baseline ?? 0) > 2 || (target ?? 0) > 2);

/** Rules for numbers, in the order of their levels. */
const RULES: Rule[] = [
  {
    id: "negative",
    level: "强制",
    finds: (c) => (c.value < c.indicator.min ? `${c.value} 小于 ${c.indicator.min}` : null),
    remedy: "请改为不小于 0 的数",
  },
  {
    id: "above-max",
    level: "强制",
    finds: ({ value, indicator: { max } }) =>
      max !== undefined && value > max ? `${value} 大于 ${max}` : null,
    remedy: "百分比请填 0 至 100 之间的数",
  },
  {
    id: "not-whole",
    level: "强制",
    finds: (c) => (c.indicator.whole && !Number.isInteger(c.value) ? `${c.value} 不是整数` : null),
    remedy: "此指标按个数统计，请填整数",
  },
  {
    id: "fraction",
    level: "核实",
    finds: (c) => (isFraction(c) ? `${c.value} 像是小数形式的百分比` : null),
    remedy: "百分比按 0 至 100 填写，例如 0.95 应填 95；确实如此的，在“情况说明”写明原因",
  },
  {
    id: "below-baseline",
    level: "核实",
    finds: (c) =>
      c.baseline !== null && c.sign * (c.value - c.baseline) < 0
        ? `${c.value} 劣于基期 ${c.baseline}（倒退）`
        : null,
    remedy: EXPLAIN,
  },
  {
    id: "jump",
    level: "核实",
    finds: (c) => {
      if (c.previous === null || c.previous === c.value) return null;
      if (c.previous === 0) return `上年同期为 0，本期为 ${c.value}`;
      const percent = change(c);
      return Math.abs(percent) > 30 + 1e-9
        ? `比上年同期 ${c.previous} ${percent > 0 ? "增长" : "下降"} ${Math.abs(percent).toFixed(1)}%，超过 30%`
        : null;
    },
    remedy: EXPLAIN,
  },
  {
    id: "unit",
    level: "核实",
    finds: (c) =>
      c.target !== null && c.target > 0 && c.value > 3 * c.target
        ? `${c.value} 超过目标 ${c.target} 的 3 倍`
        : null,
    remedy: "请核对计量单位；确实如此的，在“情况说明”写明原因",
  },
  {
    id: "no-target",
    level: "提示",
    finds: ({ indicator: { target } }) =>
      target.notation.kind === "value" ? null : `计划的目标为“${target.text}”`,
    remedy: "只作记录，不评价进度",
  },
  {
    id: "decimals",
    level: "提示",
    finds: ({ value, indicator: { decimals } }) =>
      decimalsOf(value) > decimals ? `${value} 的小数多于 ${decimals} 位` : null,
    remedy: "本指标按规定小数位数显示，保存的数不变",
  },
];

const unreadable = (reading: Extract<Reading, { kind: "text" }>): Finding => ({
  level: "强制",
  rule: "not-a-number",
  message: `“${reading.text}”不是数`,
  remedy: reading.reading === undefined ? "请填数，不带单位和符号" : `请改为数 ${reading.reading}`,
  ...(reading.reading !== undefined && { reading: reading.reading }),
});

/**
 * Audits one entry, strictest level first; a blank has nothing to audit.
 * @param previous 上年同期 as typed; ignored unless it is a number
 */
export function audit(indicator: Indicator, input: unknown, previous?: unknown): Finding[] {
  const reading = readActual(input);
  if (reading.kind === "blank") return [];
  if (reading.kind === "text") return [unreadable(reading)];
  const before = readActual(previous);
  const { baseline, target, sign } = basisOf(indicator);
  const c: Case = {
    indicator,
    value: reading.value,
    previous: before.kind === "number" ? before.value : null,
    baseline,
    target,
    sign,
  };
  const found = RULES.flatMap(({ id, level, finds, remedy }): Finding[] => {
    const message = finds(c);
    return message === null ? [] : [{ level, rule: id, message, remedy }];
  });
  const mustMend = found.filter((f) => f.level === "强制");
  return mustMend.length > 0 ? mustMend : found;
}

/** `强制：“９５％”不是数，请改为数 95` */
export const describeFinding = ({ level, message, remedy }: Finding): string =>
  `${level}：${message}，${remedy}`;

/** True when 情况说明 says something. */
export const isExplained = (explanation: unknown): boolean =>
  typeof explanation === "string" && fold(explanation) !== "";
