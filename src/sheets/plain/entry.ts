import { AROUND, ERROR_CELL, MOST_DIGITS } from "../../assessment";
import { choose, DIGITS, halfWidth, quote, seen, without } from "./formula";
import type { RowRefs, Step } from "./step";

const formula = (text: string) => ({ formula: `=${text}` });
const rest = (step: RowRefs["step"]): string =>
  `MID(${step("clean")},${step("start")},LEN(${step("clean")}))`;

/** A number in words is offered when nothing but words of AROUND stands before and after it, and its commas part thousands. */
function likelyNumber(step: RowRefs["step"]): string {
  const [unsigned, whole, number] = [step("unsigned"), step("whole"), step("number")];
  const fraction = `MID(${unsigned},LEN(${whole})+1,LEN(${unsigned}))`;
  const plain = without(unsigned, [","]);
  const conditions = [
    `${without(`LEFT(${step("clean")},${step("start")}-1)`, AROUND.before)}=""`,
    `EXACT(LEFT(${rest(step)},LEN(${number})),${number})`,
    `${whole}<>""`,
    `OR(${fraction}="",AND(LEFT(${fraction},1)=".",LEN(${fraction})>1,${without(`MID(${fraction},2,LEN(${fraction}))`, DIGITS)}=""))`,
    `OR(${without(whole, DIGITS)}="",EXACT(${whole},TEXT(VALUE(${without(whole, [","])}),"#,##0")))`,
    `LEN(${without(plain, ["."])})<=${MOST_DIGITS}`,
  ];
  return `IF(${step("clean")}="","",IFERROR(IF(AND(${conditions.join()}),IF(LEFT(${number},1)="-",-1,1)*VALUE(${plain}),""),""))`;
}

/** How a row's entry is read, as `readActual` does: an error and a logical value become their words. */
export const ENTRY_STEPS: Step<RowRefs>[] = [
  {
    id: "entry",
    header: "本期值",
    cell: ({ form }) => {
      const cell = form("actual");
      return formula(
        choose(
          [
            [`ISBLANK(${cell})`, `""`],
            [`ISLOGICAL(${cell})`, `IF(${cell},"TRUE","FALSE")`],
          ],
          `IFERROR(${cell},${quote(ERROR_CELL)})`,
        ),
      );
    },
  },
  {
    id: "clean",
    header: "文本",
    cell: ({ step }) => formula(`IF(ISTEXT(${step("entry")}),${halfWidth(seen(step("entry")))},"")`),
  },
  {
    id: "state",
    header: "填报情况",
    cell: ({ step }) => formula(`IF(ISNUMBER(${step("entry")}),"数",IF(${step("clean")}="","空","文字"))`),
  },
  {
    id: "start",
    header: "数字起点",
    cell: ({ step }) =>
      formula(`MIN(FIND({${[...DIGITS, "+", "-"].map(quote).join()}},${step("clean")}&"0123456789+-"))`),
  },
  { id: "number", header: "数字", cell: ({ step }) => formula(without(rest(step), AROUND.after)) },
  {
    id: "unsigned",
    header: "去正负号",
    cell: ({ step }) => {
      const number = step("number");
      return formula(
        `IF(OR(LEFT(${number},1)="+",LEFT(${number},1)="-"),MID(${number},2,LEN(${number})),${number})`,
      );
    },
  },
  {
    id: "whole",
    header: "整数部分",
    cell: ({ step }) => formula(`LEFT(${step("unsigned")},FIND(".",${step("unsigned")}&".")-1)`),
  },
  { id: "reading", header: "可能的数", cell: ({ step }) => formula(likelyNumber(step)) },
];
