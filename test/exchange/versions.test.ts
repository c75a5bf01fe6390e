import { fileFor, fingerprint, incomingIssueMessage, type Incoming, readIncoming } from "../../src/exchange";
import { findBureau, indicatorsOf, parsePeriod, type Plan } from "../../src/plan";
import builtIn from "../../src/plan/built-in.json";
import { openPlan } from "../../src/plan/open";
import { FORM_SHEET, formSheet } from "../../src/sheets";
import { frameOf } from "../../src/tables";
import { loadXlsx } from "../../src/xlsx/libraries";

const [BUREAU, PERIOD, MADE] = ["市民政局", "2023年", new Date("2024-01-05T08:00:00Z")];

type Fields = Record<string, unknown>;
type Raw = Fields & { sections: { indicators: Fields[] }[] };

/** Only what the plan's table prints. */
const printed = { ...builtIn, sections: builtIn.sections.slice(0, 2), checks: [] };

/** The plan's second version: what is said of some indicators otherwise, by code; null takes one out. */
function changed(changes: Record<string, Fields | null>, head: Fields = { version: "2" }): Plan {
  const raw = structuredClone(printed) as unknown as Raw;
  Object.assign(raw, head);
  for (const section of raw.sections)
    section.indicators = section.indicators.flatMap((one) => {
      const change = changes[String(one.code)];
      return change === null ? [] : [{ ...one, ...change }];
    });
  return openPlan(raw);
}

const first = openPlan(printed);

/** What a file of one version, filled by its bureau, is to a workbook of another. */
async function returned(
  values: Record<string, unknown>,
  today: Plan,
  made = first,
  carriesPlan = false,
): Promise<Incoming> {
  const bureau = findBureau(BUREAU, made);
  const period = parsePeriod(PERIOD, today);
  if (!bureau.ok || !period.ok) throw new Error(BUREAU);
  const { Workbook } = await loadXlsx();
  const workbook = new Workbook();
  await workbook.xlsx.load((await fileFor(made, bureau.value, PERIOD, MADE, { carriesPlan })).bytes);
  const sheet = formSheet(made, { bureau: bureau.value });
  const column = sheet.columns.findIndex(({ id }) => id === "actual") + 1;
  for (const { record, row } of frameOf(sheet).records)
    if (record.code in values)
      workbook.getWorksheet(FORM_SHEET)!.getCell(row + 1, column).value = values[record.code] as number;
  const bytes = await workbook.xlsx.writeBuffer();
  return readIncoming("a.xlsx", bytes, { plan: today, period: period.value, periodText: PERIOD });
}

const told = ({ issues }: Incoming): string[] => issues.map(incomingIssueMessage);

test("a file of an earlier version is told as such, with what became of its indicators, and merged by code", async () => {
  const today = changed({ YL07: { target: "60" }, YL13: { responsible: "市民政局 市教体局" } });
  const read = await returned({ YL07: 48, YL08: 61 }, today);
  expect(read).toMatchObject({ refused: false, bureau: BUREAU });
  expect(read.entries.map(({ key, value, held }) => [key, value, held])).toEqual([
    ["YL07", 48, []],
    ["YL08", 61, []],
  ]);
  expect(told(read)).toEqual([
    "文件按规划的“1”版填报，本表为“2”版，已按代码读取；两版不同处：YL07 的“2025年(目标)”原为“55”，现为“60”、" +
      "YL13 的“责任部门”原为“市民政局”，现为“市民政局 市教体局”；请核对这些项，需要时重新分发给该单位填报",
  ]);
});

test("of a file that carries its plan also what its tables do not show is told, of this bureau alone", async () => {
  const today = changed({ YL07: { target: "60" }, YL13: { min: 2 }, TY01: { target: "95" } });
  const read = await returned({ YL07: 48 }, today, first, true);
  expect(read.entries).toHaveLength(1);
  expect(told(read)).toEqual([
    "文件按规划的“1”版填报，本表为“2”版，已按代码读取；两版不同处：YL07 护理型养老床位占比：目标由“55”改为“60”、" +
      "YL13 骨干养老企业梳理：下限由“0”改为“2”；请核对这些项，需要时重新分发给该单位填报",
  ]);
});

