import { AROUND, BRACKETS, ERROR_CELL, MARKS, NO_DATA, notWhole, outside, unitPowers } from "../assessment";
import { MOST_DIGITS } from "../text";
import {
  beginsWith,
  choose,
  DIGITS,
  halfWidth,
  isNumber,
  listed,
  oneOf,
  quote,
  replaced,
  rounded,
  seen,
  without,
} from "./formula";
import { type Place, type Places, renderCondition } from "./render";
import type { RowRefs, Step } from "./step";

const formula = (text: string) => ({ formula: `=${text}` });

/** A number and the indicator's bounds, of which either may be none. */
const withBounds =
  (step: RowRefs["step"], value: Place): Places<"value" | "min" | "max" | "whole"> =>
  (name) => {
    if (name === "value") return value;
    return name === "whole" ? { cell: step(name), compared: step(name) } : { cell: step(name) };
  };

/** True within the indicator's bounds, and whole where it counts. */
function fits(step: RowRefs["step"], value: string): string {
  const places = withBounds(step, { cell: value, compared: rounded(value) });
  const faults = [outside<"value">("value"), notWhole<"value">("value")];
  return `NOT(OR(${faults.map((fault) => renderCondition(fault, places)).join()}))`;
}

/** True for an entry that is a number, but beyond the indicator's bounds. */
export const isOutside = (step: RowRefs["step"]): string =>
  renderCondition(
    outside<"value">("value"),
    withBounds(step, { cell: step("entry"), compared: step("rounded") }),
  );

const NOTE = ["注", ...DIGITS];
const withoutNoteAfter = (text: string): string => {
  const open = `FIND("(",${text},MAX(1,LEN(${text})-3))`;
  const inside = without(`MID(${text},${open}+1,LEN(${text})-${open}-1)`, NOTE);
  return `IFERROR(IF(AND(RIGHT(${text},1)=")",${inside}=""),LEFT(${text},${open}-1),${text}),${text})`;
};
const withoutNoteBefore = (text: string): string => {
  const close = `FIND(")",${text})`;
  const inside = without(`MID(${text},2,${close}-2)`, NOTE);
  return `IFERROR(IF(AND(LEFT(${text},1)="(",${close}<=4,${inside}=""),MID(${text},${close}+1,LEN(${text})),${text}),${text})`;
};

/** The unit after the number, or named before it; "？" is none. */
const unit = (lead: string, after: string): string =>
  choose(
    [
      [`${lead}=""`, after],
      ...AROUND.units.map(([word, named]): [string, string] => [
        `${lead}=${quote(word)}`,
        `IF(RIGHT(${after},${named.length})=${quote(named)},${after},${after}&${quote(named)})`,
      ]),
    ],
    quote("？"),
  );

/** Added to powers of ten, so that 0 is none. */
const SHIFT = 100;

function power({ indicator, step }: RowRefs): string {
  const powers = [...unitPowers(indicator)].filter(([word]) => word !== "");
  const shifted = Object.fromEntries(powers.map(([word, exponent]) => [word, exponent + SHIFT]));
  return `IF(${step("unit")}="",${SHIFT},${listed(step("unit"), shifted)})`;
}

/** A number is meant where its unit is known, its commas part thousands, and no mark parts its digits. */
function likelyNumber({ step }: RowRefs): string {
  const [number, sign] = [step("number"), step("plusMinus")];
  const whole = `LEFT(${number},FIND(".",${number}&".")-1)`;
  const fraction = `MID(${number},LEN(${whole})+1,LEN(${number}))`;
  const plain = without(number, [","]);
  const conditions = [
    `${step("power")}>0`,
    `EXACT(${number}&${step("tail")},${step("body")})`,
    `${isNumber(`FIND(${sign}&${number},${step("clean")})`)}`,
    `${whole}<>""`,
    `OR(${fraction}="",AND(LEFT(${fraction},1)=".",LEN(${fraction})>1,${without(`MID(${fraction},2,LEN(${fraction}))`, DIGITS)}=""))`,
    `OR(${without(whole, DIGITS)}="",EXACT(${whole},TEXT(VALUE(${without(whole, [","])}),"#,##0")))`,
    `LEN(${without(plain, ["."])})<=${MOST_DIGITS}`,
  ];
  const value = `IF(${sign}="-",-1,1)*VALUE(${plain}&"E"&(${step("power")}-${SHIFT}))`;
  return `IF(${number}="","",IFERROR(IF(AND(${conditions.join()}),${value},""),""))`;
}

function saysNoData({ step }: RowRefs): string {
  const text = `UPPER(${step("clean")})`;
  const begins = `AND(${beginsWith(text, NO_DATA.begins)},${without(text, DIGITS)}=${text})`;
  const only = `${without(text, NO_DATA.signs)}=""`;
  return `AND(${step("state")}="文字",${step("likely")}="",OR(${only},${oneOf(text, NO_DATA.words)},${beginsWith(text, NO_DATA.refers)},${begins}))`;
}

