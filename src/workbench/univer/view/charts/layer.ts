import { type Box, PANE_COUNT } from "./panes";
import "./charts.css";

/** A chart as it is seen. */
export interface Picture {
  /** of its sheet's charts */
  id: string;
  /** what a reader of screens says */
  name: string;
  /** address of its picture; "" until it is drawn */
  source: string;
  /** the pane of its first cell, and those that it reaches into */
  places: readonly { pane: number; box: Box }[];
}

const made = <T extends "div" | "img">(tag: T, className: string): HTMLElementTagNameMap[T] =>
  Object.assign(document.createElement(tag), { className });

function put({ style }: HTMLElement, box: Box | null): void {
  style.display = box ? "" : "none";
  for (const [side, pixels] of Object.entries(box ?? {})) style.setProperty(side, `${pixels}px`);
}

/**
 * Pictures over the canvas of a sheet, each cut off at the edges of the panes that it lies in. What the mouse does goes
 * through them to the cells.
 */
export class Layer {
  private readonly root = made("div", "charts");
  private readonly panes = Array.from({ length: PANE_COUNT }, () => made("div", "charts-pane"));
  private images = new Map<string, HTMLImageElement>();

  constructor() {
    this.root.append(...this.panes);
  }

  /** @param pictures a later one lies over those before it */
  show(canvas: HTMLElement, panes: readonly (Box | null)[], pictures: readonly Picture[]): void {
    if (canvas.nextElementSibling !== this.root) canvas.after(this.root);
    const known = this.images;
    this.images = new Map();
    const images = this.panes.map((): HTMLImageElement[] => []);
    for (const { id, name, source, places } of pictures)
      places.forEach(({ pane, box }, i) => {
        const key = `${pane} ${id}`;
        const image = known.get(key) ?? made("img", "chart");
        // a reader of screens meets each chart once
        image.alt = i === 0 ? name : "";
        if (image.getAttribute("src") !== source) image.src = source;
        put(image, box);
        images[pane]!.push(image);
        this.images.set(key, image);
      });
    this.panes.forEach((element, i) => {
      put(element, panes[i]!);
      const [before, after] = [[...element.children], images[i]!];
      if (before.length !== after.length || before.some((one, at) => one !== after[at]))
        element.replaceChildren(...after);
    });
  }
}
