import { readFileSync } from "node:fs";
import { type FunctionsMetadata, functionsJson } from "../../src/build/functions-json";

/** The shape of Office.js's own error; Excel's library itself is used by the tests on the host. */
class CellError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}
Object.assign(globalThis, {
  CustomFunctions: { Error: CellError, ErrorCode: { notAvailable: "#N/A", invalidValue: "#VALUE!" } },
});

import { fillFromBuiltIn } from "../../src/functions/built-in-examples";
import { exampleWords, filled } from "../../src/functions/examples";
import { FUNCTIONS } from "../../src/functions/table";
import { indicatorIndex, indicatorsOf, type Plan } from "../../src/plan";
import { builtInPlan } from "../../src/plan/built-in";
import { usePlan } from "../../src/plan/in-use";
import { typedPlan } from "../plans/typed";

type Compute = (...args: (unknown[][] | undefined)[]) => unknown[][];
type Id = keyof typeof FUNCTIONS;

const matrix = (argument: unknown): unknown[][] | undefined =>
  argument === undefined ? undefined : Array.isArray(argument) ? (argument as unknown[][]) : [[argument]];

/** Calls a function as Excel does: each argument a matrix. */
const call = (id: Id, ...args: unknown[]): unknown[][] => (FUNCTIONS[id] as Compute)(...args.map(matrix));

test.each<[Id, unknown[], unknown]>([
  ["GAP", ["YL07", 48], 7],
  ["GAP", ["yl07", 60], -5],
  ["GAP", ["护理型养老床位占比（％）", 48], 7],
  ["GAP", ["YL07", ""], ""],
  ["TARGET", ["YL01"], 95],
  ["TARGET", ["TY05"], 3.4],
  ["BASELINE", ["YL14"], 55],
  ["EXPECTED", ["YL07", "2023年"], 49.8],
  ["EXPECTED", ["YL07", "2023年上半年"], 48.5],
  ["EXPECTED", ["YL05", "2021年"], 100],
  ["PROGRESS", ["YL07", 48.5], 0.5],
  ["PROGRESS", ["YL16", 0.6], 0.6],
  ["STATUS", ["YL07", 48, "2023年"], "滞后"],
  ["STATUS", ["YL07", 48, "2023年", 15], "基本达到"],
  ["STATUS", ["YL07", 48, "2023年", 10, 30, true], "▲ 滞后"],
  ["STATUS", ["YL07", "", ""], "未填报"],
  ["STATUS", ["YL07", 0, "2023年"], "严重滞后"],
  ["REASON", ["YL01", 95, "2023年"], "须大于95，当前95"],
  ["REASON", ["YL01", "", "2023年"], ""],
  ["CHECK", ["YL07", "９５％"], "强制：“９５％”不是数，可能是95"],
  ["CHECK", ["YL07", 48, 43], ""],
  [
    "CHECK",
    ["TY04", 12, null, "TY03=10"],
    "核实：示范性婴幼儿照护服务机构数不应多于登记备案的托育机构数（TY04 为 12，TY03 为 10）",
  ],
  [
    "CHECK",
    ["TY03", 10, null, "ty04＝12；TY05=3"],
    "核实：示范性婴幼儿照护服务机构数不应多于登记备案的托育机构数（TY04 为 12，TY03 为 10）",
  ],
  ["CHECK", ["TY04", 12, null, "TY03="], ""],
  ["CHECK", ["TY04", 12, null, "TY03=10家"], ""],
  ["CHECK", ["TY04", 12, null, "没有等号"], ""],
  ["CHECK", ["TY04", 12, null, 0], ""],
  ["CHECK", ["YL12", "3000000元"], "强制：“3000000元”不是数，可能是300"],
  ["CHECK", ["YL07", 48, "无"], "核实：上年同期“无”不是数，没有数据应留空"],
  ["GAP", ["YL07", null], ""],
  ["GAP", ["YL07", "\u200b"], ""],
  ["GAP", ["YL\u200b07", 48], 7],
  ["PROGRESS", ["YL07", null], ""],
  ["REASON", ["YL07", null, ""], ""],
  ["CHECK", ["YL07", null, null], ""],
  ["STATUS", ["YL07", null, null], "未填报"],
  ["STATUS", ["YL07", " ", "2023年"], "未填报"],
  ["STATUS", ["YL05", 12.1 + 66.1 + 21.8, "2023年"], "已达标"],
  ["GAP", ["YL07", { type: "FormattedNumber", basicType: "Double", basicValue: 48, numberFormat: "0.0" }], 7],
  ["GAP", [{ type: "String", basicType: "String", basicValue: "YL07" }, 48], 7],
  ["STATUS", ["YL07", { type: "Empty", basicType: "Empty", basicValue: "" }, "2023年"], "未填报"],
  ["STATUS", ["YL07", { type: "Error", basicType: "Error", basicValue: "#DIV/0!" }, "2023年"], "数据有误"],
  ["EXPECTED", ["YL07", { basicValue: "2023年" }], 49.8],
  ["CHECK", ["YL07", ""], ""],
  ["BUREAU", ["YL06"], "市住建局、市自然资源规划局"],
  ["INFO", ["TY03", "目标"], ">20"],
  ["INFO", ["TY03", "领域"], "托育"],
])("%s(%j) is %j", (id, args, expected) => expect(call(id, ...args)).toEqual([[expected]]));

