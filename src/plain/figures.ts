import { type Basis, basisOf, type Kind, ratioPower, STATUSES, type Status } from "../assessment";
import type { Cell, Formula } from "../grid";
import { told } from "../text";
import { isOutside } from "./entry";
import { choose, isNumber, isText, quote, rounded } from "./formula";
import { isStated, stated } from "./statement";
import type { RowRefs, Step } from "./step";

const formula = (text: string): Formula => ({ formula: `=${text}` });

export const KIND_WORDS: Record<Kind, string> = {
  maintain: "保持型",
  growth: "增长型",
  noBaseline: "无基期",
  noTarget: "无目标",
  words: "人工判断",
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
  constant("comparator", "比较", ({ comparator, target }) => (target === null ? null : comparator)),
  constant("min", "下限", ({ indicator }) => indicator.min ?? null),
  constant("max", "上限", ({ indicator }) => indicator.max ?? null),
  constant("ratio", "比率的分母", ({ indicator }) => 10 ** -(ratioPower(indicator) ?? 0)),
  constant("whole", "须为整数", ({ indicator }) => (indicator.whole ? 1 : 0)),
  constant("decimals", "小数位", ({ indicator }) => indicator.decimals),
  constant("printed", "目标原文", ({ indicator }) => indicator.target.text),
];

const is = (step: RowRefs["step"], kind: Kind): string => `${step("kind")}="${KIND_WORDS[kind]}"`;

/** The printed targets of several years, of which the first is where the schedule begins when there is no baseline. */
const beginsLater = ({ indicator }: Pick<RowRefs, "indicator">): boolean => {
  const { kind, far } = basisOf(indicator);
  return kind === "noBaseline" && far === null && indicator.milestones.length > 0;
};

/** From baseline to target through the plan's milestones, as the time share s passes. */
function schedule({ indicator, plan, step, head }: RowRefs): string {
  const s = head("share");
  const share = (year: number): string =>
    `${year - plan.baselineYear}/${plan.targetYear - plan.baselineYear}`;
  const stations = [...indicator.milestones]
    .sort((a, b) => a.year - b.year)
    .map((m): [at: string, value: string] => [share(m.year), String(m.value)]);
  const begins: [string, string][] = beginsLater({ indicator }) ? [] : [["0", step("baseline")]];
  const points: [string, string][] = [...begins, ...stations, ["1", step("target")]];
  const legs = points.slice(1).map(([s1, v1], i): [string, string] => {
    const [s0, v0] = points[i]!;
    return [`${s}<=${s1}`, `${v0}+(${v1}-${v0})*((${s}-${s0})/(${s1}-${s0}))`];
  });
  const whole = choose(legs.slice(0, -1), legs.at(-1)![1]);
  return beginsLater({ indicator }) ? `IF(${s}>=${points[0]![0]},${whole},${quote(NONE)})` : whole;
}

/** Of a range, whether what was typed lies beyond the bound that is farther from the baseline; null for other targets. */
function beyond({ indicator, step }: RowRefs): string | null {
  const { far, sign } = basisOf(indicator);
  return far && `${step("rounded")}${sign > 0 ? ">" : "<"}${told(far.target!)}`;
}

/** What is missing to the bound from which what was typed is judged. */
function missing(refs: RowRefs): string {
  const { step, indicator } = refs;
  const near = `${step("sign")}*(${step("target")}-${step("entry")})`;
  const { far } = basisOf(indicator);
  return far ? `IF(${beyond(refs)!},${far.sign}*(${far.target!}-${step("entry")}),${near})` : near;
}

/** The cell says that there is no number to compare with. */
const hasNoNumber = ({ indicator, step }: RowRefs): string =>
  is(step, basisOf(indicator).kind === "words" ? "words" : "noTarget");

const whenValid = (step: RowRefs["step"], figure: string): Formula =>
  formula(`IF(${step("valid")},${figure},"")`);

