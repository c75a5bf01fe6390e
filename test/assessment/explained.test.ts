import fc from "fast-check";
import { isExplained } from "../../src/assessment";

const NOTHING = [
  ...["", " ", "/", "／", "-", "—", "。。", "!!", "…", "①", "Ⅳ", "\u200b", "\u3164", "\u115f", "\u2800"],
  ...[
    "无",
    "無",
    "无。",
    "（无）",
    "无无",
    "没有",
    "沒有",
    "暂无",
    "暂时没有",
    "空",
    "略",
    "待补充",
    "待定",
    "未填",
  ],
  ...[
    "暂无说明",
    "试填数据，非真实填报",
    "没有说明",
    "无需说明",
    "不作说明",
    "无情况说明",
    "無說明",
    "无原因",
    "无情况",
    "无特殊情况",
    "无其他原因",
  ],
  ...[
    "说明：无",
    "原因：",
    "情况说明",
    "情况说明：暂无",
    "理由：/",
    "进展情况：待补充",
    "原因和措施：",
    "原因不明",
  ],
  ...["0", "1", "５", "12.5%", "3家", "5万元", "2023年6月30日", "一、", "1. 2. 3."],
  ...["A", "Ａ", "x", "XX", "xxx", "N/A", "n/a", "NULL", "无A", "哈哈哈", "没有可以写的", "有", "缺"],
];
test.each(NOTHING)("%j explains nothing", (text) => expect(isExplained(text)).toBe(false));

test.each([5, 0, null, undefined, true, {}])("%p is no explanation", (input) =>
  expect(isExplained(input)).toBe(false),
);

test.each([
  ...["停产", "改造", "缺地", "新增", "撤并", "暂停", "空缺", "无地", "停工", "改制", "口径调整", "新建3所"],
  ...[
    "无新增机构，撤并2家",
    "没有资金",
    "暂无用地指标",
    "原因：停产",
    "情况说明：床位改造",
    "进展缓慢",
    "待验收",
  ],
  ...["1月停产", "A座停用", "资金未到位", "需求下降", "数据来自民政部门", "COVID"],
])("%s explains", (text) => expect(isExplained(text)).toBe(true));

const around = fc.constantFrom("", " ", "：", "。", "（", "）", "1", "①", "/", "\u200b", "\u3164");

test("words that say nothing say nothing together, whatever marks and digits stand between them", () => {
  const empty = fc.constantFrom(
    "无",
    "没有",
    "暂无",
    "说明",
    "情况说明",
    "原因",
    "理由",
    "进展情况",
    "待补充",
    "无需",
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(around, empty, around)), (parts) =>
      expect(isExplained(parts.flat().join(""))).toBe(false),
    ),
  );
});

test("what explains does so beside words that say nothing, too", () => {
  const reason = fc.constantFrom("停产", "改造", "缺地", "新增", "资金未到位");
  const before = fc.constantFrom("", "原因：", "情况说明：", "说明：", "理由", "无数据，");
  fc.assert(
    fc.property(before, around, reason, around, (...parts) => expect(isExplained(parts.join(""))).toBe(true)),
  );
});

test("any input is read without an exception", () =>
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void isExplained(text))));
