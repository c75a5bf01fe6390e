import { orderOf } from "../../../src/taskpane/periods/order";

test("a period has its place whatever words it is in; one that is not among them, or none, has no place", () => {
  const place = orderOf(["2023年", "2022年一季度", "2023年上半年", "2023年度", ""]);
  expect(["2022年一季度", "2023年6月", "2023年度", "2023年", "2024年", "去年"].map(place)).toEqual([
    0, 1, 2, 2, -1, -1,
  ]);
});
