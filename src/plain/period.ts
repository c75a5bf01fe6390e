import { DEFAULT_PARAMETERS, HEAD_WORDS } from "../assessment";
import {
  AFTER_IT,
  AFTER_MONTH,
  BEFORE_IT,
  DAY_WORDS,
  FROM_START,
  MONTH_NUMBERS,
  PARTS,
  RANGE_SIGNS,
  TWO_DIGITS,
  WHOLE_YEAR,
  YEAR_DIGITS,
} from "../plan";
import { NAMES } from "../sheets";
import type { Formula } from "../grid";
import {
  choose,
  halfWidth,
  isNumber,
  isText,
  listed,
  oneOf,
  quote,
  replaced,
  seen,
  upToTwoDigits,
} from "./formula";
import type { HeadRefs, Step } from "./step";

const formula = (text: string): Formula => ({ formula: `=${text}` });
const or0 = (text: string): string => `IFERROR(${text},0)`;

/** `45107`: an Excel date, as a number or as text. */
const serial = (text: string): string =>
  or0(
    `IF(AND(EXACT(TEXT(VALUE(LEFT(${text},5)),"00000"),LEFT(${text},5)),OR(LEN(${text})=5,MID(${text},6,1)=".")),INT(VALUE(${text})),0)`,
  );

/** `6月`, `6月底`, `六月30日`, after 年 */
function named(rest: string, months: string): string {
  const end = `FIND("月",${months})`;
  const after = `MID(${months},${end}+1,9)`;
  const day = `AND(OR(${DAY_WORDS.map((word) => `RIGHT(${after},1)=${quote(word)}`).join()}),${upToTwoDigits(`LEFT(${after},MAX(0,LEN(${after})-1))`)})`;
  const whole = `OR(${oneOf(after, AFTER_MONTH)},${day})`;
  return or0(`IF(AND(LEFT(${rest},1)="年",${whole}),${listed(`LEFT(${months},${end}-1)`, MONTH_NUMBERS)},0)`);
}

/** `-06`, `/6/30`, `.6.30` */
function dashed(rest: string): string {
  const [sign, parts] = [`LEFT(${rest},1)`, `MID(${rest},2,20)`];
  const end = `FIND(${sign},${parts}&${sign})`;
  const number = `LEFT(${parts},${end}-1)`;
  const day = `OR(LEN(${parts})<${end},${upToTwoDigits(`MID(${parts},${end}+1,9)`)})`;
  const begins = `AND(LEN(${rest})>1,ISNUMBER(FIND(${sign},"-/.")),${upToTwoDigits(number)})`;
  return or0(`IF(AND(${begins},${day}),${listed(number, MONTH_NUMBERS)},0)`);
}

/** Without the first of the words that it begins with, or ends with. */
const withoutFirst = (text: string, words: readonly string[]): string =>
  choose(
    words.map((word) => [
      `LEFT(${text},${word.length})=${quote(word)}`,
      `MID(${text},${word.length + 1},40)`,
    ]),
    text,
  );
const withoutLast = (text: string, words: readonly string[]): string =>
  choose(
    words.map((word) => [
      `RIGHT(${text},${word.length})=${quote(word)}`,
      `LEFT(${text},LEN(${text})-${word.length})`,
    ]),
    text,
  );

