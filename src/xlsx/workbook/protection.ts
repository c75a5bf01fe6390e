import { elements } from "..";
import { PROTECTION_OPTIONS, type SheetState } from "../../grid";
import { FILE_NAMES, fileName } from "../write/protection";

/** A password as a file has it: nobody can tell it from this. `password` is the old kind, four hexadecimal digits. */
export type Hash = Partial<Record<(typeof HASH)[number], string>>;
const HASH = ["algorithmName", "hashValue", "saltValue", "spinCount", "password"] as const;

/** The library has no place for the old kind of hash. */
export const withOldHash = (xml: string, protection: SheetState["protection"]): string => {
  const password = protection?.hash?.password;
  return password ? xml.replace("<sheetProtection ", `<sheetProtection password="${password}" `) : xml;
};

export const hasOldHash = (protection: SheetState["protection"]): boolean =>
  Boolean(protection?.hash?.password);

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
