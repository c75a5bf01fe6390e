import type { Worksheet, WorksheetProtection } from "@cj-tech-master/excelts";
import { elements } from "..";
import { PROTECTION_OPTIONS, type SheetState } from "../../grid";

/** `allowSort` ↔ `sort` */
const inFile = (option: string): string => option.charAt(5).toLowerCase() + option.slice(6);
const FILE_NAMES: Record<string, string> = { allowEditObjects: "objects", allowEditScenarios: "scenarios" };
const fileName = (option: string): string => FILE_NAMES[option] ?? inFile(option);

const SELECTION: Record<string, Partial<WorksheetProtection>> = {
  Normal: {},
  Unlocked: { selectLockedCells: false },
  None: { selectLockedCells: false, selectUnlockedCells: false },
};

/** A password as a file has it: nobody can tell it from this. `password` is the old kind, four hexadecimal digits. */
export type Hash = Partial<Record<(typeof HASH)[number], string>>;
const HASH = ["algorithmName", "hashValue", "saltValue", "spinCount", "password"] as const;

/** Excel takes 100,000 turns, for which a browser without its own code takes seconds; any number is good for Excel. */
const TURNS = 1000;

/** What is written of a protection that a file brought with its hash: the same hash. Otherwise undefined. */
const hashOf = (protection: NonNullable<SheetState["protection"]>): Hash | undefined => protection.hash;

export async function writeProtection(sheet: Worksheet, protection: SheetState["protection"]): Promise<void> {
  if (!protection) return;
  const hash = hashOf(protection);
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

/** The library has no place for the old kind of hash. */
export const withOldHash = (xml: string, protection: SheetState["protection"]): string => {
  const password = protection && hashOf(protection)?.password;
  return password ? xml.replace("<sheetProtection ", `<sheetProtection password="${password}" `) : xml;
};

export const hasOldHash = (protection: SheetState["protection"]): boolean =>
  Boolean(protection && hashOf(protection)?.password);

/** A password is in the file as a hash only: nothing that is typed can be it, so the sheet stays protected. */
export function readProtection(xml: string): SheetState["protection"] {
  const [element] = elements(xml, "sheetProtection");
  const isOn = (name: string): boolean => ["1", "true"].includes(element?.attribute(name) ?? "");
  if (!element || !isOn("sheet")) return null;
  // objects and scenarios are free unless the file says so, all else is locked unless it says 0
  const free = (name: string): boolean => ["0", "false"].includes(element.attribute(name) ?? "");
  const allowed = (name: string): boolean =>
    Object.values(FILE_NAMES).includes(name) ? !isOn(name) : free(name);
  const hash = Object.fromEntries(
    HASH.flatMap((name) => {
      const value = element.attribute(name);
      return value ? [[name, value]] : [];
    }),
  ) as Hash;
  const secret = hash.hashValue ?? hash.password;
  return {
    ...Object.fromEntries(PROTECTION_OPTIONS.map((option) => [option, allowed(fileName(option))])),
    selectionMode: isOn("selectUnlockedCells") ? "None" : isOn("selectLockedCells") ? "Unlocked" : "Normal",
    password: secret ?? "",
    ...(secret !== undefined && { hash }),
  };
}