/** The head's steps: 报告期 as text, its year and month, the time share s, 容差 and 红线. The forms are those of `readPeriod`. */
export const PERIOD_STEPS: Step<HeadRefs>[] = [
  { id: "seen", header: "报告期文本", cell: () => formula(seen(NAMES.period)) },
  { id: "text", header: "半角", cell: ({ head }) => formula(`UPPER(${halfWidth(head("seen"))})`) },
  { id: "serial", header: "日期序号", cell: ({ head }) => formula(serial(head("text"))) },
  { id: "after", header: "去“截至”", cell: ({ head }) => formula(withoutFirst(head("text"), BEFORE_IT)) },
  { id: "core", header: "去“止”", cell: ({ head }) => formula(withoutLast(head("after"), AFTER_IT)) },
  {
    id: "rest",
    header: "年份之后",
    cell: ({ head }) => formula(`IF(${head("serial")}>=10000,"",MID(${head("core")},5,20))`),
  },
  { id: "part", header: "去“年”", cell: ({ head }) => formula(withoutFirst(head("rest"), ["年度", "年"])) },
  {
    id: "range",
    header: "起止",
    cell: ({ head }) =>
      formula(
        replaced(
          head("part"),
          RANGE_SIGNS.map((sign) => [sign, "-"] as const),
        ),
      ),
  },
  {
    id: "months",
    header: "止于",
    cell: ({ head }) => {
      const range = head("range");
      const dash = `FIND("-",${range}&"-")`;
      return formula(
        `IF(${oneOf(`LEFT(${range},${dash})`, FROM_START)},MID(${range},${dash}+1,20),${head("part")})`,
      );
    },
  },
  {
    id: "digits",
    header: "年份",
    cell: ({ head }) => formula(replaced(`LEFT(${head("core")},4)`, Object.entries(YEAR_DIGITS))),
  },
  {
    id: "year",
    header: "年",
    cell: ({ head }) => {
      const text = head("digits");
      const year = `VALUE(${text})`;
      const four = `AND(EXACT(TEXT(${year},"0000"),${text}),${year}>=1900,${year}<2200)`;
      return formula(
        choose([[`${head("serial")}>=10000`, `YEAR(${head("serial")})`]], or0(`IF(${four},${year},0)`)),
      );
    },
  },
  {
    id: "month",
    header: "末月",
    cell: ({ head }) =>
      formula(
        choose(
          [
            [`${head("serial")}>=10000`, `MONTH(${head("serial")})`],
            [oneOf(head("rest"), WHOLE_YEAR), "12"],
          ],
          `MAX(${listed(head("months"), PARTS)},${listed(head("rest"), TWO_DIGITS)},${named(head("rest"), head("months"))},${dashed(head("rest"))})`,
        ),
      ),
  },
  {
    id: "share",
    header: "时间进度",
    cell: ({ head, plan: { baselineYear, targetYear } }) =>
      formula(
        choose(
          [
            [`${head("text")}=""`, quote(HEAD_WORDS.missing)],
            [`AND(${isNumber(NAMES.period)},${head("rest")}=".1")`, quote(HEAD_WORDS.wrong)],
            [
              `OR(${head("month")}=0,${head("year")}<=${baselineYear},${head("year")}>${targetYear + 1})`,
              quote(HEAD_WORDS.wrong),
            ],
          ],
          `MIN(1,((${head("year")}-${baselineYear}-1)*12+${head("month")})/${(targetYear - baselineYear) * 12})`,
        ),
      ),
  },
  {
    id: "tolerance",
    header: "容差",
    cell: () => formula(parameter(NAMES.tolerance, DEFAULT_PARAMETERS.tolerance)),
  },
  {
    id: "redline",
    header: "红线",
    cell: () => formula(parameter(NAMES.redline, DEFAULT_PARAMETERS.redline)),
  },
  {
    id: "hindrance",
    header: "无法评价",
    cell: ({ head }) => {
      const [t, r] = [head("tolerance"), head("redline")];
      const valid = `IF(AND(${isNumber(t)},${isNumber(r)}),AND(${t}>=0,${r}>=${t}),FALSE)`;
      return formula(
        choose(
          [
            [isText(head("share")), head("share")],
            [valid, `""`],
          ],
          quote(HEAD_WORDS.wrong),
        ),
      );
    },
  },
];

/** Blank means the default; text that is none stays text and is refused. */
const parameter = (name: string, fallback: number): string =>
  `IF(ISBLANK(${name}),${fallback},IF(ISTEXT(${name}),IF(${seen(name)}="",${fallback},"？"),${name}))`;
