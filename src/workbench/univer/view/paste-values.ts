import {
  type ISheetClipboardHook,
  type ISheetClipboardService,
  PREDEFINED_HOOK_NAME_PASTE,
} from "@univerjs/sheets-ui";
import type { Area } from "../../engine/engine";

export interface Protection {
  isProtected: (sheet: string) => boolean;
  /** Says so itself when something cannot be pasted there. */
  accepts: (sheet: string, area: Area) => boolean;
}

type PasteTo = Parameters<NonNullable<ISheetClipboardHook["onBeforePaste"]>>[0];

const areaOf = ({ range: { rows, cols } }: PasteTo): Area => ({
  row: rows[0]!,
  column: cols[0]!,
  rows: rows.at(-1)! - rows[0]! + 1,
  columns: cols.at(-1)! - cols[0]! + 1,
});

const { DEFAULT_PASTE, SPECIAL_PASTE_VALUE } = PREDEFINED_HOOK_NAME_PASTE;

const bound = (hook?: ISheetClipboardHook): ISheetClipboardHook["onPasteCells"] =>
  hook?.onPasteCells?.bind(hook);

/** Into a protected sheet only values are pasted, so that looks, locks and rules of its entry cells stay; elsewhere all is. */
export function pasteValues(clipboard: ISheetClipboardService, { isProtected, accepts }: Protection): void {
  const values = (): ISheetClipboardHook["onPasteCells"] =>
    bound(clipboard.getClipboardHooks().find(({ id }) => id === SPECIAL_PASTE_VALUE));
  const taught = new WeakSet<ISheetClipboardHook>();
  const teach = (hook: ISheetClipboardHook): void => {
    const onPasteCells = bound(hook);
    if (taught.has(hook) || !onPasteCells) return;
    taught.add(hook);
    hook.onPasteCells = (from, to, data, payload) => {
      if (!isProtected(to.subUnitId)) return onPasteCells(from, to, data, payload);
      const paste = (hook.id === DEFAULT_PASTE && values()) || onPasteCells;
      return paste(from, to, data, { ...payload, pasteType: SPECIAL_PASTE_VALUE });
    };
  };
  clipboard.addClipboardHook({
    id: "workbench-protection",
    onBeforePaste: (to) => {
      // by now every plugin has its hooks there
      clipboard.getClipboardHooks().forEach(teach);
      return accepts(to.subUnitId, areaOf(to));
    },
  });
}
