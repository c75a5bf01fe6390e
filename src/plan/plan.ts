import type { Direction } from "./better";
import type { Check } from "./check";
import type { Printed } from "./notation";
import type { Place } from "./place";
import type { Milestone } from "./schema";
import type { TargetType } from "./target-type";
import type { PlanYears } from "./years";

/** One indicator as the plan prints it and as it is understood. `min`, `max` and all values are in `unit`; rates are 0 to 100. */
export interface Indicator {
  readonly code: string;
  readonly number: number;
  /** as printed, the unit in brackets */
  readonly label: string;
  readonly name: string;
  /** empty where there is none, as of a target in words */
  readonly unit: string;
  /** 领域 of its section; empty where the plan has no sections */
  readonly field: string;
  readonly baseline: Printed;
  readonly target: Printed;
  /** 目标类型: how the target is judged */
  readonly type: TargetType;
  /** 责任部门 as printed, and one by one */
  readonly responsible: string;
  readonly bureaus: readonly string[];
  /** 牵头部门, 属性, the indicator of which it is a part, 备注: absent where the plan says none */
  readonly lead?: string;
  readonly attribute?: string;
  readonly partOf?: string;
  readonly note?: string;
  readonly direction: Direction;
  /** absent: no bound */
  readonly min?: number;
  readonly max?: number;
  readonly whole: boolean;
  readonly decimals: number;
  readonly milestones: readonly Milestone[];
}

export interface Section {
  /** `一、养老方面`; empty where the plan has no sections */
  readonly title: string;
  /** 领域 */
  readonly field: string;
  readonly indicators: readonly Indicator[];
  /** 补充指标: on forms only where they are chosen */
  readonly optional?: true;
}

export interface Task {
  readonly number: number;
  readonly text: string;
  /** 责任单位, the leading one first, and one by one */
  readonly responsible: string;
  readonly units: readonly string[];
  /** the plan's cell of bureaus to the letter, where it says who leads and who helps */
  readonly printed?: string;
  /** 完成时限 as printed */
  readonly deadline?: string;
}

export interface Bureau {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly contact?: string;
  readonly phone?: string;
}

/** An indicator that has left the plan. */
export interface Retired {
  readonly code: string;
  /** name and unit, to know it by when it comes back; "" where nobody knows them any more */
  readonly label: string;
}

/** What is found by text, and by bureau; made once, with the plan. */
export interface PlanIndex {
  /** by code, name and label, folded, in capitals: a text may name several */
  readonly indicators: ReadonlyMap<string, readonly Indicator[]>;
  /** by every name and spelling, folded */
  readonly bureaus: ReadonlyMap<string, Bureau>;
  /** what a bureau answers for, alone or jointly, in the plan's order; by canonical name */
  readonly indicatorsOf: ReadonlyMap<string, readonly Indicator[]>;
  readonly tasksOf: ReadonlyMap<string, readonly Task[]>;
}

/** A plan, whole and understood. Nothing changes it: another version is another plan. */
export interface Plan extends PlanYears {
  readonly id: string;
  readonly version: string;
  readonly place: Place;
  readonly name: string;
  /** 征求意见稿; absent of one in force */
  readonly stage?: string;
  readonly indicatorTable: {
    readonly title: string;
    readonly source: string;
    readonly baselineHeader: string;
    readonly targetHeader: string;
  };
  readonly taskTable: { readonly title: string; readonly source: string };
  /** those in use */
  readonly sections: readonly Section[];
  /** with those of 补充指标, in use or not; absent: there are none */
  readonly allSections?: readonly Section[];
  readonly tasks: readonly Task[];
  readonly bureaus: readonly Bureau[];
  /** what holds between indicators; absent: the plan has no sheet for it */
  readonly checks?: readonly Check[];
  /** whose codes are given to no other; absent: none */
  readonly retired?: readonly Retired[];
  /** the indicator that examples are made of */
  readonly example: Indicator;
  readonly index: PlanIndex;
}

/** A plan as plain data: understood, and without what finds something in it. */
export type PlanParts = Omit<Plan, "index" | "example" | "allSections"> & {
  /** code of the indicator that examples are made of */
  readonly example: string;
};

/** The indicators of the sections in use, in the plan's order. */
export const indicatorsOf = (plan: Pick<Plan, "sections">): Indicator[] =>
  plan.sections.flatMap((s) => s.indicators);

type Whole = Pick<Plan, "sections" | "allSections">;
export const allSectionsOf = ({ sections, allSections }: Whole): readonly Section[] =>
  allSections ?? sections;

/** Those of sections that are not in use too: their codes are taken, and their sheets say them. */
export const allIndicatorsOf = (plan: Whole): Indicator[] => indicatorsOf({ sections: allSectionsOf(plan) });
