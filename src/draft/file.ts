import { type Place, placeOf, spellings, splitUnits } from "../plan";
import { fold } from "../text";
import type { BureauDraft, Draft, DraftIndicator, TaskDraft } from "./draft";

/** What is not "". */
export const filled = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== "" && value !== undefined),
  ) as Partial<T>;

const indicatorFile = (one: DraftIndicator, name: string): object => {
  const { code, number, baseline, target, type, direction, responsible, unit } = one;
  return {
    ...{ code, number, label: one.name, unit, baseline, target, type, direction, responsible },
    ...filled({
      within: one.within,
      lead: one.lead,
      attribute: one.attribute,
      partOf: one.partOf,
      note: one.note,
    }),
    milestones: one.milestones.map(({ year, value, text }) => ({
      ...{ year, value, text },
      source: `${name}：${year}年 ${text}`,
    })),
  };
};

const ORDER =
  /^\s*(?:[(（]?[一二三四五六七八九十百\d]+[)）]|[一二三四五六七八九十百]+\s*[、.．]|\d+\s*[、.．。])\s*/;
/** 领域 of a section: its title without what orders it. */
const fieldOf = (title: string): string => title.replace(ORDER, "").trim();

function sectionsOf({ indicators, head }: Draft): object[] {
  const sections = new Map<string, object[]>();
  for (const one of indicators) {
    if (!sections.has(one.section)) sections.set(one.section, []);
    sections.get(one.section)!.push(indicatorFile(one, head.name));
  }
  return [...sections].map(([title, all]) => ({ title, field: fieldOf(title), indicators: all }));
}

/** The bureaus given, and those that indicators and tasks name besides; another spelling of one is its alias. */
export function bureausOf(given: readonly BureauDraft[], used: readonly string[], place: Place): object[] {
  const bureaus: { name: string; aliases: string[] }[] = given.map(({ name, aliases, contact, phone }) => ({
    ...{ name, aliases: [...aliases] },
    ...filled({ contact, phone }),
  }));
  const known = new Map<string, { aliases: string[] }>();
  const learn = (name: string, bureau: { aliases: string[] }): void =>
    spellings(name, place).forEach((one) => void (known.has(one) || known.set(one, bureau)));
  const names = new Set<string>();
  for (const bureau of bureaus)
    for (const name of [bureau.name, ...bureau.aliases]) {
      names.add(fold(name));
      learn(name, bureau);
    }
  for (const name of used) {
    if (names.has(fold(name))) continue;
    names.add(fold(name));
    const same = known.get(fold(name));
    if (same) same.aliases.push(name);
    else {
      const bureau = { name, aliases: [] };
      bureaus.push(bureau);
      learn(name, bureau);
    }
  }
  return bureaus;
}

/** The plan's file for `openPlan`, made of what was read. Every draft gives one that opens. */
export function planFileOf(
  draft: Draft,
  tasks: readonly TaskDraft[],
  bureaus: readonly BureauDraft[],
): unknown {
  const { head, indicators } = draft;
  const used = [...indicators, ...tasks].flatMap(({ responsible }) => splitUnits(responsible));
  return {
    version: "1",
    ...filled({ place: head.place, stage: head.stage }),
    name: head.name,
    baselineYear: head.baselineYear,
    targetYear: head.targetYear,
    indicatorTable: { title: `${head.name}指标填报表`, source: draft.source.title.trim() || head.name },
    taskTable: { title: `${head.name}重点任务分工`, source: head.name },
    sections: sectionsOf(draft),
    tasks: tasks.map(({ number, text, responsible, printed, deadline }) => ({
      ...{ number, text, responsible },
      ...filled({ printed, deadline }),
    })),
    bureaus: bureausOf(bureaus, used, placeOf(head.place)),
  };
}
