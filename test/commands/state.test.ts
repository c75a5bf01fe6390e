import { bureauOf, settled } from "../../src/commands/choice";
import { aboutReport, failure } from "../../src/commands/job";
import { dropUntrue, state } from "../../src/commands/state";
import { workbook } from "../../src/commands/workbook";
import { CommandError } from "../../src/excel";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { type FormReport, type Report, reportOf } from "../../src/report";
import { formSheet, readForm } from "../../src/sheets";
import { expandTable } from "../../src/tables";

/** A form as inserted, with its report period as given. */
function formOf(period: string): FormReport {
  const { cells } = expandTable(formSheet(plan, { period }));
  const values = cells.map((row) =>
    row.map((cell) => (cell === null || typeof cell === "object" ? "" : cell)),
  );
  const data = readForm({ row: 0, column: 0, values, formulas: values }, plan)!;
  return reportOf({ form: { ...data, sheet: { id: "1", name: "指标填报" } }, tasks: null }, plan).form!;
}

describe("本单位", () => {
  test.each<[string, Parameters<typeof bureauOf>[0], string]>([
    [
      "is the whole city at first",
      { chosen: null, bureaus: { form: null, tasks: null }, bureau: null },
      "全市",
    ],
    ["is remembered", { chosen: null, bureaus: { form: null, tasks: null }, bureau: "市民政局" }, "市民政局"],
    ["is the form's", { chosen: null, bureaus: { form: "全市", tasks: null }, bureau: "市民政局" }, "全市"],
    [
      "is that of the tasks",
      { chosen: null, bureaus: { form: null, tasks: "市公安局" }, bureau: null },
      "市公安局",
    ],
    [
      "is the one chosen",
      { chosen: "全市", bureaus: { form: "市民政局", tasks: null }, bureau: null },
      "全市",
    ],
    [
      "is found under an alias",
      { chosen: null, bureaus: { form: "民政局", tasks: null }, bureau: null },
      "市民政局",
    ],
    [
      "is none the plan does not know",
      { chosen: null, bureaus: { form: "外星局", tasks: null }, bureau: "市民政局" },
      "市民政局",
    ],
  ])("%s", (_, said, expected) => expect(bureauOf(said)).toBe(expected));

  test("a choice that the sheet carries by now is settled", () => {
    const said = { chosen: "全市", bureau: null };
    expect(settled({ ...said, bureaus: { form: "市民政局", tasks: null } })).toEqual({ chosen: "全市" });
    expect(settled({ ...said, bureaus: { form: "全市", tasks: null } })).toEqual({ chosen: null });
  });
});

describe("a notice", () => {
  const shown = (): string | undefined => state.get().notice?.text;
  afterEach(() => {
    state.set({ notice: null });
    workbook.set({ report: undefined, form: undefined });
  });

  test("that the form is missing goes when there is one", () => {
    workbook.set({ form: null });
    state.set({ notice: failure(new CommandError({ code: "no-form", sheet: "指标填报" })) });
    dropUntrue();
    expect(shown()).toContain("请先点“插入指标模板”");
    workbook.set({ form: formOf("2023年") });
    dropUntrue();
    expect(shown()).toBeUndefined();
  });

  test("that the head cannot be judged goes when it can", () => {
    const notice = failure(new CommandError({ code: "form-parameters", words: "报告期“去年”无法识别" }));
    workbook.set({ form: formOf("去年") });
    state.set({ notice });
    dropUntrue();
    expect(shown()).toContain("去年");
    workbook.set({ form: formOf("2023年") });
    dropUntrue();
    expect(shown()).toBeUndefined();
  });

  test("about the form stays while the form says the same, and goes when it says something else", () => {
    const tell = ({ findings }: Report) => ({
      kind: "info" as const,
      text: `发现 ${findings.length} 项`,
    });
    const [before, after] = [formOf(""), formOf("2023年")];
    workbook.set({ report: before });
    state.set({ notice: aboutReport(tell, before) });
    workbook.set({ report: { ...before } });
    dropUntrue();
    expect(shown()).toBe(`发现 ${before.findings.length} 项`);
    workbook.set({ report: after });
    dropUntrue();
    expect(shown()).toBeUndefined();
  });

  test("of what happened stays", () => {
    workbook.set({ form: formOf("") });
    state.set({ notice: { kind: "success", text: "已插入“指标填报”。" } });
    workbook.set({ form: formOf("2023年") });
    dropUntrue();
    expect(shown()).toBe("已插入“指标填报”。");
  });
});
