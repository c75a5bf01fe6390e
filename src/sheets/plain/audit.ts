import {
  AUDIT_RULES,
  type AuditRule,
  type AuditWord,
  LARGEST_CHANGE,
  LEAST_RATE,
  type Level,
  MOST_TIMES_TARGET,
  UNREADABLE,
} from "../../assessment";
import { choose, isNumber, quote } from "./formula";
import type { RowRefs, Step } from "./step";

type Part = (refs: RowRefs) => string;

const value: Part = ({ step }) => step("entry");
const number: (id: string) => Part = (id) => (refs) => isNumber(refs.step(id));
const change: Part = ({ step, form }) =>
  `(100*(${step("entry")}-${form("previous")})/ABS(${form("previous")}))`;

/** When each rule finds something; the entry is a number. Nested IF, because AND looks at all its parts, error or not. */
const FINDS: Record<AuditRule, Part> = {
  negative: ({ step }) => `${step("entry")}<${step("min")}`,
  "above-max": ({ step }) => `IF(${isNumber(step("max"))},${step("entry")}>${step("max")},FALSE)`,
  "not-whole": ({ step }) => `AND(${step("integer")}=1,${step("entry")}<>INT(${step("entry")}))`,
  fraction: ({ step }) =>
    `AND(${step("max")}=100,${step("entry")}>0,${step("entry")}<1,OR(N(${step("baseline")})>${LEAST_RATE},N(${step("target")})>${LEAST_RATE}))`,
  "below-baseline": (refs) =>
    `IF(${number("baseline")(refs)},${refs.step("sign")}*(${refs.step("entry")}-${refs.step("baseline")})<0,FALSE)`,
  "jump-from-zero": ({ step, form }) =>
    `IF(${isNumber(form("previous"))},AND(${form("previous")}=0,${step("entry")}<>0),FALSE)`,
  jump: (refs) =>
    `IF(${isNumber(refs.form("previous"))},IF(${refs.form("previous")}=0,FALSE,ABS(${change(refs)})>${LARGEST_CHANGE}+0.000000001),FALSE)`,
  unit: (refs) =>
    `IF(${number("target")(refs)},AND(${refs.step("target")}>0,${refs.step("entry")}>${MOST_TIMES_TARGET}*${refs.step("target")}),FALSE)`,
  "no-target": (refs) => `NOT(${number("target")(refs)})`,
  decimals: ({ step }) => `ROUND(${step("entry")},${step("decimals")})<>${step("entry")}`,
};

const SAYS: Record<AuditWord, Part> = {
  value,
  min: ({ step }) => step("min"),
  max: ({ step }) => step("max"),
  baseline: ({ step }) => step("baseline"),
  previous: ({ form }) => form("previous"),
  target: ({ step }) => step("target"),
  printedTarget: ({ step }) => step("printed"),
  decimals: ({ step }) => step("decimals"),
  direction: (refs) => `IF(${change(refs)}>0,"增长","下降")`,
  percent: (refs) => `TEXT(ROUND(ABS(${change(refs)}),1),"0.0")`,
};

/** `{value} 小于 {min}` → `$L9&" 小于 "&$G9` */
const spoken = (template: string, refs: RowRefs): string =>
  template
    .split(/(\{\w+\})/)
    .filter((part) => part !== "")
    .map((part) => (/^\{/.test(part) ? SAYS[part.slice(1, -1) as AuditWord](refs) : quote(part)))
    .join("&");

const SEPARATOR = "；";

/** The words of all rules of a level that find something, each with a separator before it. */
function found(levels: readonly Level[], refs: RowRefs): string {
  const rules = (Object.keys(AUDIT_RULES) as AuditRule[]).filter((id) =>
    levels.includes(AUDIT_RULES[id].level),
  );
  return rules
    .map((id) => {
      const { level, says, remedy } = AUDIT_RULES[id];
      const text = spoken(`${SEPARATOR}${level}：${says}，${remedy}`, refs);
      return `IF(${FINDS[id](refs)},${text},"")`;
    })
    .join("&");
}

function unreadable({ step }: RowRefs): string {
  const [before, after] = UNREADABLE.says.split("{text}");
  const remedy = UNREADABLE.remedyWithReading.replace("{reading}", "");
  const end = choose(
    [[`${step("reading")}=""`, quote(UNREADABLE.remedy)]],
    `${quote(remedy)}&${step("reading")}`,
  );
  return `${quote(`强制：${before}`)}&${step("entry")}&${quote(`${after}，`)}&${end}`;
}

/** 审核提示 word for word as YIZHI.CHECK gives it. */
export const AUDIT_STEPS: Step<RowRefs>[] = [
  {
    id: "must",
    header: "强制",
    cell: (refs) => ({ formula: `=IF(${refs.step("state")}="数",${found(["强制"], refs)},"")` }),
  },
  {
    id: "doubts",
    header: "核实、提示",
    cell: (refs) => ({ formula: `=IF(${refs.step("state")}="数",${found(["核实", "提示"], refs)},"")` }),
  },
  {
    id: "check",
    header: "审核提示",
    cell: (refs) => {
      const { step } = refs;
      const all = `IF(${step("must")}<>"",${step("must")},${step("doubts")})`;
      return {
        formula: `=${choose(
          [
            [`${step("state")}="空"`, `""`],
            [`${step("state")}="文字"`, unreadable(refs)],
          ],
          `MID(${all},2,2000)`,
        )}`,
      };
    },
  },
];
