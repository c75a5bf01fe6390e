import type { Grid } from "../grid";

/** A version of a table: what it calls otherwise than the one before, so that a sheet of an earlier one reads as today's. */
export interface Version {
  version: number;
  /** what came with it, for whoever looks */
  brought: string;
  /** headers before → id of the column */
  headers?: Readonly<Record<string, string>>;
  /** labels before → id of the slot */
  labels?: Readonly<Record<string, string>>;
}

/** What a workbook says that a sheet was made from: `form@3 suzhou-yilaoyixiao@1`. */
export interface Template {
  version: number;
  /** id and version of the plan */
  plan: string;
}

/** Null for what no version of ours wrote. */
export function readTemplate(text: unknown): Template | null {
  const [, version, plan] = (typeof text === "string" && /^form@(\d+) ([^@\s]+@.+)$/.exec(text)) || [];
  return version && plan ? { version: Number(version), plan } : null;
}

/** How a sheet stands to today's: `other`, of another plan or of none that is known. */
export type Age = "current" | "older" | "newer" | "other";

/** As far as a table sheet says from what it is made. */
interface Made {
  template: readonly [own: string, ...earlier: string[]];
  names: Readonly<Record<string, string>>;
}

/** By the sheet's own name for its template, else by the earlier ones; a sheet without any is taken for today's. */
export function ageOf({ names }: Grid, sheet: Made): Age {
  const found = sheet.template.map((name) => names?.get(name) ?? null).find((target) => target !== null);
  const own = sheet.names[sheet.template[0]];
  if (typeof found !== "string" || found === own) return "current";
  const [made, today] = [readTemplate(found), readTemplate(own)];
  if (!made || !today) return "other";
  if (made.version !== today.version) return made.version > today.version ? "newer" : "older";
  return "other";
}

/** What earlier versions called a column or a slot, with its id. */
export const earlierNames = (
  { versions }: { versions: readonly Version[] },
  of: "headers" | "labels",
): [was: string, id: string][] => versions.flatMap((version) => Object.entries(version[of] ?? {}));
