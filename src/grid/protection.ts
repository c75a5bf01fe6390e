/** What a protection may still allow, by Excel's names. */
export const PROTECTION_OPTIONS = [
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
] as const;

export type ProtectionOption = (typeof PROTECTION_OPTIONS)[number];

/** A sheet's protection; an option that is not said is not allowed. */
export interface SheetProtection extends Partial<Record<ProtectionOption, boolean>> {
  selectionMode?: "Normal" | "Unlocked" | "None";
  /** as it was given; none: anybody takes the protection off */
  password?: string;
  /** of a password that came with a file, by the file's names: nothing that is typed is known to be it */
  hash?: Partial<Record<string, string>>;
}

/** Of all our sheets: against slips, not against people. No password; entry cells, sizes and filters stay free. */
export const PROTECTION = {
  allowFormatColumns: true,
  allowFormatRows: true,
  allowAutoFilter: true,
} as const satisfies SheetProtection;