test.each<[Id, unknown[], string, RegExp]>([
  ["GAP", ["YL99", 1], "#N/A", /计划中没有指标“YL99”/],
  ["GAP", ["YL03", 1], "#N/A", /没有目标数值/],
  ["GAP", ["YL07", "约48"], "#VALUE!", /“约48”不是数.*48/],
  ["BASELINE", ["YL16"], "#N/A", /没有基期数值/],
  ["EXPECTED", ["YL16", "2023年"], "#N/A", /无法计算序时目标/],
  ["EXPECTED", ["YL07", "明年"], "#VALUE!", /报告期“明年”无法识别/],
  ["EXPECTED", ["YL07", "2020年"], "#VALUE!", /不晚于基期2020年/],
  ["EXPECTED", ["YL07", "2052年"], "#VALUE!", /目标年2025年之后一年以上/],
  ["EXPECTED", ["YL07", 2023.1], "#VALUE!", /可能是1月，也可能是10月/],
  ["GAP", ["YL07", { type: "Error", basicValue: "#DIV/0!" }], "#VALUE!", /“#DIV\/0!”不是数/],
  ["STATUS", ["YL07", 48, "2023年", 30, 10], "#VALUE!", /红线不小于容差/],
  ["INFO", ["YL07", "颜色"], "#VALUE!", /没有“颜色”这一项/],
  ["INDICATORS", ["市气象局"], "#N/A", /计划中没有单位“市气象局”/],
  ["INDICATORS", ["市税务局"], "#N/A", /没有由“市税务局”负责的内容/],
])("%s(%j) is %s", (id, args, code, message) => {
  try {
    call(id, ...args);
    throw new Error("no error");
  } catch (error) {
    expect(error).toBeInstanceOf(CellError);
    expect((error as CellError).code).toBe(code);
    expect((error as CellError).message).toMatch(message);
  }
});

/** The error that becomes the formula's. */
function failing(act: () => unknown): { code: string; message: string } | null {
  try {
    act();
    return null;
  } catch (error) {
    const { code, message } = error as CellError;
    return { code, message };
  }
}

/** An empty cell in place of a name or a period, in each way in which Excel hands it over. */
test.each([0, null, ""])(
  "an empty cell that arrives as %j is asked for where it names something",
  (blank) => {
    for (const [id, args, words] of [
      ["GAP", [blank, 48], "指标为空"],
      ["EXPECTED", ["YL07", blank], "报告期为空"],
      ["STATUS", ["YL07", 48, blank], "报告期为空"],
      ["REASON", ["YL07", 48, blank], "报告期为空"],
      ["LAGGING", ["YL07", 48, blank], "报告期为空"],
      ["INFO", ["YL07", blank], "项目为空"],
    ] as [Id, unknown[], string][])
      expect([id, failing(() => call(id, ...args))]).toEqual([
        id,
        expect.objectContaining({ message: expect.stringContaining(words) }),
      ]);
    for (const id of ["INDICATORS", "TASKS"] as const) expect(call(id, blank)).toEqual(call(id));
  },
);

test.each<[Id, unknown[], unknown[][]]>([
  ["TARGET", [[["YL07"], ["YL03"], ["YL99"]], "–"], [[55], ["–"], ["–"]]],
  ["BASELINE", ["YL16", "–"], [["–"]]],
  ["EXPECTED", ["YL07", "明年", "–"], [["–"]]],
  ["EXPECTED", [[["YL07"], ["YL16"]], "2023年", "–"], [[49.8], ["–"]]],
  ["GAP", [[["YL07"], ["YL07"], ["YL07"]], [[48], ["约48"], [""]], "无"], [[7], ["无"], [""]]],
  ["PROGRESS", ["YL03", 1, ""], [[""]]],
  ["GAP", ["YL07", 48, "–"], [[7]]],
])("%s(%j) shows the words asked for in place of errors", (id, args, expected) =>
  expect(call(id, ...args)).toEqual(expected),
);

test("words asked for hide no mistake in the formula itself", () => {
  expect(() => call("GAP", [["YL07"], ["YL08"]], [[48, 49]], "–")).toThrow(/各区域大小须相同/);
  expect(() => call("GAP", "YL07", undefined, "–")).toThrow(/请填“本期值”/);
});

test.each([
  [["YL07", 48, ""], "请填报告期"],
  [["YL07", 48, 0], "请填报告期"],
  [["YL07", 48, "\u200b"], "请填报告期"],
  [["YL07", 48, "明年"], "表头有误"],
  [["YL07", 48, "2023年", 30, 10], "表头有误"],
  [["YL07", 48, "2023年", "多"], "表头有误"],
  [["YL07", "", "明年"], "○ 未填报"],
])("STATUS(%j) as the form shows it is %s", (args, words) => {
  const [indicator, actual, period, tolerance = "", redline = ""] = args;
  expect(call("STATUS", indicator, actual, period, tolerance, redline, true)).toEqual([[words]]);
});

test("a range gives a result of the same shape, and one bad cell spoils no other", () => {
  const out = call("GAP", [["YL07"], ["YL99"], ["TY05"], [0]], [[48], [1], [1.62], [0]]);
  expect(out.map((row) => row.length)).toEqual([1, 1, 1, 1]);
  expect(out[0]![0]).toBe(7);
  expect(out[1]![0]).toMatchObject({ code: "#N/A" });
  expect(out[2]![0]).toBeCloseTo(1.78, 12);
  expect(out[3]![0]).toBe("");
});

test("cells of one indicator, or without one, have each their own result", () => {
  const codes = [["YL07"], ["YL07"], ["YL07"], ["YL99"], ["YL99"], [""], [""]];
  const out = call("GAP", codes, [[48], [""], ["约48"], [1], [""], [1], [""]]).map(([cell]) => cell);
  expect(out.map((cell) => (cell instanceof CellError ? cell.code : cell))).toEqual([
    7,
    "",
    "#VALUE!",
    "#N/A",
    "#N/A",
    "#N/A",
    "",
  ]);
});

test("a single value goes with every cell of a range", () => {
  expect(call("GAP", "YL07", [[48, 49]])).toEqual([[7, 6]]);
  expect(() => call("GAP", [["YL07"], ["YL08"]], [[48, 49]])).toThrow(/各区域大小须相同/);
});

/** What an error cell may arrive as. */
const ERRORS = [
  new CellError("#DIV/0!"),
  { type: "Error", errorType: "Div0", basicType: "Error", basicValue: "#DIV/0!" },
  { anything: "else" },
];

test.each(ERRORS)("an error cell %j is an error of that cell alone", (error) => {
  const out = call("GAP", [["YL07"], ["YL07"], [error]], [[48], [error], [48]]).map(([cell]) => cell);
  expect(out).toEqual([
    7,
    expect.objectContaining({ code: "#VALUE!" }),
    expect.objectContaining({ code: "#N/A" }),
  ]);
  expect(call("TARGET", [["YL07"], [error]])[0]).toEqual([55]);
});

test("LAGGING lists nothing for blanks, texts and error cells, and they spoil no other", () => {
  const actuals = [null, "", "\u200b", "无", ...ERRORS, 43, { basicValue: 43 }];
  const codes = actuals.map(() => ["YL07"]);
  codes[codes.length - 1] = ["YL08"];
  const out = call(
    "LAGGING",
    [...codes, [ERRORS[1]], [null]],
    [...actuals.map((a) => [a]), [1], [null]],
    "2023年",
  );
  expect(out.map(([code, , status]) => [code, status])).toEqual([
    ["YL08", "严重滞后"],
    ["YL07", "严重滞后"],
  ]);
});

test("lists spill without a header row", () => {
  expect(call("INDICATORS")).toHaveLength(29);
  expect(call("INDICATORS", "市教育体育局").map((row) => row[0])).toEqual(["YL17", "YL18", "TY08"]);
  expect(call("TASKS")).toHaveLength(31);
  expect(call("TASKS", "市发展改革委").map((row) => row[0])).toEqual([4, 31]);
  expect(
    call("LAGGING", [["YL07"], ["YL08"], ["TY05"]], [[43], [70], [1.62]], "2023年").map((r) => [r[0], r[2]]),
  ).toEqual([
    ["YL07", "严重滞后"],
    ["TY05", "滞后"],
  ]);
  expect(call("LAGGING", [["YL08"]], [[70]], "2023年")).toEqual([["无滞后指标", "", "", "", ""]]);
});

describe("in a plan with targets of every type", () => {
  beforeAll(() => usePlan(typedPlan()));
  afterAll(() => usePlan(builtInPlan));

  test.each<[Id, unknown[], unknown]>([
    ["TARGET", ["LX11"], 11.562],
    ["EXPECTED", ["LX6", "2023年"], 10.2],
    ["EXPECTED", ["LX9", "2023年"], 7],
    ["GAP", ["LX2", 6], 1],
    ["GAP", ["LX2", 4.7], 0],
    ["STATUS", ["LX22", "进行中", "2023年"], "推进中"],
    ["STATUS", ["LX22", "未达标", "2023年", 10, 30, true], "× 未达标"],
    ["STATUS", ["LX22", "大概行", "2023年"], "数据有误"],
    ["STATUS", ["LX22", null, "2023年"], "未填报"],
    ["REASON", ["LX22", "已达标", "2023年"], "计划的目标为“持续提高”，人工判断为已达标"],
    ["CHECK", ["LX22", "推进中"], "核实：人工判断为“推进中”，须写明理由"],
    ["GAP", ["LX22", "推进中", "–"], "–"],
    ["PROGRESS", ["LX22", "推进中", "–"], "–"],
    ["GAP", ["LX22", null, "–"], ""],
    ["INFO", ["LX22", "目标类型"], "人工判断"],
    ["INFO", ["LX1", "目标类型"], "区间"],
    ["INFO", ["LX1", "属性"], "约束性"],
    ["INFO", ["LX1", "牵头"], "市发展改革委"],
    ["INFO", ["LX2", "属性"], ""],
    ["INFO", ["LX2", "牵头"], ""],
  ])("%s(%j) is %p", (id, args, result) => {
    const [[found]] = call(id, ...args) as [[unknown]];
    if (typeof result === "number") expect(found).toBeCloseTo(result, 9);
    else expect(found).toBe(result);
  });

  test.each<[Id, unknown[], string]>([
    ["TARGET", ["LX1"], "“某数1”的目标是区间“4.5%至5%”，没有单一的目标数值"],
    ["PROGRESS", ["LX1", 4.6], "“某数1”的目标是区间“4.5%至5%”，没有单一的目标数值"],
    ["GAP", ["LX22", "推进中"], "“某数22”的目标在计划中为“持续提高”，没有目标数值"],
    ["EXPECTED", ["LX22", "2023年"], "“某数22”的目标在计划中为“持续提高”，没有目标数值"],
  ])("%s(%j) is #N/A: %s", (id, args, message) =>
    expect(() => call(id, ...args)).toThrow(expect.objectContaining({ code: "#N/A", message }) as Error),
  );

  test("LAGGING lists 未达标, without a gap", () => {
    expect(call("LAGGING", [["LX22"], ["LX6"], ["LX23"]], [["未达标"], [5], ["推进中"]], "2023年")).toEqual([
      ["LX6", "某数6", "严重滞后", 12, expect.any(String)],
      ["LX22", "某数22", "未达标", "–", expect.any(String)],
    ]);
  });
});

describe("in a plan without numbers, bureaus and tasks", () => {
  const typed = typedPlan();
  const bare = indicatorsOf(typed)
    .filter(({ type }) => type === "words")
    .map((indicator) => ({ ...indicator, bureaus: [], responsible: "" }));
  const plan: Plan = {
    ...typed,
    sections: [{ ...typed.sections[0]!, indicators: bare }],
    tasks: [],
    bureaus: [],
    example: bare[0]!,
    index: {
      indicators: indicatorIndex(bare),
      bureaus: new Map(),
      indicatorsOf: new Map(),
      tasksOf: new Map(),
    },
  };
  beforeAll(() => usePlan(plan));
  afterAll(() => usePlan(builtInPlan));

  test.each([
    ['=YIZHI.STATUS("{code}",{value},"{year}年")', '=YIZHI.STATUS("LX22","推进中","2023年")'],
    ["=YIZHI.LAGGING({codes},{values})", '=YIZHI.LAGGING({"LX22";"LX23"},{"推进中";"推进中"})'],
    ['=YIZHI.INDICATORS("{bureau}")', '=YIZHI.INDICATORS("")'],
  ])("the example of %s is %s", (text, example) => expect(filled(text, exampleWords(plan))).toBe(example));

  test("there are indicators, and no tasks is said", () => {
    expect(call("INDICATORS", "")).toHaveLength(2);
    expect(call("BUREAU", "LX22")).toEqual([[""]]);
    expect(() => call("TASKS")).toThrow("计划中没有重点任务");
  });
});

describe("metadata", () => {
  const CHINESE = /[\u4e00-\u9fff]/;
  let metadata: FunctionsMetadata;
  beforeAll(async () => (metadata = await functionsJson("src/functions/functions.ts", fillFromBuiltIn)));

  test("every function of the table is described, and no other", () => {
    expect(metadata.functions.map((f) => f.id).sort()).toEqual(Object.keys(FUNCTIONS).sort());
    expect(metadata.functions).toHaveLength(13);
  });

  test("every function that takes 本期值 says what an empty cell is", () => {
    for (const { id, description, parameters } of metadata.functions)
      if (parameters.some(({ name }) => name === "本期值"))
        expect([id, description]).toEqual([id, expect.stringMatching(/空单元格.*IF\(ISBLANK\(H9/)]);
  });

  test("what Excel shows while a formula is typed is Chinese, and the ids stay ASCII", () => {
    const shown = metadata.functions.flatMap(({ parameters }) => parameters.map(({ name }) => name));
    for (const name of shown) expect(name).toMatch(/^[\u4e00-\u9fff]+$/);
    expect(new Set(shown)).toEqual(
      new Set(
        "指标 本期值 报告期 容差 红线 带符号 上年同期 其他指标 项目 责任部门 责任单位 算不出时".split(" "),
      ),
    );
    for (const { id, name } of metadata.functions)
      expect([id, name]).toEqual([id, expect.stringMatching(/^[A-Z]+$/)]);
  });

  test("each required argument that is left out is named, with the example of the help", () => {
    let tried = 0;
    for (const { id, description, parameters } of metadata.functions) {
      const required = parameters.filter(({ optional }) => !optional);
      const example = /示例：(=.*)$/.exec(description)![1]!;
      const given = readArguments(/\((.*)\)$/.exec(example)![1]!);
      for (const nothing of [null, undefined])
        for (const [left, { name }] of required.entries()) {
          const all = required.map((_, i) => (i === left ? nothing : matrix(given[i])));
          const words = `请填“${name}”，例如 ${example}`;
          expect([id, failing(() => (FUNCTIONS[id as Id] as Compute)(...(all as unknown[][][])))]).toEqual([
            id,
            { code: "#VALUE!", message: words },
          ]);
          tried++;
        }
      const none = required.map(({ name }) => `“${name}”`).join("、");
      if (required.length > 0)
        expect(failing(() => (FUNCTIONS[id as Id] as Compute)())).toMatchObject({
          message: `请填${none}，例如 ${example}`,
        });
    }
    expect(tried).toBeGreaterThan(40);
  });

  test("the README's table of functions is Excel's help", () => {
    const rows = readFileSync("README.md", "utf8").matchAll(/^\| `YIZHI\.([A-Z]+)`\s*\| (.*?)\s*\|$/gm);
    expect(Object.fromEntries([...rows].map(([, id, help]) => [id, help]))).toEqual(
      Object.fromEntries(
        metadata.functions.map(({ id, description }) => [id, description.split("示例：")[0]]),
      ),
    );
  });

  test("each function and parameter has Chinese help, and each example runs", () => {
    for (const { id, description, parameters } of metadata.functions) {
      expect(description).toMatch(CHINESE);
      for (const parameter of parameters) expect(parameter.description).toMatch(CHINESE);
      const example = /示例：=YIZHI\.([A-Z]+)\((.*)\)$/.exec(description);
      expect(example?.[1]).toBe(id);
      expect(call(id as Id, ...readArguments(example![2]!)).length).toBeGreaterThan(0);
    }
  });
});

/** Reads an example's arguments: texts, numbers and column constants such as {48;66}. */
function readArguments(text: string): unknown[] {
  const column = (body: string): string =>
    `[${body
      .split(";")
      .map((cell) => `[${cell}]`)
      .join(",")}]`;
  return JSON.parse(`[${text.replace(/\{([^}]*)\}/g, (_, body: string) => column(body))}]`) as unknown[];
}
