import { hash } from "../text";
import type { Bureau, Plan } from "../plan";
import { calculationOf } from "./calculation";
import { area, COLORS, FONT, type SheetLayout } from "../grid";
import { expandTable } from "../tables";
import { FORM_VERSION, NAMES, type TableKind, TABLES } from "../sheets";
import { PLAIN_FORMULAS } from "../plain";
import type { GivenLine } from "./given";

/** Says of a file what it was made from and for whom. Visible to whoever looks: a hidden sheet, names and properties. */
export interface Identity {
  /** the form's version */
  template: string;
  planId: string;
  planVersion: string;
  planName: string;
  city: string;
  /** canonical name */
  bureau: string;
  period: string;
  /** of the tables as they were handed out */
  fingerprint: string;
  /** of the sheet 计算过程 as it was handed out; empty in files of earlier versions, of which nobody can tell */
  calculation: string;
}

export const IDENTITY_SHEET = "文件信息";

/** How each part is labelled on the sheet 文件信息, and was in earlier versions, and the workbook name that points at it. */
export const IDENTITY_LABELS: Record<keyof Identity, { label: string; earlier?: string; name: string }> = {
  template: { label: "表样版本", name: NAMES.template },
  planId: { label: "规划代号", name: "YIZHI_PLAN" },
  planVersion: { label: "规划版本", name: "YIZHI_PLAN_VERSION" },
  planName: { label: "规划名称", name: "YIZHI_PLAN_NAME" },
  city: { label: "地区", earlier: "城市", name: "YIZHI_CITY" },
  bureau: { label: "填报单位", name: "YIZHI_FILE_BUREAU" },
  period: { label: "分发报告期", name: "YIZHI_FILE_PERIOD" },
  fingerprint: { label: "表样指纹", name: "YIZHI_FINGERPRINT" },
  calculation: { label: "计算过程指纹", name: "YIZHI_CALCULATION" },
};

const made = new WeakMap<Plan, Map<string, string>>();

/**
 * The same for every period: rows, codes, headers, plan figures and formulas of all tables. Made once per plan and bureau.
 * @param bureau undefined: the whole place
 */
export function fingerprint(plan: Plan, bureau: Bureau | undefined): string {
  const ofPlan = made.get(plan) ?? new Map<string, string>();
  made.set(plan, ofPlan);
  const name = bureau?.name ?? "";
  const known = ofPlan.get(name) ?? fingerprintOf(plan, bureau);
  ofPlan.set(name, known);
  return known;
}

function fingerprintOf(plan: Plan, bureau: Bureau | undefined): string {
  const options = { ...(bureau && { bureau }), formulas: PLAIN_FORMULAS };
  const cells = TABLES.map((kind: TableKind) => expandTable(kind.build(plan, options)).cells);
  return hash(JSON.stringify(cells));
}

/** @param bureau undefined: the whole place */
export function identityOf(plan: Plan, bureau: Bureau | undefined, period: string): Identity {
  const name = bureau?.name ?? plan.place.whole;
  return {
    template: FORM_VERSION,
    planId: plan.id,
    planVersion: plan.version,
    planName: plan.name,
    city: plan.place.name,
    bureau: name,
    period,
    fingerprint: fingerprint(plan, bureau),
    calculation: hash(calculationOf(plan, name).join("\n")),
  };
}

const NOTE = "本表记载文件的来历，供汇总时核对，不含密码和个人信息，请勿修改。";

/** The hidden sheet 文件信息: one row per part, its value named; below it, what cells were handed out with. */
export function identityLayout(identity: Identity, given: readonly GivenLine[] = []): SheetLayout {
  const parts = Object.entries(IDENTITY_LABELS) as [keyof Identity, { label: string; name: string }][];
  const [own, rows] = [parts.length + 2, parts.length + 2 + given.length];
  return {
    name: IDENTITY_SHEET,
    cells: [
      ["文件信息", ""],
      ...parts.map(([id, { label }]) => [label, identity[id]]),
      [NOTE, ""],
      ...given.map((line) => [...line]),
    ],
    numberFormats: Array.from({ length: rows }, (_, row) => ["General", row < own ? "@" : "General"]),
    styles: [
      {
        areas: [area(0, 0, rows, 2)],
        style: { font: { name: FONT, size: 10, color: COLORS.text }, vertical: "Center", locked: true },
      },
      { areas: [area(0, 0)], style: { font: { bold: true } } },
    ],
    merges: [],
    columnWidths: [16, 60],
    rowHeights: [],
    validations: [],
    highlights: [],
    names: Object.fromEntries(parts.map(([, { name }], i) => [name, area(i + 1, 1)])),
    frozenRows: 1,
    print: {
      orientation: "portrait",
      title: area(0, 0),
      footer: "第 &P 页，共 &N 页",
    },
    hidden: true,
  };
}
