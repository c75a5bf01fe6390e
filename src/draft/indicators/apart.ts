import { isUnit, meaningsOf, printedUnit, tidy } from "../../plan";
import { fold } from "../../text";
import type { Proposal } from "../question";
import { nameAndUnit, namesIn, namesInAWord, shared } from "./name";
import { isForEach, valuesIn, whereofIn } from "./values";

/* Several indicators in one row: as many names as values, or a part with its own target. */

/** What is printed of one indicator, cells taken apart. */
export interface Cells {
  readonly name: string;
  readonly unit: string;
  readonly baseline: string;
  readonly target: string;
}

/** One indicator of a row that holds several. */
export interface Apart {
  readonly cells: Cells;
  /** the cell that it was taken from */
  readonly printedAs?: string;
  /** a part of the row's first */
  readonly whole?: true;
}

/** As many names as values. */
function listed(cells: Cells): Apart[] | null {
  const values = valuesIn(cells.target);
  const apart = namesIn(cells.name, /分别/.test(cells.target));
  const inWord = apart.length === 1 && values.length === 2 ? namesInAWord(cells.name) : [];
  const names = inWord.length > 0 ? inWord : apart;
  const each = isForEach(cells.target) && names.length > 1 && values.length === 1;
  if (!each && (values.length < 2 || names.length !== values.length)) return null;
  const bases = valuesIn(cells.baseline);
  const head = shared(names);
  return names.map((printed, i) => {
    const { name, unit } = nameAndUnit(printed);
    const isShort = fold(name).length < 4 && !/[数率比量额积]$/.test(name);
    const whole = head && i < names.length - 1 ? name + nameAndUnit(head).name : name;
    const short = isShort && whole === name ? `${cells.name}（${name}）` : whole;
    return {
      cells: {
        name: short,
        unit: unit || cells.unit,
        target: values[i] ?? values[0]!,
        baseline: bases.length === names.length ? bases[i]! : cells.baseline,
      },
      printedAs: cells.target,
    };
  });
}

/** `6万张，其中普惠性养老床位超过2.1万张` */
function partly(cells: Cells): Apart[] | null {
  const whereof = whereofIn(cells.target);
  if (!whereof) return null;
  const { whole, part, value } = whereof;
  if (meaningsOf(whole, { name: cells.name, unit: cells.unit }).length === 0) return null;
  const unit = printedUnit(value) || cells.unit;
  return [
    { cells: { ...cells, target: whole }, printedAs: cells.target },
    {
      cells: { name: nameAndUnit(part.trim()).name, unit, baseline: "", target: value },
      printedAs: cells.target,
      whole: true,
    },
  ];
}

/** The unit that stands with the values, where nothing else says one. */
export function unitOfValues({ target, baseline }: Pick<Cells, "target" | "baseline">, name: string): string {
  const [unit, base] = [printedUnit(target), printedUnit(baseline)];
  if (/百分点/.test(unit)) return "%";
  // 18.2:1 is a number without unit
  if (unit === ":1") return "";
  if (unit === "倍") return /倍|比/.test(name) ? unit : base;
  const moves = meaningsOf(target, { name, unit }).some(
    ({ type }) => type === "change" || type === "average",
  );
  const isBased = /\d/.test(tidy(baseline));
  return moves && unit === "%" && isBased ? base : unit || base;
}

/** The indicators that a row holds, where its cells hold several; null where it is one. */
export function severalIn(cells: Cells): Apart[] | null {
  const ways = meaningsOf(cells.target, { name: cells.name, unit: cells.unit });
  if (ways.length > 0 && !isForEach(cells.target)) return null;
  const several = listed(cells) ?? partly(cells);
  return (
    several?.map((one) => ({
      ...one,
      cells: { ...one.cells, unit: one.cells.unit || unitOfValues(one.cells, one.cells.name) },
    })) ?? null
  );
}

const isShareName = (name: string): boolean => /[率比]$|[占比]重$|比例$/.test(fold(name));
const isShare = (unit: string): boolean => /^(?:%|‰|个?百分点)$/.test(fold(unit));

/** Several units in one cell: 亿元/%, 户、万人; a single one otherwise, 元/人 too. */
function unitsIn({ unit, target }: Cells): string[] {
  const isRate = unit.includes("/");
  // so much in a time is one unit
  if (isRate && /\/\s*(?:年|月|日|天|小?时|分钟|周|次)$/.test(unit.trim())) return [unit];
  const parts = unit.split(isRate ? "/" : /[、，,；;和及]/).map((part) => part.trim());
  const isEach = parts.length === valuesIn(target).length;
  const several = parts.length > 1 && parts.every((part) => isUnit(part) || isShare(part));
  return several && (!isRate || isEach || parts.some(isShare)) ? parts : [unit];
}

/** A row with several units: as one indicator in each of them, the rest in words; and as several, where each has its value. */
export interface OfUnits {
  readonly several: Apart[] | null;
  readonly single: readonly Apart[];
}

/** What a row with several units may be; null where it has one. @param growth what its column of growth says, "" where nothing */
export function byUnits(cells: Cells, growth: string): OfUnits | null {
  const units = unitsIn(cells);
  if (units.length < 2) return null;
  // a share is in %, and nothing else is
  const order = isShareName(cells.name)
    ? [...units].sort((a, b) => Number(isShare(b)) - Number(isShare(a)))
    : units;
  const single = order.map((unit): Apart => ({ cells: { ...cells, unit }, printedAs: cells.unit }));
  const [values, bases] = [valuesIn(cells.target), valuesIn(cells.baseline)];
  if (values.length === units.length) {
    const baseline = (i: number): string => (bases.length === units.length ? bases[i]! : "");
    const several = units.map((unit, i): Apart => ({
      cells: { name: `${cells.name}（${unit}）`, unit, target: values[i]!, baseline: baseline(i) },
      printedAs: cells.target,
    }));
    return { several, single };
  }
  const level = single.find(({ cells: { unit } }) => !isShare(unit));
  if (!level || units.length > 2 || !/\d/.test(growth)) return { several: null, single };
  const target = `年均增长${growth.replace(/^年均(?:增长)?/, "")}${/[%％]/.test(growth) ? "" : "%"}`;
  const rate = { name: `${cells.name}年均增长`, unit: "%", baseline: "", target };
  return { several: [level, { cells: rate, printedAs: growth }], single };
}

/** The ways to read a row with several units, apart first. @param target as printed */
export function proposalsOf({ several, single }: OfUnits, target: string): Proposal[] {
  const names = several?.map(({ cells }) => `${cells.name} ${cells.target}`) ?? [];
  const apart: Proposal = {
    id: "apart",
    words: `分成 ${names.length} 个：${names.join("；")}`,
    follows: "各占一行，名称可以再改",
  };
  const one = single.map(({ cells: { unit } }): Proposal => ({
    id: unit,
    words: `不分，“${target}”的单位是${unit}`,
    follows: "另一个单位只记在备注",
  }));
  return several ? [apart, ...one] : one;
}
