import type { Plan, PlanYears } from "../../plan";
import { fold, simplified } from "../../text";
import type { DraftHead } from "../draft";
import type { Proposal, Questions } from "../question";
import type { SourceTable } from "../source/table";
import { yearsIn } from "../source/title";

/* 规划名称, 地区, 基期年 and 目标年: from title and headers; asked where neither says. */

const yearOf = (table: SourceTable, role: "baseline" | "target" | "growth"): number | undefined => {
  const years = table.columns.flatMap((column) =>
    column.role === role && column.year !== undefined ? [column.year] : [],
  );
  return years.length > 0 ? Math.max(...years) : undefined;
};

const yearProposals = (years: readonly number[], follows: (year: number) => string): Proposal[] =>
  [...new Set(years)].map((year) => ({ id: String(year), words: `${year}年`, follows: follows(year) }));

const THIS_YEAR_OF_NONE = 2025;

function yearsOf(table: SourceTable, questions: Questions, known: Plan | null): PlanYears {
  const titled = yearsIn(table.title);
  const last = known?.targetYear ?? THIS_YEAR_OF_NONE;
  const askYear = (kind: string, asks: string, proposals: Proposal[]): number =>
    Number(questions.ask({ id: `head ${kind}`, place: "整张表", printed: table.title, asks, proposals }));
  const base = yearOf(table, "baseline");
  const targetYear =
    yearOf(table, "target") ??
    yearOf(table, "growth") ??
    titled?.targetYear ??
    askYear(
      "target year",
      "表上没有写目标年，是哪一年？",
      yearProposals(
        base === undefined ? likelyTargets(table, last) : [base + 5, base + 1, base + 10],
        (year) => `进度算到${year}年底`,
      ),
    );
  const found = base ?? (titled && titled.targetYear === targetYear ? titled.baselineYear : undefined);
  if (found !== undefined && found < targetYear) return { baselineYear: found, targetYear };
  const baselineYear = askYear(
    "baseline year",
    "表上没有写基期年，进度从哪一年年底算起？",
    yearProposals(likelyBases(table, targetYear), (year) => `进度从${year}年底算起`),
  );
  return { baselineYear, targetYear };
}

/** All that is printed beside the values' headers. */
const printedIn = ({ title, columns, rows, notes, left }: SourceTable): string[] => [
  title,
  ...columns.map(({ header }) => header),
  ...notes,
  ...left.map(({ text }) => text),
  ...rows.flatMap(({ cells }) => cells),
];

/** One year's tasks and how far they are. */
const isYearly = ({ title, columns }: SourceTable): boolean =>
  /年度|全年|月|进度|完成/.test([title, ...columns.map(({ header }) => header)].join(""));

const PRINTED_YEARS = /(?<!\d)(20\d\d)年/g;
const [YEARS_AGO, MOST_PRINTED] = [6, 2];

/** Target years to choose from where no header names one: those that are printed, then this plan's and the next one's. */
function likelyTargets(table: SourceTable, last: number): number[] {
  const years = [...printedIn(table).join("\n").matchAll(PRINTED_YEARS)].map(([, year]) => Number(year));
  const printed = [...new Set(years)].sort((a, b) => b - a).slice(0, MOST_PRINTED);
  const others = isYearly(table)
    ? Array.from({ length: YEARS_AGO + 2 }, (_, ago) => last + 1 - ago)
    : [last + 5, last, last + 1, last - 5];
  return [...printed, ...others];
}

/** Base years to choose from, all before the first target; the year before where the table is one year's. */
function likelyBases(table: SourceTable, targetYear: number): number[] {
  const { columns } = table;
  const targets = columns.flatMap(({ role, year }) =>
    role === "target" && year !== undefined ? [year] : [],
  );
  const first = Math.min(targetYear, ...targets);
  const before = [first - 1, first - 2, first - 3, first - 5].filter((year) => year !== targetYear - 5);
  if (targetYear - 5 >= first) return before;
  return isYearly(table) ? [first - 1, targetYear - 5] : [targetYear - 5, ...before.slice(0, 2)];
}

