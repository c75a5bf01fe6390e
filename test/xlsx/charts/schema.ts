import type { Node } from "../../../src/xlsx/workbook/charts/tree";

/*
 * What may stand in an element of a chart's part and of a drawing, in this order, after the schemas of ECMA-376 part 1
 * (dml-chart.xsd, dml-spreadsheetDrawing.xsd, dml-main.xsd): `?` may be absent, `*` may be several, `+` must be one or more,
 * `a|b` is one of them. An element that is not listed holds no others.
 */
const TITLE = "c:tx? c:layout? c:overlay? c:spPr? c:txPr? c:extLst?";
const TEXT = "a:bodyPr a:lstStyle? a:p+";
const SHARED_SERIES = "c:idx c:order c:tx? c:spPr?";
const SHARED_AXIS = `c:axId c:scaling c:delete? c:axPos c:majorGridlines? c:minorGridlines? c:title? c:numFmt? c:majorTickMark?
  c:minorTickMark? c:tickLblPos? c:spPr? c:txPr? c:crossAx c:crosses|c:crossesAt?`;

const CHART: Readonly<Record<string, string>> = {
  "c:chartSpace": `c:date1904? c:lang? c:roundedCorners? c:style? c:clrMapOvr? c:pivotSource? c:protection? c:chart c:spPr?
    c:txPr? c:externalData? c:printSettings? c:userShapes? c:extLst?`,
  "c:chart": `c:title? c:autoTitleDeleted? c:pivotFmts? c:view3D? c:floor? c:sideWall? c:backWall? c:plotArea c:legend?
    c:plotVisOnly? c:dispBlanksAs? c:showDLblsOverMax? c:extLst?`,
  "c:plotArea": "c:layout? c:barChart|c:lineChart+ c:catAx|c:valAx* c:dTable? c:spPr? c:extLst?",
  "c:barChart": `c:barDir c:grouping? c:varyColors? c:ser* c:dLbls? c:gapWidth? c:overlap? c:serLines* c:axId c:axId c:extLst?`,
  "c:lineChart": `c:grouping c:varyColors? c:ser* c:dLbls? c:dropLines? c:hiLowLines? c:upDownBars? c:marker? c:smooth? c:axId
    c:axId c:extLst?`,
  "c:barChart/c:ser": `${SHARED_SERIES} c:invertIfNegative? c:pictureOptions? c:dPt* c:dLbls? c:trendline* c:errBars? c:cat?
    c:val? c:shape? c:extLst?`,
  "c:lineChart/c:ser": `${SHARED_SERIES} c:marker? c:dPt* c:dLbls? c:trendline* c:errBars? c:cat? c:val? c:smooth? c:extLst?`,
  "c:ser/c:tx": "c:strRef|c:v",
  "c:ser/c:marker": "c:symbol? c:size? c:spPr? c:extLst?",
  "c:cat": "c:multiLvlStrRef|c:numRef|c:numLit|c:strRef|c:strLit",
  "c:val": "c:numRef|c:numLit",
  "c:strRef": "c:f c:strCache? c:extLst?",
  "c:numRef": "c:f c:numCache? c:extLst?",
  "c:strCache": "c:ptCount? c:pt* c:extLst?",
  "c:numCache": "c:formatCode? c:ptCount? c:pt* c:extLst?",
  "c:pt": "c:v",
  "c:dLbls": `c:dLbl* c:numFmt? c:spPr? c:txPr? c:dLblPos? c:showLegendKey? c:showVal? c:showCatName? c:showSerName?
    c:showPercent? c:showBubbleSize? c:separator? c:showLeaderLines? c:leaderLines? c:extLst?`,
  "c:catAx": `${SHARED_AXIS} c:auto? c:lblAlgn? c:lblOffset? c:tickLblSkip? c:tickMarkSkip? c:noMultiLvlLbl? c:extLst?`,
  "c:valAx": `${SHARED_AXIS} c:crossBetween? c:majorUnit? c:minorUnit? c:dispUnits? c:extLst?`,
  "c:scaling": "c:logBase? c:orientation? c:max? c:min? c:extLst?",
  "c:majorGridlines": "c:spPr?",
  "c:title": TITLE,
  "c:title/c:tx": "c:strRef|c:rich",
  "c:rich": TEXT,
  "c:txPr": TEXT,
  "c:legend": "c:legendPos? c:legendEntry* c:layout? c:overlay? c:spPr? c:txPr? c:extLst?",
  "c:extLst": "c:ext*",
  "c:ext": "y:source",
  "c:spPr": "a:xfrm? a:custGeom|a:prstGeom? a:noFill|a:solidFill|a:gradFill|a:pattFill? a:ln? a:effectLst?",
  "a:ln":
    "a:noFill|a:solidFill|a:gradFill|a:pattFill? a:prstDash|a:custDash? a:round|a:bevel|a:miter? a:headEnd? a:tailEnd?",
  "a:p": "a:pPr? a:r|a:br|a:fld* a:endParaRPr?",
  "a:pPr": "a:lnSpc? a:spcBef? a:spcAft? a:defRPr? a:extLst?",
  "a:defRPr": "a:ln? a:noFill|a:solidFill? a:effectLst? a:highlight? a:latin? a:ea? a:cs? a:extLst?",
  "a:r": "a:rPr? a:t",
  "a:rPr": "a:ln? a:noFill|a:solidFill? a:effectLst? a:highlight? a:latin? a:ea? a:cs? a:extLst?",
  "a:solidFill": "a:srgbClr|a:schemeClr",
};