const first = (step: RowRefs["step"]): string => `MID(${step("bare")},${step("start")},1)`;

/** A column that people fill in as text, number or nothing: an error and a logical value become their words. */
const typed = (cell: string): string =>
  `IFERROR(IF(ISLOGICAL(${cell}),IF(${cell},"TRUE","FALSE"),IF(${cell}="","",${cell})),${quote(ERROR_CELL)})`;

/** How 本期值 is read, as `readEntry` does. */
const STEPS: Step<RowRefs>[] = [
  { id: "entry", header: "填报", cell: ({ form }) => formula(typed(form("actual"))) },
  {
    id: "seen",
    header: "去不可见字符",
    cell: ({ step }) => formula(`IF(ISTEXT(${step("entry")}),${seen(step("entry"))},"")`),
  },
  {
    id: "clean",
    header: "半角",
    cell: ({ step }) => formula(replaced(halfWidth(step("seen")), [["−", "-"]])),
  },
  {
    id: "state",
    header: "填报情况",
    cell: ({ step }) => formula(`IF(${isNumber(step("entry"))},"数",IF(${step("seen")}="","空","文字"))`),
  },
  {
    id: "rounded",
    header: "比较用",
    cell: ({ step }) => formula(`IF(${step("state")}="数",${rounded(step("entry"))},"")`),
  },
  {
    id: "told",
    header: "提示用",
    // beyond 15 digits rounding would bring noise in rather than out
    cell: ({ step }) =>
      formula(
        `IF(${step("state")}="数",IF(ABS(${step("entry")})<10^5,${step("rounded")},${step("entry")}),"")`,
      ),
  },
  { id: "unmarked", header: "去注号", cell: ({ step }) => formula(without(step("clean"), MARKS[0]!)) },
  { id: "plain", header: "去上下标", cell: ({ step }) => formula(without(step("unmarked"), MARKS[1]!)) },
  { id: "round", header: "圆括号", cell: ({ step }) => formula(replaced(step("plain"), BRACKETS)) },
  { id: "before", header: "去后注", cell: ({ step }) => formula(withoutNoteAfter(step("round"))) },
  { id: "bare", header: "去前注", cell: ({ step }) => formula(withoutNoteBefore(step("before"))) },
  {
    id: "start",
    header: "数字起点",
    cell: ({ step }) =>
      formula(`MIN(FIND({${[...DIGITS, "+", "-"].map(quote).join()}},${step("bare")}&"0123456789+-"))`),
  },
  {
    id: "plusMinus",
    header: "正负号",
    cell: ({ step }) => formula(`IF(OR(${first(step)}="+",${first(step)}="-"),${first(step)},"")`),
  },
  {
    id: "body",
    header: "数字和单位",
    cell: ({ step }) =>
      formula(`MID(${step("bare")},${step("start")}+LEN(${step("plusMinus")}),LEN(${step("bare")}))`),
  },
  {
    id: "tail",
    header: "数字之后",
    cell: ({ step }) => formula(without(step("body"), [...DIGITS, ",", "."])),
  },
  {
    id: "number",
    header: "数字",
    cell: ({ step }) => formula(`LEFT(${step("body")},LEN(${step("body")})-LEN(${step("tail")}))`),
  },
  {
    id: "lead",
    header: "数字之前",
    cell: ({ step }) => formula(without(`LEFT(${step("bare")},${step("start")}-1)`, AROUND.before)),
  },
  { id: "after", header: "去“左右”等", cell: ({ step }) => formula(without(step("tail"), AROUND.after)) },
  { id: "unit", header: "单位", cell: ({ step }) => formula(unit(step("lead"), step("after"))) },
  { id: "power", header: "换算", cell: (refs) => formula(power(refs)) },
  { id: "likely", header: "换算后的数", cell: (refs) => formula(likelyNumber(refs)) },
  {
    id: "reading",
    header: "可能的数",
    cell: ({ step }) =>
      formula(`IF(${isNumber(step("likely"))},IF(${fits(step, step("likely"))},${step("likely")},""),"")`),
  },
  { id: "noData", header: "无数据", cell: (refs) => formula(saysNoData(refs)) },
];

const IDS = new Set(STEPS.map(({ id }) => id));
const previousId = (id: string): string => (IDS.has(id) ? `previous ${id}` : id);

/** The same steps, but of 上年同期. */
export const ofPrevious = (refs: RowRefs): RowRefs => ({
  ...refs,
  step: (id) => refs.step(previousId(id)),
  form: () => refs.form("previous"),
});

export const ENTRY_STEPS: Step<RowRefs>[] = [
  ...STEPS,
  ...STEPS.map(({ id, header, cell }) => ({
    id: previousId(id),
    header: `上年：${header}`,
    cell: (refs: RowRefs) => cell(ofPrevious(refs)),
  })),
  {
    id: "previous",
    header: "上年同期",
    cell: (refs) => {
      const { step } = ofPrevious(refs);
      return formula(`IF(${step("state")}="数",IF(${isOutside(step)},"",${step("entry")}),"")`);
    },
  },
];
