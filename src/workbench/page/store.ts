import type { WorkbookSnapshot } from "../engine/snapshot";

/** Counts up when a snapshot's shape changes: what an older version kept is not read, and not lost. */
const VERSION = 1;
const PREFIX = "yizhi-workbench";
const KEY = `${PREFIX}/${VERSION}`;
const UNREADABLE = `${PREFIX}/unreadable`;

export const STORE_MESSAGES = {
  unreadable: "浏览器里上次的工作簿读不出来，已从空白工作簿开始；原内容没有删除，点“重新开始”才会清除。",
  unsaved: "浏览器没有保存成功（存储已满或被禁用），刷新会丢失改动；请点“导出”存成 .xlsx 文件。",
} as const;

type Kept = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Where the browser keeps the workbook between visits. */
export class Store {
  /** @param storage throws where the browser forbids it */
  constructor(private readonly storage: () => Kept) {}

  /** Hands what is kept to `use`. @returns what to tell the user, or null */
  open(use: (kept: WorkbookSnapshot) => void): string | null {
    let text: string | null;
    try {
      text = this.storage().getItem(KEY);
    } catch {
      return STORE_MESSAGES.unsaved;
    }
    try {
      if (text !== null) use(JSON.parse(text) as WorkbookSnapshot);
      return null;
    } catch {
      this.put(UNREADABLE, text!);
      return STORE_MESSAGES.unreadable;
    }
  }

  /** What is kept now; null when it is nothing that can be read. */
  kept(): WorkbookSnapshot | null {
    try {
      return JSON.parse(this.storage().getItem(KEY) ?? "null") as WorkbookSnapshot | null;
    } catch {
      return null;
    }
  }

  /** @returns what to tell the user, or null */
  save(workbook: WorkbookSnapshot): string | null {
    return this.put(KEY, JSON.stringify(workbook)) ? null : STORE_MESSAGES.unsaved;
  }

  clear(): void {
    try {
      for (const key of [KEY, UNREADABLE]) this.storage().removeItem(key);
    } catch {
      // a storage that is forbidden keeps nothing
    }
  }

  private put(key: string, text: string): boolean {
    try {
      this.storage().setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }
}
