import {
  AUDIT_RULES,
  AUDIT_WORDS,
  type AuditName,
  type CrossCheck,
  findsOf,
  type Level,
  LEVELS,
  LIKELY,
  type Rule,
  STATEMENT_RULES,
  STATEMENTS,
  UNREADABLE,
} from "../assessment";
import { ofPrevious } from "./entry";
import { choose, quote } from "./formula";
import { type Place, type Places, renderCondition, renderQuantity } from "./render";
import { isStated, stated } from "./statement";
import type { RowRefs, Step } from "./step";

/** The steps that hold what rules name; a plan's printed numbers need no rounding. */
const placesIn =
  ({ step }: RowRefs): Places<AuditName> =>
  (name): Place => {
    if (name === "value") return { cell: step("entry"), compared: step("rounded") };
    const cell = step(name);
    return MAY_BE_ABSENT.has(name) ? { cell } : { cell, compared: cell };
  };
const MAY_BE_ABSENT: ReadonlySet<AuditName> = new Set([
  "previous",
  "baseline",
  "target",
  "min",
  "max",
] as const);

/** A word of a sentence; numbers as typed without binary noise, those of the plan as printed. */
function word(name: string, refs: RowRefs): string {
  const saying = AUDIT_WORDS[name];
  const places = placesIn(refs);
  if (saying === undefined) {
    if (name === "value") return refs.step("told");
    return name === "previous" ? ofPrevious(refs).step("told") : places(name as AuditName).cell;
  }
  if (typeof saying === "function") return quote(saying(refs.indicator));
  if ("number" in saying) return shownWith(saying.decimals, renderQuantity(saying.number, places));
  return `IF(${renderCondition(saying.if, places)},${quote(saying.then)},${quote(saying.else)})`;
}

const shownWith = (decimals: number, number: string): string =>
  `TEXT(ROUND(${number},${decimals}),"0.${"0".repeat(decimals)}")`;

