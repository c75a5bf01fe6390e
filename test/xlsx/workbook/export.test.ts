import { type Desk, save } from "../../../src/workbench/page/tools";

test("an export that fails ends with a sentence", async () => {
  const told: string[] = [];
  const engine = {
    settled: () => Promise.resolve(),
    sheets: () => {
      throw new Error("坏了");
    },
  };
  await save({
    engine,
    namespace: "YIZHI",
    tell: (message: string) => told.push(message),
  } as unknown as Desk);
  expect(told).toEqual(["没有导出：坏了。工作簿没有变化，请改正后再试。"]);
});
