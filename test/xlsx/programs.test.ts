import fc from "fast-check";
import { readWorkbook } from "../../src/exchange/read";
import { readXlsx } from "../../src/xlsx/workbook";
import { smallBook } from "./book";
import { ENCODINGS, ODDITIES, packed, textsOf, WRAPPINGS } from "./oddities";

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
