/** What this machine remembers of the pane; everything else lives in the workbook. */
const KEYS = { bureau: "yizhi.bureau", view: "yizhi.view" } as const;
export type Remembered = keyof typeof KEYS;

/** In a browser, pages that show Excel share a storage and tell by Office's key whose is whose; known once Office is ready. */
const keyOf = (what: Remembered): string => `${globalThis.Office?.context?.partitionKey ?? ""}${KEYS[what]}`;

/** Null when nothing is remembered, or the browser forbids storage. */
export function recall(what: Remembered): string | null {
  try {
    return localStorage.getItem(keyOf(what));
  } catch {
    return null;
  }
}

/** Null forgets. A browser that forbids storage only forgets when the pane closes. */
export function remember(what: Remembered, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(keyOf(what));
    else localStorage.setItem(keyOf(what), value);
  } catch {
    // nothing to do: the choice still holds until the pane closes
  }
}

/** Calls the listener when another pane on this machine changes what is remembered. */
export const onRemembered = (what: Remembered, listener: (value: string | null) => void): void =>
  addEventListener("storage", ({ key, newValue }) => {
    if (key === keyOf(what)) listener(newValue);
  });
