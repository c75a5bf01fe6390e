import { type Parts, relationsOf, type SheetPart, xmlOf } from "../..";
import type { ChartState } from "../../../grid";
import { placeOf, type Sizes } from "./anchors";
import { losesParts } from "./lost";
import { type ChartSheet, readChart } from "./read";
import { at, attribute, type Node, treeOf, within } from "./tree";

export type { Sizes } from "./anchors";

/** A chart of a file that the workbench draws. */
export interface FileChart {
  chart: ChartState;
  /** its part */
  path: string;
  /** it has looks or settings that have no place in the workbench */
  loses: boolean;
}

/** A damaged part holds nothing that can be drawn; the file is read all the same. */
function treeAt(parts: Parts, path: string): Node | undefined {
  try {
    return treeOf(xmlOf(parts, path));
  } catch {
    return undefined;
  }
}

/** A name that no other has: by it the add-in finds its charts again. */
function ownName(name: string, taken: ReadonlySet<string>): string {
  let [own, number] = [name || "图表 1", 1];
  while (taken.has(own)) own = `${name || "图表"} ${++number}`;
  return own;
}

const ANCHORS = /^xdr:(?:twoCell|oneCell|absolute)Anchor$/;

/** The charts of a sheet in the order in which they lie over each other; those of other kinds are left out. */
export function chartsOf(
  parts: Parts,
  related: SheetPart["related"],
  sheet: ChartSheet,
  sizes: Sizes,
): FileChart[] {
  const found: FileChart[] = [];
  const taken = new Set<string>();
  for (const { path } of related.filter(({ type }) => type === "drawing")) {
    const relations = relationsOf(parts, path);
    for (const anchor of at(treeAt(parts, path), "xdr:wsDr")?.children ?? []) {
      const frame = at(anchor, "xdr:graphicFrame");
      const id = attribute(within(frame, "c:chart")[0], "r:id");
      const target = relations.find((one) => one.id === id && one.type === "chart")?.path;
      const part = target === undefined ? undefined : treeAt(parts, target);
      const content = part && readChart(part, sheet);
      const place = ANCHORS.test(anchor.name) ? placeOf(anchor, sizes) : null;
      if (!content || !place) continue;
      const name = ownName(attribute(at(frame, "xdr:nvGraphicFramePr/xdr:cNvPr"), "name") ?? "", taken);
      taken.add(name);
      const chart = { id: `chart-${found.length}`, name, ...content, position: place.position };
      found.push({
        chart,
        path: target!,
        loses: !place.exact || losesParts(chart, sheet.name, part, anchor),
      });
    }
  }
  return found;
}
