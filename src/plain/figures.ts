import {
  type Basis,
  basisOf,
  type Kind,
  ratioPower,
  STATUSES,
  type Status,
  targetComparator,
} from "../assessment";
import type { Cell, Formula } from "../grid";
import { isOutside } from "./entry";
import { choose, isNumber, isText, quote, rounded } from "./formula";
import type { RowRefs, Step } from "./step";

const formula = (text: string): Formula => ({ formula: `=${text}` });

export const KIND_WORDS: Record<Kind, string> = {
  maintain: "保持型",
  growth: "增长型",
  noBaseline: "无基期",
  noTarget: "无目标",
};
const NONE = "–";

const constant = (id: string, header: string, value: (basis: Basis) => Cell | null): Step<RowRefs> => ({
  id,
  header,
  cell: ({ indicator }) => value(basisOf(indicator)) ?? "",
});

/** What the plan says of the indicator. */
export const PLAN_STEPS: Step<RowRefs>[] = [
  constant("code", "指标代码", ({ indicator }) => indicator.code),
  constant("kind", "类别", ({ kind }) => KIND_WORDS[kind]),
  constant("sign", "方向", ({ sign }) => sign),
  constant("baseline", "基期数", ({ baseline }) => baseline),
  constant("target", "目标数", ({ target }) => target),
  constant("comparator", "比较", ({ indicator, target }) =>
    target === null ? null : targetComparator(indicator),
  ),
  constant("min", "下限", ({ indicator }) => indicator.min ?? null),
  constant("max", "上限", ({ indicator }) => indicator.max ?? null),
  constant("ratio", "比率的分母", ({ indicator }) => 10 ** -(ratioPower(indicator) ?? 0)),
  constant("whole", "须为整数", ({ indicator }) => (indicator.whole ? 1 : 0)),
  constant("decimals", "小数位", ({ indicator }) => indicator.decimals),
  constant("printed", "目标原文", ({ indicator }) => indicator.target.text),
];

const is = (step: RowRefs["step"], kind: Kind): string => `${step("kind")}="${KIND_WORDS[kind]}"`;

/** From baseline to target through the plan's milestones, as the time share s passes. */
function schedule({ indicator, plan, step, head }: RowRefs): string {
  const s = head("share");
  const share = (year: number): string =>
    `${year - plan.baselineYear}/${plan.targetYear - plan.baselineYear}`;
  const stations = [...indicator.milestones]
    .sort((a, b) => a.year - b.year)
    .map((m): [at: string, value: string] => [share(m.year), String(m.value)]);
  const points: [string, string][] = [["0", step("baseline")], ...stations, ["1", step("target")]];
  const legs = points.slice(1).map(([s1, v1], i): [string, string] => {
    const [s0, v0] = points[i]!;
    return [`${s}<=${s1}`, `${v0}+(${v1}-${v0})*((${s}-${s0})/(${s1}-${s0}))`];
  });
  return choose(legs.slice(0, -1), legs.at(-1)![1]);
}

const whenValid = (step: RowRefs["step"], figure: string): Formula =>
  formula(`IF(${step("valid")},${figure},"")`);

