import type { ChartState, ChartType } from "../../../grid";
import { chartXml } from "../../write/charts/chart";
import { drawingXml } from "../../write/charts/drawing";
import { at, attribute, type Node, treeOf, within } from "./tree";

/** What every file numbers in its own way, or keeps for whoever does not look at the cells. */
const PASSED = new Set(
  `c:strCache c:numCache c:idx c:order c:axId c:crossAx c:date1904 c:lang c:printSettings xdr:from xdr:to xdr:pos xdr:ext
  xdr:xfrm`.split(/\s+/),
);
const PASSED_ATTRIBUTES = new Set("id r:id uri lang macro fPublished editAs=twoCell".split(" "));
/** Numbers of programs for their own use. */
const OWN_NUMBERS = /^(?:\w+:)?(?:uniqueId|creationId|dataDisplayOptions16|dispNaAsBlank)$/;

/** What goes without saying in the charts of the workbench. */
const USUAL = new Set(
  `c:roundedCorners=0 c:style=2 c:varyColors=0 c:layout c:overlay=0 c:autoTitleDeleted=0 c:plotVisOnly=1
  c:dispBlanksAs=gap c:delete=0 c:crosses=autoZero c:crossBetween=between c:auto=1 c:lblAlgn=ctr c:lblOffset=100
  c:noMultiLvlLbl=0 c:noMultiLvlLbl=1 c:majorTickMark=none c:minorTickMark=none c:tickLblPos=nextTo c:tickLblPos=low
  c:invertIfNegative=0 c:smooth=0 c:marker=0 c:marker=1 c:showLegendKey=0 c:showVal=0 c:showCatName=0 c:showSerName=0
  c:showPercent=0 c:showBubbleSize=0 c:showLeaderLines=0 c:gapWidth=150 c:overlap=0 a:bodyPr a:lstStyle
  xdr:cNvGraphicFramePr xdr:clientData`
    .toLowerCase()
    .split(/\s+/),
);

/** Where numbers stand beside marks unless a chart says otherwise. */
const LABEL_PLACES: Readonly<Record<ChartType, string>> = {
  BarStacked: "ctr",
  ColumnStacked: "ctr",
  BarClustered: "outend",
  ColumnClustered: "outend",
  LineMarkers: "r",
  Line: "r",
};

const TRUTHS: Readonly<Record<string, string>> = { true: "1", false: "0" };

/** A value however it is written: `100%` and `100.0` are `100`. */
function plain(value: string): string {
  const text = TRUTHS[value] ?? value.toLowerCase().replace(/(?<=\d)%$/, "");
  return text !== "" && Number.isFinite(Number(text)) ? String(Number(text)) : text;
}

/** Names are texts, whatever their cells hold. */
const nameOf = ({ name }: Node): string => (name === "c:numRef" ? "c:strRef" : name).toLowerCase();

/** Each thing that an element says, such as `c:legend/c:legendpos=b`. */
function sayings(node: Node, path = ""): string[] {
  if (PASSED.has(node.name) || OWN_NUMBERS.test(node.name)) return [];
  const here = `${path}${nameOf(node)}`;
  const attributes = [...node.attributes.matchAll(/ ([^=]+)="([^"]*)"/g)].flatMap(
    ([, name = "", value = ""]) => {
      if (PASSED_ATTRIBUTES.has(name) || PASSED_ATTRIBUTES.has(`${name}=${value}`)) return [];
      return [`${here}${name === "val" ? "" : `@${name.toLowerCase()}`}=${plain(value)}`];
    },
  );
  const text = node.text.trim();
  const held = text === "" ? [] : [`${here}=${node.name === "c:f" ? text.replace(/['$]/g, "") : text}`];
  const inner = node.children.flatMap((child) => sayings(child, `${here}/`));
  const all = [...attributes, ...held, ...inner];
  return all.length === 0 && node.children.length === 0 ? [here] : all;
}

const isUsual = (saying: string): boolean => USUAL.has(saying.slice(saying.lastIndexOf("/") + 1));

/** Whether a file says more of something than the workbench would say when it is written again. */
function saysMore(file: readonly Node[], own: readonly Node[], usual: readonly string[] = []): boolean {
  const again = new Set(own.flatMap((node) => sayings(node)));
  return file
    .flatMap((node) => sayings(node))
    .some((saying) => !again.has(saying) && !isUsual(saying) && !usual.some((end) => saying.endsWith(end)));
}

/**
 * Whether a chart of a file has looks or settings that the workbench has no place for.
 * @param part the chart's part
 * @param anchor where it lies
 */
export function losesParts(chart: ChartState, sheet: string, part: Node, anchor: Node): boolean {
  const own = treeOf(chartXml(chart, { sheet, valueAt: () => null, formatAt: () => "" }));
  const place = at(treeOf(drawingXml([chart], sheet)), "xdr:wsDr/xdr:twoCellAnchor")!;
  const grid = at(part, "c:chartSpace/c:chart/c:plotArea/c:valAx/c:majorGridlines");
  return (
    !grid ||
    saysMore(part.children, own.children, [`c:dlblpos=${LABEL_PLACES[chart.type]}`]) ||
    anchor.name !== "xdr:twoCellAnchor" ||
    attribute(anchor, "editAs") === "oneCell" ||
    saysMore(within(anchor, "xdr:graphicFrame"), within(place, "xdr:graphicFrame"))
  );
}
