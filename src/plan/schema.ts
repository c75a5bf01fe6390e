import * as z from "zod/mini";
import { type Notation, parseNotation } from "./notation";
import { fold } from "../text";

const text = z.string().check(z.trim(), z.minLength(1));
const year = z.int().check(z.gte(1900), z.lte(2999));

const notation = z.pipe(
  z.string().check(z.refine((value) => parseNotation(value).ok, "不是指标值的写法")),
  z.transform((printed): Printed => {
    const read = parseNotation(printed);
    return { text: printed, notation: read.ok ? read.value : { kind: "none" } };
  }),
);

/** A cell of the plan's table: as printed, and as understood. */
export interface Printed {
  text: string;
  notation: Notation;
}

/** `财政(福彩公益金)投入比例 (%)`: the last bracket holds the unit. */
const LABEL = /^(.*?)\s*[(（]([^()（）]+)[)）]$/s;
const label = text.check(z.refine((value) => LABEL.test(value), "指标名称之后须有括号里的计量单位"));

const UNITS = /[、，,\s]+/;
const splitUnits = (printed: string): string[] => printed.split(UNITS).filter((unit) => unit !== "");

const milestone = z.object({
  year,
  value: z.number(),
  /** the plan's sentence that states it */
  source: text,
});

const rawIndicator = z.object({
  code: text.check(z.regex(/^[A-Z]{2}\d{2}$/)),
  number: z.int().check(z.gte(1)),
  label,
  baseline: notation,
  target: notation,
  responsible: text,
  direction: z.enum(["higher", "lower"]),
  min: z.number(),
  max: z.optional(z.number()),
  whole: z.boolean(),
  decimals: z.int().check(z.gte(0), z.lte(6)),
  milestones: z._default(z.array(milestone), []),
});

const indicator = z.pipe(
  rawIndicator,
  z.transform((raw) => {
    const [, name, unit] = LABEL.exec(raw.label)!;
    return { ...raw, name: name!, unit: unit!, bureaus: splitUnits(raw.responsible) };
  }),
);

const section = z.object({
  /** `一、养老方面` */
  title: text,
  /** 领域 */
  field: text,
  indicators: z.array(indicator).check(z.minLength(1)),
});

const task = z.pipe(
  z.object({ number: z.int().check(z.gte(1)), text, responsible: text }),
  z.transform((raw) => ({ ...raw, units: splitUnits(raw.responsible) })),
);

const bureau = z.object({ name: text, aliases: z.array(text) });

const planShape = z.object({
  id: text.check(z.regex(/^[a-z0-9-]+$/)),
  version: text,
  city: text,
  name: text,
  stage: z.optional(text),
  indicatorTable: z.object({ title: text, source: text, baselineHeader: text, targetHeader: text }),
  taskTable: z.object({ title: text, source: text }),
  baselineYear: year,
  targetYear: year,
  sections: z.array(section).check(z.minLength(1)),
  tasks: z.array(task),
  bureaus: z.array(bureau).check(z.minLength(1)),
});

/** One indicator as the plan prints it and as it is understood. `min`, `max` and all values are in `unit`; rates are 0 to 100. */
export type Indicator = z.output<typeof indicator>;
export type Section = z.output<typeof section>;
export type Task = z.output<typeof task>;
export type Bureau = z.output<typeof bureau>;
export type Plan = z.output<typeof planShape>;

/** The indicators of all sections, in the plan's order. */
export const indicatorsOf = (plan: Plan): Indicator[] => plan.sections.flatMap((s) => s.indicators);

const repeated = (values: (string | number)[]): (string | number)[] =>
  values.filter((v, i) => values.indexOf(v) !== i);

/** Rules that look across the whole plan; each gives the faults it finds. */
const WHOLE_PLAN: ((plan: Plan) => string[])[] = [
  (p) => repeated(indicatorsOf(p).map((i) => i.code)).map((code) => `指标代码 ${code} 重复`),
  (p) => repeated(p.tasks.map((t) => t.number)).map((n) => `任务序号 ${n} 重复`),
  (p) => (p.targetYear > p.baselineYear ? [] : ["目标年必须晚于基期年"]),
  (p) =>
    repeated(p.bureaus.flatMap((b) => [b.name, ...b.aliases].map(fold))).map(
      (name) => `单位名称“${name}”重复`,
    ),
  (p) => {
    const known = new Set(p.bureaus.flatMap((b) => [b.name, ...b.aliases].map(fold)));
    const used = [...indicatorsOf(p).flatMap((i) => i.bureaus), ...p.tasks.flatMap((t) => t.units)];
    return used.filter((name) => !known.has(fold(name))).map((name) => `单位“${name}”不在 bureaus 名录中`);
  },
];

/**
 * Reads and checks a plan file.
 * @throws Error naming every fault and its place; a faulty plan must never load halfway.
 */
export function loadPlan(data: unknown): Plan {
  const read = planShape.safeParse(data);
  const faults = read.success
    ? WHOLE_PLAN.flatMap((rule) => rule(read.data))
    : read.error.issues.map((i) => `${i.path.join(".") || "plan"}: ${i.message}`);
  if (read.success && faults.length === 0) return read.data;
  throw new Error(`计划文件有误：\n${faults.join("\n")}`);
}
