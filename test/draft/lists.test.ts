import {
  type BureauDraft,
  type Pasted,
  readBureauTable,
  readTaskTable,
  type TaskDraft,
} from "../../src/draft";

const TASKS: TaskDraft[] = [
  { number: 1, text: "建设养老床位", responsible: "市民政局、市财政局", deadline: "2025年底" },
  { number: 2, text: "发展普惠托育", responsible: "市卫生健康委", deadline: "长期" },
];

test.each<[string, Pasted]>([
  [
    "tabs",
    {
      text: "序号\t重点任务\t责任单位\t完成时限\n1\t建设养老床位\t市民政局、市财政局\t2025年底\n2\t发展普惠托育\t市卫生健康委\t长期",
    },
  ],
  [
    "no numbers",
    {
      text: "| 任务 | 责任部门 | 完成时间 |\n|--|--|--|\n| 建设养老床位 | 市民政局、市财政局 | 2025年底 |\n| 发展普惠托育 | 市卫生健康委 | 长期 |",
    },
  ],
  [
    "a merged task",
    {
      html: "<table><tr><td>重点任务<td>责任单位<td>时限<tr><td rowspan=2>建设养老床位<td>市民政局<td rowspan=2>2025年底<tr><td>市财政局<tr><td>发展普惠托育<td>市卫生健康委<td>长期</table>",
    },
  ],
  [
    "no header",
    {
      cells: [
        ["1", "建设养老床位", "市民政局、市财政局", "2025年底"],
        ["2", "发展普惠托育", "市卫生健康委", "长期"],
      ],
    },
  ],
  [
    "sentences",
    {
      text: "1．建设养老床位（责任单位：市民政局、市财政局；完成时限：2025年底）\n2．发展普惠托育（责任单位：市卫生健康委；完成时限：长期）",
    },
  ],
])("tasks: %s", (_, pasted) => {
  const read = readTaskTable(pasted, new Map());
  expect("refused" in read ? read : read.rows).toEqual(TASKS);
});

/** The first task's bureaus as read: names, and the cell to the letter where it says more. */
const bureausIn = (pasted: Pasted) => {
  const read = readTaskTable(pasted, new Map());
  if ("refused" in read) throw new Error(read.refused);
  expect(read.left).toEqual([]);
  const [{ responsible, printed, deadline }] = read.rows as [TaskDraft];
  return { responsible, printed, deadline };
};
const [LED, BOTH] = ["市民政局、市财政局、市教育局", "牵头单位：市民政局；配合单位：市财政局、市教育局"];
const inCell = (cell: string): Pasted => ({ text: `任务\t责任单位\t完成时限\n建设床位\t${cell}\t2025年底` });

test.each<[string, string]>([
  ["市民政局牵头，市财政局、市教育局配合", LED],
  ["由市民政局牵头，市财政局、市教育局配合", LED],
  ["市财政局配合、市民政局（牵头）、市教育局", LED],
  ["*市民政局、市财政局、市教育局", LED],
  ["市民政局、市财政局牵头，市教育局配合", LED],
  ["牵头单位：市民政局；配合单位：市财政局、市教育局", LED],
  ["市民政局牵头", "市民政局"],
])("who leads is the first, and the cell is kept: %s", (cell, responsible) =>
  expect(bureausIn(inCell(cell))).toEqual({ responsible, printed: cell, deadline: "2025年底" }),
);

test.each<[string, Pasted]>([
  [
    "two columns",
    { text: "任务\t牵头单位\t配合单位\t完成时限\n建设床位\t市民政局\t市财政局、市教育局\t2025年底" },
  ],
  [
    "two columns of a merged task",
    {
      html: "<table><tr><td>任务<td>牵头单位<td>配合单位<td>时限<tr><td rowspan=2>建设床位<td rowspan=2>市民政局<td>市财政局<td rowspan=2>2025年底<tr><td>市教育局</table>",
    },
  ],
  [
    "a sentence",
    { text: "1．建设床位（牵头单位：市民政局；配合单位：市财政局、市教育局；完成时限：2025年底）" },
  ],
])("who leads and who helps stand apart: %s", (_, pasted) =>
  expect(bureausIn(pasted)).toMatchObject({ responsible: LED, printed: BOTH, deadline: "2025年底" }),
);

const bureau = (name: string, aliases: string[] = [], contact = "", phone = ""): BureauDraft => ({
  name,
  aliases,
  contact,
  phone,
});

test.each<[string, Pasted, BureauDraft[]]>([
  [
    "a table",
    { text: "单位\t别名\t联系人\t电话\n市民政局\t民政局、市民政\t张三\t0557-1234567\n市财政局\t\t\t" },
    [bureau("市民政局", ["民政局", "市民政"], "张三", "0557-1234567"), bureau("市财政局")],
  ],
  [
    "a line each, one twice",
    { text: "1. 市民政局\n2. 市财政局\n3. 市民政局" },
    [bureau("市民政局"), bureau("市财政局")],
  ],
  [
    "by 、",
    { text: "市民政局、市财政局，市卫生健康委员会（简称市卫健委）" },
    [bureau("市民政局"), bureau("市财政局"), bureau("市卫生健康委员会", ["市卫健委"])],
  ],
])("bureaus: %s", (_, pasted, rows) => {
  const read = readBureauTable(pasted, new Map());
  expect("refused" in read ? read : read.rows).toEqual(rows);
});

test.each([
  ["nothing", {}, /没有可读的内容/],
  ["a picture", { picture: true }, /图片不能读取/],
])("refused: %s", (_, pasted, reason) => {
  for (const read of [readTaskTable(pasted, new Map()), readBureauTable(pasted, new Map())])
    expect(read).toEqual({ refused: expect.stringMatching(reason) });
});

test("CSV, with quotes where a cell holds a comma", () => {
  const tasks = readTaskTable(
    {
      text: '序号,重点任务,责任单位,完成时限\n1,"建设床位,提升质量","市民政局,市财政局",2025年底\n2,发展托育,市卫生健康委,长期',
    },
    new Map(),
  );
  expect(tasks).toMatchObject({
    rows: [
      { text: "建设床位,提升质量", responsible: expect.stringContaining("市财政局"), deadline: "2025年底" },
      { text: "发展托育", responsible: "市卫生健康委", deadline: "长期" },
    ],
  });
  const text = '单位,别名,联系人,电话\n市民政局,"民政局,市民政",张三,123\n市财政局,,李四,456';
  for (const one of [text, text.replace(/,/g, "，"), text.replace(/,/g, ";")])
    expect(readBureauTable({ text: one }, new Map())).toMatchObject({
      rows: [bureau("市民政局", ["民政局", "市民政"], "张三", "123"), bureau("市财政局", [], "李四", "456")],
    });
});
