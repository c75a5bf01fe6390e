import { forExcel, functionsJson } from "../../src/build/functions-json";

const one = (description: string) => ({
  allowErrorForDataTypeAny: true,
  allowCustomDataForDataTypeAny: true,
  functions: [
    {
      id: "GAP",
      name: "GAP",
      description: "差距",
      parameters: [{ name: "indicator", description, type: "any", dimensionality: "matrix" }],
    },
  ],
});

test("an argument's name is what its comment begins with; all else stays", () =>
  expect(forExcel(one("指标：代码或名称：任一"))).toEqual({
    allowErrorForDataTypeAny: true,
    functions: [
      {
        id: "GAP",
        name: "GAP",
        description: "差距",
        parameters: [
          { name: "指标", description: "代码或名称：任一", type: "any", dimensionality: "matrix" },
        ],
      },
    ],
  }));

test.each(["", "指标", "指标代码，或名称：任一", "：任一"])(
  "a comment %j is a mistake that names function and argument",
  (text) => expect(() => forExcel(one(text))).toThrow(/^GAP: the comment of indicator/),
);

test("functions.json permits no data types as arguments, and names no argument twice in a function", async () => {
  const made = await functionsJson("src/functions/functions.ts");
  expect(JSON.stringify(made)).not.toContain("allowCustomData");
  for (const { id, parameters } of made.functions) {
    const names = parameters.map(({ name }) => name);
    expect([id, [...new Set(names)]]).toEqual([id, names]);
  }
});