/** 序时目标, 差距, 完成进度 and what the status is judged by. */
export const FIGURE_STEPS: Step<RowRefs>[] = [
  {
    id: "valid",
    header: "数据有效",
    cell: ({ step }) => formula(`IF(${step("state")}="数",NOT(${isOutside(step)}),FALSE)`),
  },
  {
    id: "expected",
    header: "序时目标",
    cell: (refs) => {
      const { step, head } = refs;
      return formula(
        choose(
          [
            [isText(head("share")), quote(NONE)],
            [is(step, "growth"), schedule(refs)],
            [is(step, "maintain"), step("target")],
          ],
          quote(NONE),
        ),
      );
    },
  },
  {
    id: "expectedShown",
    header: "填报后的序时目标",
    cell: ({ step }) => formula(`IF(${step("state")}="空","",${step("expected")})`),
  },
  {
    id: "due",
    header: "应完成",
    cell: ({ indicator, step, head }) => {
      if (indicator.milestones.length === 0) return formula(head("share"));
      const way = `(${step("expected")}-${step("baseline")})/(${step("target")}-${step("baseline")})`;
      return formula(`IF(AND(${is(step, "growth")},${isNumber(step("expected"))}),${way},${head("share")})`);
    },
  },
  {
    id: "gap",
    header: "差距",
    cell: ({ step }) =>
      whenValid(
        step,
        choose(
          [
            [is(step, "noTarget"), quote(NONE)],
            [`${step("rounded")}=${rounded(step("target"))}`, "0"],
          ],
          `${step("sign")}*(${step("target")}-${step("entry")})`,
        ),
      ),
  },
  {
    id: "progress",
    header: "完成进度",
    cell: ({ step }) =>
      whenValid(
        step,
        choose(
          [
            [is(step, "noTarget"), quote(NONE)],
            [
              is(step, "growth"),
              `(${step("entry")}-${step("baseline")})/(${step("target")}-${step("baseline")})`,
            ],
            [`${step("target")}=0`, quote(NONE)],
          ],
          `${step("entry")}/${step("target")}`,
        ),
      ),
  },
  {
    id: "points",
    header: "超前百分点",
    cell: ({ step, head }) => {
      const judged = `AND(${is(step, "growth")},${step("valid")},${isNumber(head("share"))})`;
      return formula(`IF(${judged},100*(${step("progress")}-${step("due")}),"")`);
    },
  },
  {
    id: "shortfall",
    header: "差目标%",
    cell: ({ step }) => {
      const share = `100*(${step("sign")}*(${step("target")}-${step("entry")}))/ABS(${step("target")})`;
      return formula(
        `IF(AND(${step("state")}="数",${isNumber(step("target"))}),IF(${step("target")}=0,10^99,${share}),"")`,
      );
    },
  },
  {
    id: "met",
    header: "达标",
    cell: ({ step }) => {
      const [a, t] = [step("rounded"), rounded(step("target"))];
      const compared = choose(
        [
          [`${step("comparator")}=">"`, `${a}>${t}`],
          [`${step("comparator")}="≥"`, `${a}>=${t}`],
          [`${step("comparator")}="<"`, `${a}<${t}`],
        ],
        `${a}<=${t}`,
      );
      return formula(`IF(AND(${step("valid")},${isNumber(step("target"))}),${compared},FALSE)`);
    },
  },
];

const word = (status: Status): string => quote(`${STATUSES[status].symbol} ${STATUSES[status].word}`);
/** Absorbs binary rounding, as in the assessment. */
const EPSILON = "0.000000001";

function unmet({ step, head }: RowRefs): string {
  const [s, g, c] = [head("share"), step("points"), step("progress")];
  const [tolerance, redline] = [head("tolerance"), head("redline")];
  const behind = `IF(${g}+${redline}+${EPSILON}>=0,${word("lagging")},${word("severe")})`;
  const growth = choose(
    [
      [`${s}>=1`, behind],
      [`${c}+${EPSILON}<0`, word("severe")],
      [`${g}+${EPSILON}>=0`, word("onSchedule")],
      [`${g}+${tolerance}-${EPSILON}>0`, word("nearly")],
    ],
    behind,
  );
  const limit = `IF(AND(${is(step, "maintain")},${s}<1),${tolerance},${redline})`;
  return choose(
    [
      [is(step, "growth"), growth],
      [`AND(${is(step, "noBaseline")},${s}<1)`, word("noBaseline")],
      [`${step("shortfall")}<=${limit}+${EPSILON}`, word("lagging")],
    ],
    word("severe"),
  );
}

/** The status with its symbol: the first of the method's table that applies. */
export const STATUS_STEPS: Step<RowRefs>[] = [
  { id: "unmet", header: "未达标时", cell: (refs) => formula(`IFERROR(${unmet(refs)},"")`) },
  {
    id: "status",
    header: "状态",
    cell: ({ step, head }) => {
      return formula(
        choose(
          [
            [`${step("state")}="空"`, word("missing")],
            [`${head("hindrance")}<>""`, head("hindrance")],
            [`NOT(${step("valid")})`, word("invalid")],
            [is(step, "noTarget"), word("notAssessed")],
            [step("met"), word("met")],
          ],
          step("unmet"),
        ),
      );
    },
  },
];
