import type { ChartAxis, ChartState, ChartType } from "../../../grid";
import { element, said } from "./element";
import { filled, title } from "./texts";

/** By which a chart knows its axes. */
const IDS = { categories: 1, values: 2 };
export const AXIS_IDS = said("c:axId", IDS.categories) + said("c:axId", IDS.values);

const opposite = { b: "t", t: "b", l: "r", r: "l" } as const;
type Edge = keyof typeof opposite;

/** Where an axis is; where the other runs from last to first, it is on the other side. */
const edgeOf = (edge: Edge, other: ChartAxis): Edge => (other.reversed ? opposite[edge] : edge);

const scaling = ({ reversed, min, max }: ChartAxis): string =>
  element(
    "c:scaling",
    {},
    said("c:orientation", reversed ? "maxMin" : "minMax"),
    max === undefined ? "" : said("c:max", max),
    min === undefined ? "" : said("c:min", min),
  );

const LINE = "#D9D9D9";
const thin = (color: string): string => element("c:spPr", {}, element("a:ln", { w: 9525 }, filled(color)));

/** What both axes say, in the order of the schema. */
function shared(axis: ChartAxis, own: { id: number; crosses: number; edge: Edge; grid: boolean }): string {
  const { id, crosses, edge, grid } = own;
  return [
    said("c:axId", id),
    scaling(axis),
    said("c:delete", 0),
    said("c:axPos", edge),
    grid ? element("c:majorGridlines", {}, thin(LINE)) : "",
    axis.title ? title(axis.title, "axis", edge === "l" || edge === "r") : "",
    // without a format of its own an axis has that of its cells
    element("c:numFmt", {
      formatCode: axis.format ?? "General",
      sourceLinked: axis.format === undefined ? 1 : 0,
    }),
    said("c:majorTickMark", "none"),
    said("c:minorTickMark", "none"),
    // not over bars of negative numbers
    said("c:tickLblPos", "low"),
    thin(LINE),
    said("c:crossAx", crosses),
    said("c:crosses", "autoZero"),
  ].join("");
}

/** Bars lie beside an upright axis of categories. */
export const lies = (type: ChartType): boolean => type.startsWith("Bar");

export function axes({ type, categories = {}, values = {} }: ChartState): string {
  const [first, second]: [Edge, Edge] = lies(type) ? ["l", "b"] : ["b", "l"];
  return [
    element(
      "c:catAx",
      {},
      shared(categories, {
        id: IDS.categories,
        crosses: IDS.values,
        edge: edgeOf(first, values),
        grid: false,
      }),
      said("c:auto", 1),
      said("c:lblAlgn", "ctr"),
      said("c:lblOffset", 100),
      // each bar that lies has a line for its name
      lies(type) ? said("c:tickLblSkip", 1) : "",
      said("c:noMultiLvlLbl", 0),
    ),
    element(
      "c:valAx",
      {},
      shared(values, {
        id: IDS.values,
        crosses: IDS.categories,
        edge: edgeOf(second, categories),
        grid: true,
      }),
      said("c:crossBetween", "between"),
    ),
  ].join("");
}
