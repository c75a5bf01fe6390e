import { type Area, area, type Cell, type SheetLayout, type StyleRule } from "../../grid";
import {
  allIndicatorsOf,
  allSectionsOf,
  type Check,
  givenVersion,
  type Indicator,
  LABEL,
  lastCodesWords,
  meaningsOf,
  type Plan,
  placeOf,
  retiredWords,
  type Section,
  TARGET_TYPES,
} from "../../plan";
import { expandTable, frameOf, type TableSheet } from "../../tables";
import { AFTER_YEARS, BEFORE_YEARS, OPTIONAL, type PlanRow, SOURCES, yearColumn } from "./columns";
import { orderWords } from "./sections";
import { bureauSheet, checkSheet, indicatorSheet, planTaskSheet } from "./sheets";
import { DIRECTION_WORDS, NO, NONE, withinWords, YES } from "./words";

/** Empty rows below each table, in which something can be added. */
const SPARE_ROWS = 30;

const withSpare = (rows: PlanRow[]): PlanRow[] => [
  ...rows,
  ...Array.from({ length: SPARE_ROWS }, (): PlanRow => ({})),
];

/** The years between in which the plan has targets, in their order. */
const yearsBetween = (plan: Plan): number[] =>
  [...new Set(allIndicatorsOf(plan).flatMap(({ milestones }) => milestones.map(({ year }) => year)))].sort();

const WITHIN_DIGITS = 6;

/** `区间`, or `区间±5%` where the printed target does not say the range itself. */
function typeWords({ type, target, name, unit }: Indicator): string {
  const { text, notation } = target;
  if (type !== "range" || notation.kind !== "range") return TARGET_TYPES[type];
  const { from, to } = notation;
  const isSaid = meaningsOf(text, { name, unit }).some(
    (way) => way.notation.kind === "range" && way.notation.from === from && way.notation.to === to,
  );
  const within = Number(((100 * (to - from)) / Math.abs(to + from)).toFixed(WITHIN_DIGITS));
  return isSaid ? TARGET_TYPES.range : withinWords(within);
}

/** A unit of none is said where the name ends like one with a unit. */
const unitWords = ({ unit, label }: Indicator): string => (unit === "" && LABEL.test(label) ? NONE : unit);

function rowOf(indicator: Indicator, { title, field, optional }: Section): PlanRow {
  const { milestones, min, max, lead, attribute, partOf, note } = indicator;
  const sources = milestones.flatMap(({ year, source }) => (source ? [`${year}年：${source}`] : []));
  return {
    code: indicator.code,
    number: indicator.number,
    field,
    label: indicator.label,
    unit: unitWords(indicator),
    baseline: indicator.baseline.text,
    target: indicator.target.text,
    responsible: indicator.responsible,
    lead: lead ?? "",
    direction: DIRECTION_WORDS[indicator.direction],
    type: typeWords(indicator),
    min: min ?? NONE,
    max: max ?? NONE,
    whole: indicator.whole ? YES : NO,
    decimals: indicator.decimals,
    partOf: partOf ?? "",
    attribute: attribute ?? "",
    title: title === field ? "" : title,
    note: note ?? "",
    sources: sources.join("\n"),
    optional: optional ? YES : "",
    ...Object.fromEntries(milestones.map(({ year, text, value }) => [`year ${year}`, text ?? String(value)])),
  };
}

function indicatorColumns(plan: Plan) {
  const { baselineHeader, targetHeader } = plan.indicatorTable;
  const hasSources = allIndicatorsOf(plan).some(({ milestones }) => milestones.some(({ source }) => source));
  return [
    ...BEFORE_YEARS,
    yearColumn("baseline", baselineHeader),
    ...yearsBetween(plan).map((year) => yearColumn(`year ${year}`, `${year}年(目标)`)),
    yearColumn("target", targetHeader),
    ...AFTER_YEARS,
    ...(hasSources ? [SOURCES] : []),
    ...(plan.allSections ? [OPTIONAL] : []),
  ];
}

function headOf(plan: Plan): Record<string, Cell> {
  const { place, name, stage = "", indicatorTable, baselineYear, targetYear } = plan;
  return {
    name,
    place: place.name,
    stage,
    version: givenVersion(plan.version),
    baselineYear,
    targetYear,
    title: indicatorTable.title,
    source: indicatorTable.source,
    whole: placeOf(place.name).whole === place.whole ? "" : place.whole,
    example: plan.example.code,
    order: orderWords(allSectionsOf(plan)),
    id: plan.id,
    retired: retiredWords(plan.retired ?? []) || NONE,
    lastCodes: lastCodesWords(plan) || NONE,
  };
}

const checkRow = ({ left, comparison, right, level, words = "" }: Check): PlanRow => ({
  ...{ left, comparison, right, level, words },
});

/** The sheets 规划指标, 规划任务, 规划单位 and, where it has one, 规划校核 of a plan as tables, with rows to spare. */
export function planSheets(plan: Plan): TableSheet<PlanRow>[] {
  const { title, source } = plan.taskTable;
  const indicators = allSectionsOf(plan).flatMap((section) =>
    section.indicators.map((one) => rowOf(one, section)),
  );
  const tasks = plan.tasks.map(({ number, text, responsible, printed = "", deadline = "" }): PlanRow => ({
    number,
    text,
    responsible,
    deadline,
    printed,
  }));
  const bureaus = plan.bureaus.map(({ name, aliases, contact = "", phone = "" }): PlanRow => ({
    name,
    aliases: aliases.join("、"),
    contact,
    phone,
  }));
  return [
    indicatorSheet(indicatorColumns(plan), headOf(plan), withSpare(indicators)),
    planTaskSheet({ plan: plan.name, title, source }, withSpare(tasks)),
    bureauSheet({ plan: plan.name }, withSpare(bureaus)),
    ...(plan.checks ? [checkSheet({ plan: plan.name }, withSpare(plan.checks.map(checkRow)))] : []),
  ];
}

/** From the title to the last row in which something stands: rows to spare and the note would be pages of nothing. */
function printed(sheet: TableSheet<PlanRow>): Area {
  const { header, records, width } = frameOf(sheet);
  return area(0, 0, header + 1 + records.length - SPARE_ROWS, width);
}

/** The same as layouts, as they are written into a workbook or a file. */
export const planSheetLayouts = (plan: Plan): SheetLayout[] =>
  planSheets(plan).map((sheet) => {
    const layout = expandTable(sheet);
    // in sight beside the columns that stay, however wide the table is
    const title: StyleRule = { areas: [area(0, 0)], style: { horizontal: "Left" } };
    return { ...layout, styles: [...layout.styles, title], print: { ...layout.print, area: printed(sheet) } };
  });