/** 序时目标, 差距, 完成进度 and what the status is judged by. */
export const FIGURE_STEPS: Step<RowRefs>[] = [
  {
    id: "valid",
    header: "数据有效",
    cell: (refs) => {
      const { indicator, step } = refs;
      if (indicator.type === "words") return formula(isStated(refs));
      return formula(`IF(${step("state")}="数",NOT(${isOutside(step)}),FALSE)`);
    },
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
            [is(step, beginsLater(refs) ? "noBaseline" : "growth"), schedule(refs)],
            ...(basisOf(refs.indicator).far === null
              ? [[is(step, "maintain"), step("target")] as [string, string]]
              : []),
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
    cell: (refs) => {
      const { indicator, step } = refs;
      // a range is met anywhere inside
      const nothing =
        basisOf(indicator).far === null ? `${step("rounded")}=${rounded(step("target"))}` : step("met");
      return whenValid(
        step,
        choose(
          [
            [hasNoNumber(refs), quote(NONE)],
            [nothing, "0"],
          ],
          missing(refs),
        ),
      );
    },
  },
  {
    id: "progress",
    header: "完成进度",
    cell: (refs) => {
      const { indicator, step } = refs;
      const way = `(${step("entry")}-${step("baseline")})/(${step("target")}-${step("baseline")})`;
      const isNone = basisOf(indicator).far === null ? `${step("target")}=0` : "TRUE";
      return whenValid(
        step,
        choose(
          [
            [hasNoNumber(refs), quote(NONE)],
            [is(step, "growth"), way],
            [isNone, quote(NONE)],
          ],
          `${step("entry")}/${step("target")}`,
        ),
      );
    },
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
    cell: (refs) => {
      const { indicator, step } = refs;
      const { far } = basisOf(indicator);
      const target = far ? `IF(${beyond(refs)!},${far.target!},${step("target")})` : step("target");
      const share = `100*(${missing(refs)})/ABS(${target})`;
      return formula(
        `IF(AND(${step("state")}="数",${isNumber(step("target"))}),IF(${target}=0,10^99,${share}),"")`,
      );
    },
  },
  {
    id: "met",
    header: "达标",
    cell: (refs) => {
      const { step } = refs;
      const [a, t] = [step("rounded"), rounded(step("target"))];
      const compared = choose(
        [
          [`${step("comparator")}=">"`, `${a}>${t}`],
          [`${step("comparator")}="≥"`, `${a}>=${t}`],
          [`${step("comparator")}="<"`, `${a}<${t}`],
        ],
        `${a}<=${t}`,
      );
      const isPast = beyond(refs);
      const isMet = isPast === null ? compared : `AND(${compared},NOT(${isPast}))`;
      return formula(`IF(AND(${step("valid")},${isNumber(step("target"))}),${isMet},FALSE)`);
    },
  },
];

const word = (status: Status): string => quote(`${STATUSES[status].symbol} ${STATUSES[status].word}`);
/** Absorbs binary rounding, as in the assessment. */
const EPSILON = "0.000000001";

/** The status against the targets of several years, where no baseline leads to the first. */
function untilDue({ step, head }: RowRefs): string {
  const [due, more] = [step("expected"), `${step("sign")}*(${step("entry")}-${step("expected")})`];
  const behind = `100*${more}/ABS(${due})`;
  return choose(
    [
      [`NOT(${isNumber(due)})`, word("noBaseline")],
      [`${more}+${EPSILON}>=0`, word("onSchedule")],
      [`${due}=0`, word("severe")],
      [`${behind}+${head("tolerance")}-${EPSILON}>0`, word("nearly")],
      [`${behind}+${head("redline")}+${EPSILON}>=0`, word("lagging")],
    ],
    word("severe"),
  );
}

function unmet(refs: RowRefs): string {
  const { step, head } = refs;
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
  // on its way to a range, what goes too far is short of it
  const isPast = beyond(refs);
  const isHeld = isPast === null ? is(step, "maintain") : `NOT(${is(step, "noBaseline")})`;
  const limit = `IF(AND(${isHeld},${s}<1),${tolerance},${redline})`;
  const onWay = is(step, "growth");
  return choose(
    [
      [isPast === null ? onWay : `AND(${onWay},NOT(${isPast}))`, growth],
      [`AND(${is(step, "noBaseline")},${s}<1)`, beginsLater(refs) ? untilDue(refs) : word("noBaseline")],
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
    cell: (refs) => {
      const { indicator, step, head } = refs;
      const unassessed = indicator.type === "words" ? stated(refs, word) : word("notAssessed");
      return formula(
        choose(
          [
            [`${step("state")}="空"`, word("missing")],
            [`${head("hindrance")}<>""`, head("hindrance")],
            [`NOT(${step("valid")})`, word("invalid")],
            [hasNoNumber(refs), unassessed],
            [step("met"), word("met")],
          ],
          step("unmet"),
        ),
      );
    },
  },
];
