import {
  AUDIT_RULES,
  type AuditRule,
  type AuditWord,
  LARGEST_CHANGE,
  LEAST_RATE,
  type Level,
  MOST_TIMES_TARGET,
  UNREADABLE,
} from "../assessment";
import { ofPrevious } from "./entry";
import { choose, isNumber, quote, rounded } from "./formula";
import type { RowRefs, Step } from "./step";

type Part = (refs: RowRefs) => string;

const change: Part = ({ step }) => `(100*(${step("entry")}-${step("previous")})/ABS(${step("previous")}))`;
/** Where the step is a number; nested IF, because AND looks at all its parts, error or not. */
const where = ({ step }: RowRefs, id: string, holds: string): string =>
  `IF(${isNumber(step(id))},${holds},FALSE)`;

/** When each rule finds something; the entry is a number. */
const FINDS: Record<AuditRule, Part> = {
  negative: ({ step }) => `${step("rounded")}<${step("min")}`,
  "above-max": (refs) => where(refs, "max", `${refs.step("rounded")}>${refs.step("max")}`),
  "not-whole": ({ step }) =>
    `AND(${step("integer")}=1,${step("rounded")}<>${rounded(`ROUND(${step("entry")},0)`)})`,
  fraction: ({ step }) =>
    `AND(${step("ratio")}>1,${step("rounded")}>0,${step("rounded")}<=1,OR(N(${step("baseline")})>${LEAST_RATE},N(${step("target")})>${LEAST_RATE}))`,
  "below-baseline": (refs) =>
    where(
      refs,
      "baseline",
      `${refs.step("sign")}*(${refs.step("rounded")}-${rounded(refs.step("baseline"))})<0`,
    ),
  "jump-from-zero": (refs) =>
    where(refs, "previous", `AND(${rounded(refs.step("previous"))}=0,${refs.step("rounded")}<>0)`),
  jump: (refs) =>
    where(
      refs,
      "previous",
      `IF(${rounded(refs.step("previous"))}=0,FALSE,${rounded(`ABS(${change(refs)})`)}>${LARGEST_CHANGE})`,
    ),
  unit: (refs) => {
    const [target, most] = [refs.step("target"), rounded(`${MOST_TIMES_TARGET}*${refs.step("target")}`)];
    return where(refs, "target", `AND(${refs.step("sign")}>0,${target}>0,${refs.step("rounded")}>${most})`);
  },
  "unit-lower": (refs) => {
    const [target, least] = [refs.step("target"), rounded(`${refs.step("target")}/${MOST_TIMES_TARGET}`)];
    return where(refs, "target", `AND(${refs.step("sign")}<0,${target}>0,${refs.step("rounded")}<${least})`);
  },
  "no-target": ({ step }) => `NOT(${isNumber(step("target"))})`,
  decimals: ({ step }) => `${rounded(`ROUND(${step("entry")},${step("decimals")})`)}<>${step("rounded")}`,
};

/** The number that each rule offers instead; "" is none. */
const READINGS: Partial<Record<AuditRule, Part>> = {
  fraction: ({ step }) => {
    const rate = rounded(`${step("ratio")}*${step("entry")}`);
    return `IF(${isNumber(step("max"))},IF(${rate}>${step("max")},"",${rate}),${rate})`;
  },
};

const SAYS: Record<Exclude<AuditWord, "bounds">, Part> = {
  value: ({ step }) => step("told"),
  min: ({ step }) => step("min"),
  max: ({ step }) => step("max"),
  ratio: ({ step }) => `IF(${step("ratio")}=100,"百分比",IF(${step("ratio")}=1000,"千分比","万分比"))`,
  baseline: ({ step }) => step("baseline"),
  previous: (refs) => ofPrevious(refs).step("told"),
  target: ({ step }) => step("target"),
  printedTarget: ({ step }) => step("printed"),
  decimals: ({ step }) => step("decimals"),
  direction: (refs) => `IF(${change(refs)}>0,"增长","下降")`,
  percent: (refs) => `TEXT(ROUND(ABS(${change(refs)}),1),"0.0")`,
};

/** `{value} 小于 {min}` → `$L9&" 小于 "&$G9` */
const spoken = (template: string, says: (word: string) => string): string =>
  template
    .split(/(\{\w+\})/)
    .filter((part) => part !== "")
    .map((part) => (/^\{/.test(part) ? says(part.slice(1, -1)) : quote(part)))
    .join("&");

const SEPARATOR = "；";
const likely = (reading: string): string => `IF(${reading}="","",${quote("，可能是")}&${reading})`;

/** The words of all rules of a level that find something, each with a separator before it; `as` says them otherwise. */
function found(level: Level, refs: RowRefs, as = `${level}：`): string {
  const rules = (Object.keys(AUDIT_RULES) as AuditRule[]).filter((id) => AUDIT_RULES[id].level === level);
  return rules
    .map((id) => {
      const text = spoken(`${SEPARATOR}${as}${AUDIT_RULES[id].says}`, (word) =>
        SAYS[word as keyof typeof SAYS](refs),
      );
      const reading = READINGS[id];
      return `IF(${FINDS[id](refs)},${text}${reading ? `&${likely(reading(refs))}` : ""},"")`;
    })
    .join("&");
}

/** The words for text in place of a number. */
function unreadable({ step }: RowRefs, as: string): string {
  const says = (kind: keyof typeof UNREADABLE): string =>
    spoken(`${as}${UNREADABLE[kind].says}`, () => step("entry"));
  return `IF(${step("noData")},${says("no-data")},${says("words")}&${likely(step("reading"))})`;
}

/** What is wrong with 上年同期 by itself. */
function previousFound(refs: RowRefs): string {
  const [previous, as] = [ofPrevious(refs), "核实：上年同期"];
  return choose(
    [
      [`${previous.step("state")}="数"`, found("强制", previous, as)],
      [`${previous.step("state")}="文字"`, unreadable(previous, `${SEPARATOR}${as}`)],
    ],
    `""`,
  );
}

const ofNumber = (refs: RowRefs, words: string) => ({
  formula: `=IF(${refs.step("state")}="数",${words},"")`,
});

/** 审核提示 word for word as YIZHI.CHECK gives it. */
export const AUDIT_STEPS: Step<RowRefs>[] = [
  { id: "must", header: "强制", cell: (refs) => ofNumber(refs, found("强制", refs)) },
  { id: "doubts", header: "核实", cell: (refs) => ofNumber(refs, found("核实", refs)) },
  { id: "previousDoubts", header: "核实上年同期", cell: (refs) => ofNumber(refs, previousFound(refs)) },
  { id: "notes", header: "提示", cell: (refs) => ofNumber(refs, found("提示", refs)) },
  {
    id: "check",
    header: "审核提示",
    cell: (refs) => {
      const { step } = refs;
      const all = `IF(${step("must")}<>"",${step("must")},${step("doubts")}&${step("previousDoubts")}&${step("notes")})`;
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
