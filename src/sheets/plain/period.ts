import { DEFAULT_PARAMETERS } from "../../assessment";
import { HEAD_WORDS, NAMES } from "../form";
import type { Formula } from "../layout";
import { choose, folded, isNumber, isText, listed, quote, upToTwoDigits } from "./formula";
import type { HeadRefs, Step } from "./step";

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);
const TWO_DIGITS = Object.fromEntries(MONTHS.map((m) => [String(m).padStart(2, "0"), m]));
const MONTH_DIGITS = { ...TWO_DIGITS, ...Object.fromEntries(MONTHS.map((m) => [String(m), m])) };
const month = (text: string): string => listed(text, MONTH_DIGITS);

const NUMERALS = ["一", "二", "三", "四"];

/** All ways to write a part of a year, after the year and without 年. */
const PARTS: Record<string, number> = Object.fromEntries([
  ["全年", 12],
  ...["上半年", "H1"].map((part) => [part, 6] as const),
  ...["下半年", "H2"].map((part) => [part, 12] as const),
  ...NUMERALS.flatMap((numeral, i) =>
    [numeral, String(i + 1)].flatMap((n) =>
      ["", "第"].flatMap((ordinal) =>
        ["季度", "季"].map((unit) => [`${ordinal}${n}${unit}`, 3 * (i + 1)] as const),
      ),
    ),
  ),
  ...[1, 2, 3, 4].flatMap((n) => ["Q", "-Q"].map((q) => [`${q}${n}`, 3 * n] as const)),
]);

const RANGE_SIGNS = ["–", "—", "~", "至", "到"];
const replaced = (text: string, signs: readonly string[]): string =>
  signs.reduce((inner, sign) => `SUBSTITUTE(${inner},${quote(sign)},"-")`, text);

const formula = (text: string): Formula => ({ formula: `=${text}` });
const or0 = (text: string): string => `IFERROR(${text},0)`;

/** `45107`: an Excel date, as a number or as text. */
const serial = (text: string): string =>
  or0(
    `IF(AND(EXACT(TEXT(VALUE(LEFT(${text},5)),"00000"),LEFT(${text},5)),OR(LEN(${text})=5,MID(${text},6,1)=".")),INT(VALUE(${text})),0)`,
  );

/** `年6月`, `年1-6月`, `年1月至6月`, `年6月30日` */
function named(rest: string, months: string): string {
  const end = `FIND("月",${months})`;
  const day = `MID(${months},${end}+1,9)`;
  const whole = `IF(${day}="",TRUE,AND(RIGHT(${day},1)="日",${upToTwoDigits(`LEFT(${day},LEN(${day})-1)`)}))`;
  return or0(`IF(AND(LEFT(${rest},1)="年",${whole}),${month(`LEFT(${months},${end}-1)`)},0)`);
}

/** `-06`, `/6/30`, `.6.30` */
function dashed(rest: string): string {
  const parts = `SUBSTITUTE(SUBSTITUTE(MID(${rest},2,20),"/","-"),".","-")`;
  const end = `FIND("-",${parts}&"-")`;
  const day = `MID(${parts},${end}+1,9)`;
  const whole = `OR(LEN(${parts})<${end},${upToTwoDigits(day)})`;
  const first = `ISNUMBER(FIND(LEFT(${rest},1),"-/."))`;
  return or0(`IF(AND(LEN(${rest})>1,${first},${whole}),${month(`LEFT(${parts},${end}-1)`)},0)`);
}

/** The head's steps: 报告期 as text, its year and month, the time share s, 容差 and 红线. The forms are those of `readPeriod`. */
export const PERIOD_STEPS: Step<HeadRefs>[] = [
  { id: "text", header: "报告期文本", cell: () => formula(`UPPER(${folded(NAMES.period)})`) },
  { id: "serial", header: "日期序号", cell: ({ head }) => formula(serial(head("text"))) },
  {
    id: "rest",
    header: "年份之后",
    cell: ({ head }) => formula(`IF(${head("serial")}>=10000,"",MID(${head("text")},5,20))`),
  },
  {
    id: "part",
    header: "去“年”",
    cell: ({ head }) => formula(`IF(LEFT(${head("rest")},1)="年",MID(${head("rest")},2,20),${head("rest")})`),
  },
  {
    id: "months",
    header: "起止月",
    cell: ({ head }) => {
      const plain = replaced(head("part"), RANGE_SIGNS);
      return formula(
        choose(
          [
            [`LEFT(${plain},2)="1-"`, `MID(${plain},3,20)`],
            [`LEFT(${plain},3)="1月-"`, `MID(${plain},4,20)`],
          ],
          head("part"),
        ),
      );
    },
  },
  {
    id: "year",
    header: "年",
    cell: ({ head }) => {
      const text = `LEFT(${head("text")},4)`;
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
            [`OR(${head("rest")}="",${head("rest")}="年",${head("rest")}="年度")`, "12"],
          ],
          `MAX(${listed(head("part"), PARTS)},${listed(head("rest"), TWO_DIGITS)},${named(head("rest"), head("months"))},${dashed(head("rest"))})`,
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
            [`OR(${head("month")}=0,${head("year")}<=${baselineYear})`, quote(HEAD_WORDS.wrong)],
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
  `IF(ISBLANK(${name}),${fallback},IF(ISTEXT(${name}),IF(${folded(name)}="",${fallback},"？"),${name}))`;
