import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { readWorkbook } from "../../src/exchange/read";
import { readXlsx } from "../../src/workbench/xlsx/read";
import { incoming } from "../exchange/files";
import { smallBook } from "./book";
import { ENCODINGS, ODDITIES, packed, textsOf, WRAPPINGS } from "./oddities";

const form = (name: string): Uint8Array => readFileSync(join(__dirname, "fixtures", "forms", `${name}.xlsx`));
const understood = async (name: string) => {
  const { problem, refused, bureau, period, entries, issues } = await incoming("甲.xlsx", form(name));
  const own = issues.filter(({ code }) => code !== "other-sheet");
  return { problem, refused, bureau, period, entries, issues: own };
};

// the filled form as other programs save it: .NET, openpyxl, tools that repack, mail that adds bytes
test.each([
  "absolute-targets",
  "backslashes",
  "capital-sharedstrings",
  "leading",
  "trailing",
  "openpyxl",
  "openpyxl-chart",
  "openpyxl-table",
  "sdk-sheet-name",
])("a filled form saved as %s reads as the form itself", async (name) => {
  const expected = await understood("filled");
  expect(expected).toMatchObject({ problem: null, refused: false, bureau: "市民政局", period: "2023年" });
  expect(expected.entries).toHaveLength(2);
  expect(await understood(name)).toEqual(expected);
});

test("a blank form brings nothing", async () => {
  expect(await understood("blank")).toMatchObject({ problem: null, refused: false, entries: [] });
});

test.each([
  ["no-form-sheet", "指标填报", "tasks"],
  ["no-task-sheet", "任务分工", "form"],
])("%s: the table that is missing is named, the other one is read", async (name, sheet, read) => {
  const { entries, issues } = await understood(name);
  expect(issues).toContainEqual(expect.objectContaining({ code: "sheet-missing", sheet }));
  expect(entries).toHaveLength(1);
  expect(entries.map(({ table }) => table)).toEqual([expect.stringContaining(read.slice(0, 4))]);
});

async function both(bytes: Uint8Array) {
  const opened = await readXlsx(bytes, "YIZHI");
  return [await readWorkbook(bytes), opened.ok ? opened.value.workbook : opened];
}

describe("a workbook reads the same whatever program wrote it", () => {
  test.each(Object.keys(ODDITIES))("with %s", async (name) => {
    const bytes = await smallBook();
    const odd = packed(ODDITIES[name]!(textsOf(bytes)));
    expect(await both(odd)).toEqual(await both(bytes));
  });

  test.each(Object.keys(ENCODINGS))("in %s", async (name) => {
    const bytes = await smallBook();
    expect(await both(packed(textsOf(bytes), ENCODINGS[name]))).toEqual(await both(bytes));
  });

  test("with any of these together", async () => {
    const bytes = await smallBook();
    const expected = await both(bytes);
    // the two that move the workbook exclude each other
    const names = Object.keys(ODDITIES).filter((name) => name !== "a workbook at the root");
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(names),
        fc.constantFrom(...Object.keys(ENCODINGS)),
        fc.constantFrom(...Object.keys(WRAPPINGS)),
        fc.constantFrom(0 as const, 6 as const),
        async (odd, encoding, wrapping, level) => {
          // what names its parts anew comes before what writes their names differently
          const ordered = names.filter((name) => odd.includes(name));
          const texts = ordered.reduce((parts, name) => ODDITIES[name]!(parts), textsOf(bytes));
          const read = await both(WRAPPINGS[wrapping]!(packed(texts, ENCODINGS[encoding], level)));
          expect(read).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});
