import { ALL, filtered, NO_FILTER, offered } from "../../../src/taskpane/periods/filter";

const course = (code: string, ...statuses: string[]) => ({
  code,
  name: code,
  points: statuses.map((status, at) => ({ period: "", at, value: at, due: null, status })),
  schedule: [],
  text: "",
});
const courses = [course("YL01", "滞后", "达到序时"), course("TY01", "达到序时", "滞后"), course("TY02", "")];
const fieldOf = ({ code }: { code: string }): string => (code.startsWith("YL") ? "养老" : "托育");

test("each filter offers what there is, by the last period", () =>
  expect(offered(courses, fieldOf)).toEqual({
    field: [ALL, "养老", "托育"],
    status: [ALL, "达到序时", "滞后"],
  }));

test.each([
  [NO_FILTER, ["YL01", "TY01", "TY02"]],
  [{ field: "托育", status: ALL }, ["TY01", "TY02"]],
  [{ field: ALL, status: "滞后" }, ["TY01"]],
  [{ field: "养老", status: "滞后" }, []],
])("%j leaves %j", (filter, codes) =>
  expect(filtered(courses, filter, fieldOf).map(({ code }) => code)).toEqual(codes),
);
