import { element } from "./developer/element";

const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What can be opened, and what is refused with a sentence that says what to do. */
const OFFERED = ".xlsx,.xlsm,.xltx,.xltm,.xlsb,.xls,.et,.ods";

/** Lets the user choose a workbook's file. Null when none is chosen. */
export function chooseFile(): Promise<File | null> {
  const input = element("input", { type: "file", accept: OFFERED });
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve(input.files?.[0] ?? null));
    input.addEventListener("cancel", () => resolve(null));
    input.click();
  });
}

export function saveFile(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: KIND }));
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
