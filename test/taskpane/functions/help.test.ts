import { FUNCTIONS } from "../../../src/functions/table";
import { functionHelp, type FunctionMetadata } from "../../../src/taskpane/functions/help";
import { functionMetadata } from "../../integration/functions-json";

const same = (text: string): string => text;

test("every function has a title, help for each argument and an example of itself", async () => {
  const help = functionHelp("YIZHI", await functionMetadata<FunctionMetadata>(), same);
  expect(help.map(({ name }) => name).sort()).toEqual(
    Object.keys(FUNCTIONS)
      .map((id) => `YIZHI.${id}`)
      .sort(),
  );
  for (const { name, title, description, example, parameters } of help) {
    expect(title).toMatch(/\p{Script=Han}/u);
    expect(description).not.toContain("示例");
    expect(example.startsWith(`=${name}(`)).toBe(true);
    for (const parameter of parameters) expect(parameter.description).toMatch(/\p{Script=Han}/u);
  }
});

test("arguments that may be left out stand in square brackets", () => {
  const parameters = [
    { name: "indicator", description: "指标" },
    { name: "bureau", description: "部门", optional: true },
  ];
  const [help] = functionHelp(
    "YIZHI",
    [{ name: "X", description: "甲：乙。示例：=YIZHI.X(1)", parameters }],
    same,
  );
  expect(help).toMatchObject({ title: "甲", description: "乙。", signature: "YIZHI.X(indicator, [bureau])" });
});

test("a description without an example is a mistake that names the function", () =>
  expect(() => functionHelp("YIZHI", [{ name: "X", description: "甲", parameters: [] }], same)).toThrow(
    /^X:/,
  ));
