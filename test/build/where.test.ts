import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { where } from "../../src/build/where";

let maps: string;
beforeAll(() => {
  maps = mkdtempSync(join(tmpdir(), "yizhi-maps-"));
  const map = {
    version: 3,
    sources: ["webpack://yizhi/./src/plan/periods.ts"],
    names: [],
    // first line, first column ← line 3, column 5
    mappings: "AAEI",
  };
  writeFileSync(join(maps, "taskpane.1a2b3c4d.js.map"), JSON.stringify(map));
});
afterAll(() => rmSync(maps, { recursive: true }));

test("a line of a stack is told by its source", () => {
  const stack =
    "Error: x\n    at a (https://host/taskpane.1a2b3c4d.js:1:1)\n    at b (https://host/other.js:1:1)";
  expect(where(stack, maps)).toEqual(["taskpane.1a2b3c4d.js:1:1  src/plan/periods.ts:3:5"]);
});

test("of another build it is said what to do", () => {
  expect(where("taskpane.99999999.js:1:1", maps)[0]).toMatch(/build the same version with npm run build$/);
});
