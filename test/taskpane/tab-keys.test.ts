import { tabAfter } from "../../src/taskpane/tab-keys";

test.each([
  ["ArrowRight", 0, 1],
  ["ArrowRight", 2, 0],
  ["ArrowLeft", 0, 2],
  ["Home", 2, 0],
  ["End", 0, 2],
  ["a", 1, null],
])("%s on tab %d of three leads to %p", (key, at, expected) => expect(tabAfter(key, at, 3)).toBe(expected));