const BEFORE_NAME = /^(?:附件?|附表|专栏|表|图)\s*[一二三四五六七八九十\d]*(?:[-—.]\d+)?\s*[:：、.]?\s*/;
const AFTER_NAME = /(?:主要|核心|目标)*指标(?:体系|表|一览表|情况)?$|一览表$|情况表$/;
const STAGE = /征求意见稿|送审稿|讨论稿|草案|审议稿|报批稿/;
const PLACE = /^(?:关于)?([\u4e00-\u9fff]{1,6}?(?:自治州|自治县|自治区|地区|省|市|县|区|盟|旗|镇|乡|街道))/;

/** 岳阳楼区卫健局, but not 市卫健局 or 各县区政府 */
const OF_BUREAU =
  /(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,4}?[市县区州盟旗])(?=[\u4e00-\u9fff]{1,10}?[局委办厅府])/g;
const NO_PLACE = /^(?:各|全|本|有关|相关|所在|属地|开发|高新|经开)|[、和及]/;
const MOST_PLACES = 3;

/** Places that bureaus are named after, the most frequent first. */
function placesIn(table: SourceTable): string[] {
  const counts = new Map<string, number>();
  for (const [, place] of printedIn(table).join("\n").matchAll(OF_BUREAU))
    if (!NO_PLACE.test(place!)) counts.set(place!, (counts.get(place!) ?? 0) + 1);
  return [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)!).slice(0, MOST_PLACES);
}

function placeOf(table: SourceTable, questions: Questions, known: Plan | null): string {
  const { title } = table;
  const found = PLACE.exec(simplified(fold(title)).replace(BEFORE_NAME, ""))?.[1];
  if (found !== undefined) return found;
  const printed = placesIn(table);
  // the place of the plan in use where nothing else speaks
  const places = printed.length > 0 ? printed : known?.place.name ? [known.place.name] : [];
  // a place tells which names of bureaus are one
  if (places.length === 0 || !table.columns.some(({ role }) => role === "responsible" || role === "lead"))
    return "";
  return questions.ask({
    id: "head place",
    place: "整张表",
    printed: title,
    asks: "表上没有写是哪个地区的规划，是哪里的？",
    proposals: [
      { id: "", words: "不写地区", follows: "责任单位按表上的写法，不加地名" },
      ...places.map((one) => ({ id: one, words: one, follows: `“${one}民政局”与“民政局”算同一个单位` })),
    ],
  });
}

function nameOf(title: string, { targetYear, baselineYear }: PlanYears, questions: Questions): string {
  const bare = title
    .trim()
    .replace(BEFORE_NAME, "")
    .replace(/[(（](?:征求意见稿|送审稿|讨论稿|草案|审议稿|报批稿)[)）]/, "");
  const short = bare.replace(AFTER_NAME, "").trim();
  const name = short === "" ? bare.trim() : short;
  if (fold(name) !== "") return name;
  const whole =
    targetYear - baselineYear === 1 ? `${targetYear}年计划` : `${baselineYear + 1}—${targetYear}年规划`;
  const proposals = [whole, `${targetYear}年主要指标`];
  return questions.ask({
    id: "head name",
    place: "整张表",
    printed: title,
    asks: "表上没有标题，这个规划叫什么？采用后可在“规划指标”表上改成全名。",
    proposals: proposals.map((name) => ({ id: name, words: name, follows: `表和报告里写作“${name}”` })),
  });
}

/** The plan's head; what the table does not say is asked. */
export function headOf(table: SourceTable, questions: Questions, known: Plan | null): DraftHead {
  const years = yearsOf(table, questions, known);
  return {
    name: nameOf(table.title, years, questions),
    place: placeOf(table, questions, known),
    stage: STAGE.exec(table.title)?.[0] ?? "",
    ...years,
  };
}
