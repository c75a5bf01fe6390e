import { readFileSync } from "node:fs";
import { join } from "node:path";
import { byWords, inferDirection, parseNotation } from "../../src/plan";

/* Names as plans print them, by field: what stands last in a name decides before any ill in front of it. */

const namesIn = (file: string): string[] =>
  readFileSync(join(__dirname, file), "utf8")
    .trim()
    .split("\n")
    .flatMap((line) => line.replace(/^[^：]*：/, "").split("、"));

const printed = (text: string) => {
  const read = parseNotation(text);
  if (!read.ok) throw new Error(text);
  return { text, notation: read.value };
};
/** Which is better of a target of 8 without a base. */
function better(name: string): string {
  const inferred = inferDirection({ name, unit: "%", baseline: printed("-"), target: printed("8") });
  return inferred.ok ? inferred.value : "asked";
}

test.each([
  ["more-is-better.txt", "higher"],
  ["less-is-better.txt", "lower"],
])("of each name in %s without base or sign %s is better", (file, expected) => {
  const names = namesIn(file);
  expect(names.length).toBeGreaterThan(150);
  expect(names.filter((name) => better(name) !== expected).map((name) => [name, better(name)])).toEqual([]);
});

test.each([
  ["不合格率", "lower"],
  ["未达标断面数", "lower"],
  ["未治理面积", "lower"],
  ["不合格产品处置率", "higher"],
  ["减少碳排放量", "higher"],
  ["降低不良贷款额", "higher"],
  ["重点防治地方病发病率", "lower"],
  ["管理费用率", "lower"],
  ["失业率（%以内）", "lower"],
  ["研发投入占营业收入比例", "higher"],
  ["常住人口", null],
])("%s: %s", (name, expected) => expect(byWords(name)).toBe(expected));

test.each(["慢性病数", "水价价格", "平均服务半径", "用电存量", "人均出行次数", "生师比"])(
  "%s is asked where neither base nor sign speaks",
  (name) => expect(better(name)).toBe("asked"),
);

test.each([
  ["老旧小区数量", "城中村个数", "棚户区户数", "危旧房套数", "易涝点", "积水点数量", "马路市场数"],
  ["露天烧烤点", "散乱污企业", "僵尸企业数量", "命案", "重复信访", "高空抛物", "流浪乞讨人员", "矛盾激化数"],
  ["断头路", "烂尾楼数量", "低效用地面积", "落后产能", "扬尘点位", "占道经营点", "黑恶团伙"],
])("%s and the like are asked where neither base nor sign speaks", (...names) =>
  expect(names.filter((name) => better(name) !== "asked")).toEqual([]),
);

test.each([
  [
    "老旧小区改造数量",
    "老旧小区加装电梯",
    "城中村改造",
    "危旧房改造套数",
    "棚户区改造",
    "易涝点消除率",
    "断头路打通",
  ],
  [
    "散乱污企业整治率",
    "低效用地盘活面积",
    "僵尸企业出清",
    "留守儿童关爱率",
    "空巢老人探访率",
    "老化管网更新",
  ],
  ["危险化学品检查", "旧货市场", "夜市", "露营地", "空间利用率", "停车位", "重点项目", "乱点整治"],
])("%s and the like are plain", (...names) =>
  expect(names.filter((name) => better(name) !== "higher")).toEqual([]),
);

test.each([
  ["0", "lower"],
  ["20", "lower"],
  ["60", "lower"],
  ["70", "higher"],
])("of a name that says nothing, from 80 to %s %s is the likelier", (target, likely) => {
  const inferred = inferDirection({
    ...{ name: "某类场所数量", unit: "处" },
    ...{ baseline: printed("80"), target: printed(target) },
  });
  expect(inferred).toMatchObject({ ok: false, issue: { likely } });
});

test.each([
  "粮食产量",
  "地区生产总值",
  "养老床位数",
  "城镇化率",
  "每千人口执业医师数",
  "研发人员",
  "债券融资",
])("%s is plain", (name) => expect(better(name)).toBe("higher"));
