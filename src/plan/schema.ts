import * as z from "zod/mini";
import { CHECK_COMPARISONS, LEVELS } from "./check";
import { isCellSafe } from "./codes";
import { planFault } from "./issues";
import { TARGET_TYPES, type TargetType } from "./target-type";

/*
 * What a plan's file may say. The file states only what its plan prints, and what inference would get wrong.
 * Nothing but `openPlan` reads it: a compiled plan needs no schema.
 */

const text = z.string().check(z.trim(), z.minLength(1));
const year = z.int().check(z.gte(1900), z.lte(2999));
/** null: none */
const bound = z.optional(z.nullable(z.number()));

const milestone = z.object({
  year,
  value: z.number(),
  /** as printed, where it is a column of the plan's table */
  text: z.optional(text),
  /** the plan's sentence that states it */
  source: z.optional(text),
});

const targetType = z.enum(Object.keys(TARGET_TYPES) as [TargetType, ...TargetType[]]);

const indicator = z.object({
  code: text.check(
    z.refine(isCellSafe, "指标代码放进单元格会变样（像数、日期或公式），请加字母，例如 A01、指标1"),
  ),
  /** 序号; absent: its place in the plan */
  number: z.optional(z.int().check(z.gte(1))),
  /** as printed, with the unit in brackets at its end unless `unit` says it */
  label: text,
  /** 计量单位, where the label does not end with it; empty: there is none */
  unit: z.optional(z.string().check(z.trim())),
  /** as printed, to the letter; blanks round it mean nothing */
  baseline: z.string().check(z.trim()),
  target: z.string().check(z.trim()),
  /** 目标类型, where the printed target does not settle it */
  type: z.optional(targetType),
  /** 约数: how far from the printed target is still met, percent */
  within: z.optional(z.number().check(z.positive())),
  /** 责任部门 as printed; empty where the plan names none */
  responsible: z._default(z.string().check(z.trim()), ""),
  /** the first of them, where the plan says who leads: 牵头部门 */
  lead: z.optional(text),
  /** 约束性, 预期性 */
  attribute: z.optional(text),
  /** code of the indicator of which this is a part: 其中 */
  partOf: z.optional(text),
  /** why something is stated that would be inferred otherwise, and what else is to be known */
  note: z.optional(text),
  direction: z.optional(z.enum(["higher", "lower"])),
  min: bound,
  max: bound,
  whole: z.optional(z.boolean()),
  decimals: z.optional(z.int().check(z.gte(0), z.lte(6))),
  milestones: z._default(z.array(milestone), []),
});

const section = z.object({
  /** `一、养老方面`; empty where the plan has no sections */
  title: z.string().check(z.trim()),
  /** 领域 */
  field: z.string().check(z.trim()),
  indicators: z.array(indicator).check(z.minLength(1)),
  /** 补充指标: on forms only where they are chosen */
  optional: z.optional(z.literal(true)),
});

const task = z.object({
  number: z.int().check(z.gte(1)),
  text,
  /** 责任单位 as printed; empty where the plan names none */
  responsible: z._default(z.string().check(z.trim()), ""),
  /** the plan's cell of bureaus to the letter, where it says who leads and who helps */
  printed: z.optional(text),
  /** 完成时限 as printed */
  deadline: z.optional(text),
});

const bureau = z.object({
  name: text,
  aliases: z._default(z.array(text), []),
  contact: z.optional(text),
  phone: z.optional(text),
});

const check = z.object({
  left: text,
  comparison: z.enum(CHECK_COMPARISONS),
  right: text,
  level: z.enum(LEVELS),
  words: z.optional(text),
});

const planFile = z.object({
  /** absent: made of place and name */
  id: z.optional(text.check(z.regex(/^[a-z0-9-]+$/))),
  version: text,
  /** 宿州市; absent where the plan is not one place's */
  place: z.optional(text),
  /** what stands for the whole place, where it is not 全 and its level */
  whole: z.optional(text),
  name: text,
  stage: z.optional(text),
  indicatorTable: z.object({
    title: text,
    source: text,
    baselineHeader: z.optional(text),
    targetHeader: z.optional(text),
  }),
  taskTable: z.object({ title: text, source: text }),
  baselineYear: year,
  targetYear: year,
  /** code of the indicator that examples are made of; absent: one that grows */
  example: z.optional(text),
  sections: z.array(section).check(z.minLength(1)),
  tasks: z.array(task),
  bureaus: z.array(bureau),
  /** what holds between indicators; absent: the plan has no sheet for it */
  checks: z.optional(z.array(check)),
  /** indicators that have left the plan: their codes are given to no other */
  retired: z.optional(z.array(z.object({ code: text, label: z.string() }))),
});

export type PlanFile = z.output<typeof planFile>;
export type IndicatorFile = z.output<typeof indicator>;
export type Milestone = z.output<typeof milestone>;

/** Reads a plan's file as far as each part can be checked by itself. @throws Error naming every fault and its place */
export function readPlanFile(data: unknown): PlanFile {
  const read = planFile.safeParse(data);
  if (read.success) return read.data;
  throw planFault(read.error.issues.map((i) => `${i.path.join(".") || "plan"}: ${i.message}`));
}
