import type { MergeTarget } from "../excel/merge";
import type { Incoming, MergeItem, MergeReport, Option, ToldFile } from "../exchange";
import type { Plan } from "../plan";
import { storeOfPlan } from "./store";

/** One way to decide about a cell, in words. */
export interface ToldOption extends Pick<Option, "id" | "kind" | "held" | "from"> {
  words: string;
}

/** A cell that files say something about, in words. */
export interface ToldItem {
  item: MergeItem;
  /** what the workbook has */
  old: string;
  options: ToldOption[];
  /** what is taken unless the user says otherwise: the option's id */
  usual: string | undefined;
}

/** A returned file, with the ways in which it can be merged. */
export interface ComparedFile extends ToldFile {
  /** null: the file is left out; a number: this alternative; absent: as it is */
  choice: number | null | undefined;
  /** it can be merged as it is, or left out */
  plain: boolean;
  alternatives: string[];
}

/** What 汇总 found in the chosen files; nothing is written yet. */
export interface Comparison {
  report: MergeReport;
  period: string;
  items: ToldItem[];
  files: ComparedFile[];
  /** what has no place in this workbook */
  unplaced: string[];
  /** figures that are archived may become others, which wants a reason */
  revises: boolean;
  /** ledgers that would be begun anew, since their sheet is gone: a sentence each */
  gone: string[];
  /** the same, with another choice for one file */
  choosing: (file: number, choice: number | null | undefined) => Comparison;
}

/** What 汇总 found, until it is written or dropped. */
export const comparison = storeOfPlan<{ found: Comparison | null }>({ found: null });

type Exchange = typeof import("../exchange");

/** Compares files with the workbook as the user chose for each. */
export function comparisonOf(
  lib: Exchange,
  plan: Plan,
  target: MergeTarget,
  incoming: readonly Incoming[],
  period: string,
  choices: readonly (number | null | undefined)[],
): Comparison {
  const { asDecided, goneBefore, isRevision, mergeReport, optionsOf } = lib;
  const { tellFile, tellUnplaced, tellValue, usualChoice } = lib;
  const report = mergeReport(
    plan,
    target,
    incoming.map((one, i) => asDecided(one, choices[i])),
    period,
  );
  const items = [...report.items, ...report.past.flatMap((one) => one.items)];
  return {
    report,
    period,
    items: items.map((item) => ({
      item,
      old: tellValue(item, item.old),
      options: optionsOf(item.offers).map((option) => ({ ...option, words: tellValue(item, option.value) })),
      usual: usualChoice(item),
    })),
    revises: items.some(isRevision),
    gone: goneBefore(report, plan),
    files: report.files.map((file, i) => ({
      ...tellFile(file),
      choice: choices[i],
      plain: !incoming[i]!.refused,
      alternatives: incoming[i]!.alternatives.map(({ words }) => words),
    })),
    unplaced: tellUnplaced(report, plan),
    choosing: (file, choice) =>
      comparisonOf(
        lib,
        plan,
        target,
        incoming,
        period,
        incoming.map((_, i) => (i === file ? choice : choices[i])),
      ),
  };
}