test("what only the later version has is told as such, and is no missing row", async () => {
  const read = await returned({ YL07: 48 }, changed({}), changed({ YL08: null }, { version: "1" }));
  expect(told(read)).toEqual([
    expect.stringContaining("现在另有 YL08 兜底线和普惠性养老床位合计占比，文件中没有"),
  ]);
  expect(read.entries).toHaveLength(1);
});

test.each([false, true])(
  "what only the earlier version has is not merged, and told in words with what was typed (carried plan: %s)",
  async (carries) => {
    const read = await returned({ YL07: 48, YL08: 61.5 }, changed({ YL08: null }), first, carries);
    expect(read.entries.map(({ key }) => key)).toEqual(["YL07"]);
    expect(told(read)).toContain(
      "本表的规划中已没有 YL08 兜底线和普惠性养老床位合计占比（本期值 61.5）；未并入，请看是否需要",
    );
    expect(told(read).join()).toMatch(/两版不同处：(现在已没有|减少指标：)/);
    expect(told(read).join()).not.toMatch(/INDEX|表样以外/);
  },
);

test.each([false, true])(
  "a bureau all of whose indicators have left the plan is told so, with what it typed (carried plan: %s)",
  async (carries) => {
    const codes = indicatorsOf(first).flatMap(({ code, bureaus }) =>
      bureaus.includes(BUREAU) ? [code] : [],
    );
    const gone = Object.fromEntries(codes.map((code) => [code, null]));
    const none = { version: "2", tasks: [], example: undefined };
    const kept = await returned({ YL07: 48 }, changed(gone, none), first, carries);
    expect(kept).toMatchObject({ problem: null, refused: false, entries: [] });
    expect(told(kept).join()).toMatch(/本表的规划中已没有 .*YL07 护理型养老床位占比（本期值 48）/);
    const bureaus = builtIn.bureaus.filter(({ name }) => name !== BUREAU);
    const left = await returned({ YL07: 48 }, changed(gone, { ...none, bureaus }), first, carries);
    expect(left).toMatchObject({ problem: null, refused: true, entries: [] });
    expect(told(left)).toEqual([
      `填报单位“${BUREAU}”已不在本表的规划中（文件按规划的另一版填报），未并入；文件中填有 YL07 护理型养老床位占比（本期值 48），需要的请在本表中填写`,
    ]);
  },
);

test("nothing is merged unasked under a code that meant something else, or in another unit", async () => {
  const today = changed({
    YL07: { label: "护理型养老床位数 (张)", whole: false },
    YL12: { label: "养老产业规模及增加值 (亿元)" },
  });
  const read = await returned({ YL07: 48, YL08: 61, YL12: 500 }, today);
  const held = Object.fromEntries(read.entries.map(({ key, held }) => [key, held]));
  expect(held).toEqual({
    YL07: [expect.stringContaining("“指标名称”原为“护理型养老床位占比”")],
    YL08: [],
    YL12: [expect.stringContaining("“计量单位”原为“万元”，现为“亿元”")],
  });
});

test("another version without a difference for this bureau says so", async () => {
  expect(told(await returned({ YL07: 48 }, changed({ TY01: { target: "95" } })))).toEqual([
    expect.stringContaining("该单位的各项在两版中相同"),
  ]);
});

test("a file of another plan is refused, with what to do", async () => {
  const read = await returned({ YL07: 48 }, changed({}, { id: "elsewhere", name: "蚌埠市规划" }));
  expect(read).toMatchObject({ refused: true, entries: [], alternatives: [] });
  expect(told(read)).toEqual([expect.stringMatching(/宿州市.*本表是“蚌埠市规划”；未并入，请/)]);
});

test("what is remembered of a bureau's sheets is of one plan: another one with the same bureaus has its own", () => {
  const bureau = findBureau(BUREAU, first);
  if (!bureau.ok) throw new Error(BUREAU);
  const other = { ...changed({ YL07: { target: "60" } }), bureaus: first.bureaus };
  const once = fingerprint(first, bureau.value);
  expect(fingerprint(other, bureau.value)).not.toBe(once);
  expect(fingerprint(first, bureau.value)).toBe(once);
});
