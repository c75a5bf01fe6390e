import type { Worksheet, WorksheetProtection } from "@cj-tech-master/excelts";
import { PROTECTION_OPTIONS, type SheetState } from "../../grid";

/** `allowSort` ↔ `sort` */
const inFile = (option: string): string => option.charAt(5).toLowerCase() + option.slice(6);
export const FILE_NAMES: Record<string, string> = {
  allowEditObjects: "objects",
  allowEditScenarios: "scenarios",
};
export const fileName = (option: string): string => FILE_NAMES[option] ?? inFile(option);

const SELECTION: Record<string, Partial<WorksheetProtection>> = {
  Normal: {},
  Unlocked: { selectLockedCells: false },
  None: { selectLockedCells: false, selectUnlockedCells: false },
};

/** Excel takes 100,000 turns, for which a browser without its own code takes seconds; any number is good for Excel. */
const TURNS = 1000;

/** The same hash for a protection that a file brought with one. */
export async function writeProtection(sheet: Worksheet, protection: SheetState["protection"]): Promise<void> {
  if (!protection) return;
  const { hash } = protection;
  const options = Object.fromEntries(
    PROTECTION_OPTIONS.map((option) => [fileName(option), Boolean(protection[option])]),
  );
  await sheet.protect(hash ? "" : String(protection.password ?? ""), {
    ...options,
    ...SELECTION[String(protection.selectionMode ?? "Normal")],
    spinCount: TURNS,
  });
  if (hash) Object.assign((sheet as unknown as { sheetProtection: object }).sheetProtection, hash);
}
