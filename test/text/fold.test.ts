import fc from "fast-check";
import { findBureau, findIndicator, readPeriod } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { fold, isBlank } from "../../src/text";

test.each([
  ["９５％", "95%"],
  ["Ａｂ（１）", "Ab(1)"],
  ["￥100", "¥100"],
  ["48￣", "48￣"],
  ["﹣5﹪", "-5%"],
  ["市　民 政\u00a0局", "市民政局"],
  ["4\u200b8", "48"],
  ["\ufeff\u202a48\u202c", "48"],
  ["市\u00ad民\u2060政局\u200e", "市民政局"],
  ["⽼年", "老年"],
  ["6①", "6①"],
  ["6²⑴", "6²⑴"],
  ["Ⅳ㎡½", "Ⅳ㎡½"],
])("%j folds to %j", (text, folded) => expect(fold(text)).toBe(folded));

test.each([null, undefined, "", " ", "　", "\u200b", "\u00a0\ufeff", "\u202d\u2063", "\t\r\n"])(
  "%j is blank",
  (input) => expect(isBlank(input)).toBe(true),
);

test.each([0, false, "0", "-", "①", NaN, {}])("%j is not blank", (input) =>
  expect(isBlank(input)).toBe(false),
);

test("folding once is enough, and brings no digit that was not there", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const folded = fold(text);
      expect(fold(folded)).toBe(folded);
      expect(folded.replace(/\D/g, "")).toBe(
        text.replace(/[０-９]/g, (digit) => digit.normalize("NFKC")).replace(/\D/g, ""),
      );
    }),
    { numRuns: 2000 },
  );
});

test("what shows nothing does not matter in codes, bureaus and periods", () => {
  expect(findIndicator("\u200bYL\u20600\u00ad7", plan)).toMatchObject({ ok: true, value: { code: "YL07" } });
  expect(findBureau("市民政局\ufeff", plan)).toMatchObject({ ok: true, value: { name: "市民政局" } });
  expect(readPeriod("2023年\u200e上半年\u200b")).toEqual({ ok: true, value: { year: 2023, month: 6 } });
});