/** `{value} 小于 {min}` → `$L9&" 小于 "&$G9` */
const spoken = (template: string, says: (word: string) => string): string =>
  template
    .split(/(\{\w+\})/)
    .filter((part) => part !== "")
    .map((part) => (/^\{/.test(part) ? says(part.slice(1, -1)) : quote(part)))
    .join("&");

const SEPARATOR = "；";
const likely = (reading: string): string => `IF(${reading}="","",${quote(LIKELY)}&${reading})`;

/** The words of a rule that finds something, with a separator before them. */
function found(rule: Rule, refs: RowRefs, as: string): string {
  const { says, reading } = rule;
  const places = placesIn(refs);
  const words = spoken(`${SEPARATOR}${as}${says}`, (name) => word(name, refs));
  const meant = reading === undefined ? "" : `&${likely(renderQuantity(reading, places))}`;
  return `IF(${renderCondition(findsOf(rule, refs.indicator), places)},${words}${meant},"")`;
}

/** The words of all rules of a level; `as` says them otherwise. */
const foundOf = (level: Level, refs: RowRefs, as = `${level}：`): string =>
  Object.values(AUDIT_RULES)
    .filter((rule) => rule.level === level && !rule.unless?.(refs.indicator))
    .map((rule) => found(rule, refs, as))
    .join("&");

/** The words for text in place of a number. */
function unreadable({ step }: RowRefs, as: string): string {
  const says = (kind: keyof typeof UNREADABLE): string =>
    spoken(`${as}${UNREADABLE[kind].says}`, () => step("entry"));
  return `IF(${step("noData")},${says("no-data")},${says("words")}&${likely(step("reading"))})`;
}

/** The words for text that is no 人工判断. */
const noStatement = (refs: RowRefs, as: string): string =>
  spoken(
    `${as}${STATEMENT_RULES["not-a-statement"].says}`,
    () => `IF(${refs.step("state")}="数",${refs.step("told")},${refs.step("entry")})`,
  );

/** What is to be said of 人工判断, and what is wrong with that of 上年同期. */
function ofStatement(refs: RowRefs): string {
  const previous = ofPrevious(refs);
  const { level, says } = STATEMENT_RULES.statement;
  const own = stated(refs, (is) => spoken(`${level}：${says}`, () => quote(STATEMENTS[is])));
  const before = `IF(OR(${previous.step("state")}="空",${isStated(previous)}),"",${noStatement(previous, `${SEPARATOR}核实：上年同期`)})`;
  return choose(
    [
      [`${refs.step("state")}="空"`, `""`],
      [isStated(refs), `${own}&${before}`],
    ],
    noStatement(refs, "强制："),
  );
}

/** What is wrong with 上年同期 by itself. */
function previousFound(refs: RowRefs): string {
  const [previous, as] = [ofPrevious(refs), "核实：上年同期"];
  return choose(
    [
      [`${previous.step("state")}="数"`, foundOf("强制", previous, as)],
      [`${previous.step("state")}="文字"`, unreadable(previous, `${SEPARATOR}${as}`)],
    ],
    `""`,
  );
}

/** 本期值 as checks take it: not there where it must be mended. */
const sound = ({ step }: RowRefs): string =>
  `IF(AND(${step("state")}="数",${step("must")}=""),${step("entry")},"")`;

/** The words of a check that does not hold, as the assessment has them, with a separator before them. */
function broken({ level, codes, finds, says }: CrossCheck, { stepOf }: RowRefs): string {
  const parts = codes.map((code, i) => `${quote(`${i > 0 ? "，" : ""}${code} 为 `)}&${stepOf(code, "told")}`);
  const words = `${quote(`${SEPARATOR}${level}：${says}（`)}&${parts.join("&")}&"）"`;
  return `IF(${renderCondition(finds, (code) => ({ cell: stepOf(code, "sound") }))},${words},"")`;
}

/** The checks of a level; "" where there are none. */
const brokenOf = (level: Level, refs: RowRefs): string =>
  refs.checks
    .filter((check) => check.level === level)
    .map((check) => broken(check, refs))
    .join("&");

const crossId = (level: Level): string => `cross ${level}`;

const crossStep = (level: Level): Step<RowRefs> => ({
  id: crossId(level),
  header: `校核${level}`,
  cell: (refs) => {
    const words = brokenOf(level, refs);
    return words === "" || refs.indicator.type === "words" ? "" : { formula: `=${words}` };
  },
});

const ofNumber = (refs: RowRefs, words: string) =>
  refs.indicator.type === "words" ? "" : { formula: `=IF(${refs.step("state")}="数",${words},"")` };

/** 审核提示 word for word as YIZHI.CHECK gives it. */
export const AUDIT_STEPS: Step<RowRefs>[] = [
  { id: "must", header: "强制", cell: (refs) => ofNumber(refs, foundOf("强制", refs)) },
  {
    id: "sound",
    header: "校核用",
    cell: (refs) =>
      refs.checks.length === 0 || refs.indicator.type === "words" ? "" : { formula: `=${sound(refs)}` },
  },
  ...LEVELS.map(crossStep),
  { id: "doubts", header: "核实", cell: (refs) => ofNumber(refs, foundOf("核实", refs)) },
  { id: "previousDoubts", header: "核实上年同期", cell: (refs) => ofNumber(refs, previousFound(refs)) },
  { id: "notes", header: "提示", cell: (refs) => ofNumber(refs, foundOf("提示", refs)) },
  {
    id: "check",
    header: "审核提示",
    cell: (refs) => {
      const { indicator, step } = refs;
      if (indicator.type === "words") return { formula: `=${ofStatement(refs)}` };
      const cross = (level: Level): string[] =>
        refs.checks.some((check) => check.level === level) ? [crossId(level)] : [];
      const found = [
        ...cross("强制"),
        ...["doubts", "previousDoubts", ...cross("核实")],
        ...["notes", ...cross("提示")],
      ];
      const all = `IF(${step("must")}<>"",${step("must")},${found.map(step).join("&")})`;
      return {
        formula: `=${choose(
          [
            [`${step("state")}="空"`, `""`],
            [`${step("state")}="文字"`, unreadable(refs, "强制：")],
          ],
          `MID(${all},2,2000)`,
        )}`,
      };
    },
  },
];