const DRAWING: Readonly<Record<string, string>> = {
  "xdr:wsDr": "xdr:twoCellAnchor|xdr:oneCellAnchor|xdr:absoluteAnchor*",
  "xdr:twoCellAnchor": "xdr:from xdr:to xdr:sp|xdr:grpSp|xdr:graphicFrame|xdr:cxnSp|xdr:pic xdr:clientData",
  "xdr:from": "xdr:col xdr:colOff xdr:row xdr:rowOff",
  "xdr:to": "xdr:col xdr:colOff xdr:row xdr:rowOff",
  "xdr:graphicFrame": "xdr:nvGraphicFramePr xdr:xfrm a:graphic",
  "xdr:nvGraphicFramePr": "xdr:cNvPr xdr:cNvGraphicFramePr",
  "xdr:xfrm": "a:off? a:ext?",
  "a:graphic": "a:graphicData",
  "a:graphicData": "c:chart",
};

/** What an attribute of an element may say. */
const VALUES: Readonly<Record<string, RegExp>> = {
  "c:barDir": /^(bar|col)$/,
  "c:barChart/c:grouping": /^(percentStacked|clustered|standard|stacked)$/,
  "c:lineChart/c:grouping": /^(percentStacked|standard|stacked)$/,
  "c:gapWidth": /^([0-4]?\d?\d|500)$/,
  "c:overlap": /^(-?\d?\d|-?100)$/,
  "c:orientation": /^(maxMin|minMax)$/,
  "c:axPos": /^[lrtb]$/,
  "c:legendPos": /^(b|t|l|r|tr)$/,
  "c:symbol": /^(circle|none)$/,
  "c:size": /^([2-9]|[1-6]\d|7[0-2])$/,
  "c:crosses": /^(autoZero|min|max)$/,
  "c:crossBetween": /^(between|midCat)$/,
  "c:tickLblPos": /^(high|low|nextTo|none)$/,
  "c:majorTickMark": /^(cross|in|none|out)$/,
  "c:minorTickMark": /^(cross|in|none|out)$/,
  "c:lblAlgn": /^(ctr|l|r)$/,
  "c:tickLblSkip": /^[1-9]\d*$/,
  "c:dispBlanksAs": /^(span|gap|zero)$/,
  "c:max": /^-?\d+(\.\d+)?(e[+-]?\d+)?$/,
  "c:min": /^-?\d+(\.\d+)?(e[+-]?\d+)?$/,
  "a:srgbClr": /^[\dA-F]{6}$/,
};

/** An element's rule, the one for where it stands before the one for anywhere. */
const ruled = <T>(rules: Readonly<Record<string, T>>, parent: string, name: string): T | undefined =>
  rules[`${parent}/${name}`] ?? rules[name];

/** The order as an expression over names that are each ended by a blank. */
const expression = (order: string): RegExp =>
  new RegExp(
    `^${order
      .split(/\s+/)
      .map((one) => {
        const [, names = "", often = ""] = /^(.*?)([?*+]?)$/.exec(one)!;
        return `(?:(?:${names}) )${often}`;
      })
      .join("")}$`,
  );

/** What is against the schemas in an element and all within; [] for nothing. */
export function faults(
  node: Node,
  parent = "",
  rules = parent === "" ? { ...CHART, ...DRAWING } : undefined,
): string[] {
  const known = rules ?? {};
  const { name, children } = node;
  // the chart that a drawing refers to holds nothing
  const order = parent === "a:graphicData" ? "" : (ruled(known, parent, name) ?? "");
  const names = children.map((child) => `${child.name} `).join("");
  const allowed = ruled(VALUES, parent, name);
  const value = / val="([^"]*)"/.exec(node.attributes)?.[1];
  return [
    ...(order === ""
      ? names === ""
        ? []
        : [`${name}: ${names}`]
      : expression(order).test(names)
        ? []
        : [`${name}: ${names}`]),
    ...(allowed && !allowed.test(value ?? "") ? [`${name}=${value}`] : []),
    ...children.flatMap((child) => faults(child, name, known)),
  ];
}
