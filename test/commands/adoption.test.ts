import "./written-plan";
import { adoptPlan } from "../../src/commands";
import { writePlan } from "../../src/excel";
import { builtInPlan } from "../../src/plan/built-in";
import { planInUse } from "../../src/plan/in-use";
import county from "../plans/county-2023.json";

test("a plan that was written but cannot be used is an error that says where and what to do; the plan in use stays", async () => {
  jest.mocked(writePlan).mockImplementation((layouts) => {
    // what is read back has a target that nothing can be made of
    const [indicators] = layouts.map(({ name, cells }) => {
      const values = cells.map((row) => row.map((cell) => (cell === "9" ? "??" : (cell ?? ""))));
      return { name, grid: { row: 0, column: 0, values, formulas: values } };
    });
    const read = { sheets: { indicators: indicators! }, mark: "another" };
    return Promise.resolve({ read, sheets: [indicators!.name], kept: [], gone: [] });
  });
  await expect(adoptPlan(county)).rejects.toMatchObject({
    issue: { code: "plan-unused" },
    message: expect.stringMatching(
      /^规划已写入工作簿，但有误，没有采用。请在表中改正：“规划指标”G6：“\?\?”不是/,
    ) as string,
  });
  expect(planInUse()).toBe(builtInPlan);
});
