import { blankWorkbook, type WorkbookSnapshot } from "../../../src/workbench/engine/snapshot";
import { Store, STORE_MESSAGES } from "../../../src/workbench/page/store";

function memory(kept: Record<string, string> = {}) {
  const map = new Map(Object.entries(kept));
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
}

const workbook = blankWorkbook("one");

test("what is saved is opened, and gone once it is cleared", () => {
  const storage = memory();
  const store = new Store(() => storage);
  expect(store.save(workbook)).toBeNull();
  const opened: WorkbookSnapshot[] = [];
  expect(store.open((kept) => opened.push(kept))).toBeNull();
  store.clear();
  expect(store.open((kept) => opened.push(kept))).toBeNull();
  expect(opened).toEqual([workbook]);
  expect(storage.map.size).toBe(0);
});

test("what cannot be read is told, and kept aside until it is cleared", () => {
  const storage = memory({ "yizhi-workbench/1": "{damaged" });
  const store = new Store(() => storage);
  expect(store.open(() => undefined)).toBe(STORE_MESSAGES.unreadable);
  store.save(workbook);
  expect(storage.map.get("yizhi-workbench/unreadable")).toBe("{damaged");
  store.clear();
  expect(storage.map.size).toBe(0);
});

test("another version's workbook is neither read nor written over", () => {
  const storage = memory({ "yizhi-workbench/0": "older" });
  const store = new Store(() => storage);
  expect(
    store.open(() => {
      throw new Error("nothing is there to open");
    }),
  ).toBeNull();
  store.save(workbook);
  expect(storage.map.get("yizhi-workbench/0")).toBe("older");
});

test("a full or forbidden storage is told", () => {
  const refuse = (): never => {
    throw new DOMException("full", "QuotaExceededError");
  };
  const store = new Store(refuse);
  expect(() => store.clear()).not.toThrow();
  expect(store.save(workbook)).toBe(STORE_MESSAGES.unsaved);
  expect(store.open(() => undefined)).toBe(STORE_MESSAGES.unsaved);
});
