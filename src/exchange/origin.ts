import { findBureau, type Plan } from "../plan";
import { folded, valueAt } from "../grid";
import { FORM_VERSION } from "../sheets";
import type { FoundTable } from "./found-table";
import { fingerprint, IDENTITY_LABELS, IDENTITY_SHEET, type Identity } from "./identity";
import type { IncomingIssue } from "./incoming-issues";
import type { ReadWorkbook } from "./read";

/** What a file says of where it comes from: it was handed out, or it is a workbook in which the add-in made the form. */
export interface Origin {
  /** of a file that was handed out */
  identity: Identity | null;
  template: string;
  planId: string;
  planVersion: string;
}

/** By its names; by its labels where a program has dropped the names. */
function identityIn({ sheets, names }: ReadWorkbook): Identity | null {
  const rows = sheets.find(({ name }) => name === IDENTITY_SHEET)?.grid.values;
  if (!rows) return null;
  const labelled = (labels: string[]): unknown =>
    rows.find(([first]) => labels.some((label) => folded(first) === folded(label)))?.[1];
  const read = Object.fromEntries(
    Object.entries(IDENTITY_LABELS).map(([part, { name, label, earlier = label }]) => [
      part,
      names.get(name)?.value || String(labelled([label, earlier]) ?? ""),
    ]),
  ) as unknown as Identity;
  return read.planId === "" ? null : read;
}

/** `form@1 suzhou-yilaoyixiao@1`, as the add-in names its own workbooks */
const TEMPLATE_ID = /^form@(\S+) ([^@\s]+)@(.+)$/;

/** Null when nothing tells. */
export function originOf(workbook: ReadWorkbook): Origin | null {
  const identity = identityIn(workbook);
  if (identity) return { identity, ...identity };
  const [, template, planId, planVersion] =
    TEMPLATE_ID.exec(workbook.names.get(IDENTITY_LABELS.template.name)?.value ?? "") ?? [];
  return template && planId && planVersion ? { identity, template, planId, planVersion } : null;
}

const titled = ({ table, sheet, reading }: FoundTable): boolean =>
  sheet.grid.values
    .slice(0, reading.header)
    .some((row) => row.some((v) => folded(v) === folded(table.title)));

/** Why the file is of another plan, or may be: by what it says of itself, else by the tables' titles. */
export function planIssues(origin: Origin | null, tables: FoundTable[], plan: Plan): IncomingIssue[] {
  if (!origin) {
    if (tables.some(titled)) return [{ code: "identity-missing" }];
    const { sheet } = tables[0]!;
    const title = String(sheet.grid.values[0]?.find((v) => v !== "") ?? valueAt(sheet.grid, 0, 0));
    return [{ code: "other-plan", found: title || "别的规划", own: plan.name }];
  }
  const { identity, planId } = origin;
  if (planId !== plan.id || (identity && identity.city !== plan.place.name))
    return [{ code: "other-plan", found: identity?.planName || planId, own: plan.name }];
  return [];
}

/** The version of the plan that a file was made from, where it is another than today's; null where it is not, or nothing tells. */
export const otherVersion = (origin: Origin | null, plan: Plan): string | null =>
  origin && origin.planVersion !== plan.version ? origin.planVersion : null;

/** True for a file of another version of the sheets: its formulas and words are not today's. */
export function isOtherTemplate({ identity, template, planVersion }: Origin, plan: Plan): boolean {
  if (template !== FORM_VERSION) return true;
  // of another version of the plan the tables differ by that
  if (planVersion !== plan.version) return false;
  const bureau = identity && findBureau(identity.bureau, plan);
  return bureau?.ok ? identity!.fingerprint !== fingerprint(plan, bureau.value) : false;
}
