import { nameFormula } from "../../src/excel/apply";
import { insertTable } from "../../src/excel";
import { builtInPlan } from "../../src/plan/built-in";
import { openPlan } from "../../src/plan/open";
import printed from "../../src/plan/built-in.json";
import { FORM } from "../../src/sheets";
import { openAddIn } from "./office";

test.each([
  ["市民政局", '="市民政局"'],
  ['"一老一小"办公室', '="""一老一小""办公室"'],
])("a name that stands for %s is the formula %s", (text, formula) => {
  expect(nameFormula("指标填报", text)).toBe(formula);
});

test("a bureau with quotation marks in its name is whose form it is, also the next time", async () => {
  const { bureaus } = printed;
  const name = '"一老一小"办公室';
  const plan = openPlan({
    ...printed,
    bureaus: [
      { ...bureaus[0]!, aliases: [...bureaus[0]!.aliases, bureaus[0]!.name], name },
      ...bureaus.slice(1),
    ],
  });
  expect(plan.id).toBe(builtInPlan.id);
  const bureau = plan.bureaus[0]!;
  const { host } = await openAddIn();
  await insertTable(FORM, plan, bureau, "2023年");
  expect(host.engine.names().get("YIZHI_SCOPE")).toBe('="""一老一小""办公室"');
  expect(await insertTable(FORM, plan, bureau, "2023年")).toMatchObject({
    created: false,
    rescope: null,
    repairs: [],
  });
});
