import { isCellSafe } from "../../src/plan/codes";
import { placeOf, spellings } from "../../src/plan/place";

test.each([
  ["宿州市", "市", "全市"],
  ["寿县", "县", "全县"],
  ["岳阳楼区", "区", "全区"],
  ["湖南省", "省", "全省"],
  ["广西壮族自治区", "自治区", "全区"],
  ["恩施土家族苗族自治州", "州", "全州"],
  ["鄂温克族自治旗", "旗", "全旗"],
  ["梅溪湖街道", "街道", "全街道"],
  ["全国", "", "全国"],
  [undefined, "", "全部"],
])("%s is at the level %j, all of it %s", (name, level, whole) =>
  expect(placeOf(name)).toMatchObject({ level, whole }),
);

test("what a plan calls its whole goes before what follows from the level", () =>
  expect(placeOf("长三角", "全域").whole).toBe("全域"));

test.each([
  ["民政局", "寿县", ["民政局", "县民政局", "寿县民政局"]],
  ["县民政局", "寿县", ["民政局", "县民政局", "寿县民政局"]],
  ["市场监管局", "宿州市", ["市场监管局", "市市场监管局", "宿州市市场监管局", "宿州市场监管局"]],
  ["民政部", "", ["民政部"]],
])("%s of %j is also called %j", (bureau, place, names) =>
  expect(spellings(bureau, placeOf(place))).toEqual(expect.arrayContaining(names)),
);

test("no level is supposed where the place has none", () =>
  expect(spellings("市民政局", placeOf(undefined))).toEqual(["市民政局"]));

test.each(["A01", "YL07", "指标1", "1.2a", "①-甲", "a"])("a cell keeps the code %s", (code) =>
  expect(isCellSafe(code)).toBe(true),
);

test.each([
  ...["1.2", "12", "1-2", "2E5", "MAR1", "1jan", "3月1日", "2023年", "=A1", "@A", "TRUE"],
  ...["1:30pm", "", " A1", "Ａ1", "50%", "abcdefghijklmnopqrstu"],
])("a cell makes something else of %j, or hides what it is", (code) => expect(isCellSafe(code)).toBe(false));
