import fc from "fast-check";
import { encode } from "../../../src/excel/apply";
import { typed } from "../../../src/workbench/host/typing";

const MORE_THAN_TEXT = [
  ..."May 5|Jan-23|#N/A|９５％|95%|￥100|上午8:00|下午 3:30|TRUE|1/2|1 1/2|2023-06|2023年6月|6月1日|1e5|(5)|48".split(
    "|",
  ),
  ..."=1+1|+A1|-A1|@SUM(A1)".split("|"),
];

test.each(MORE_THAN_TEXT)("%j is more than text to Excel, unless it is marked as text", (text) => {
  expect(typed(text)).not.toEqual({ value: text });
  expect(typed(encode(text))).toEqual({ value: text });
});

test("whatever text is put into a cell, the same stands there", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...MORE_THAN_TEXT, "'", "''48")),
      (text) => {
        expect(typed(encode(text))).toEqual({ value: text === "" ? null : text });
      },
    ),
  );
});
