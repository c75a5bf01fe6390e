import { element, holding, said } from "./element";

/** Hundredths of a point, as Excel has them in a new chart. */
const SIZES = { title: 1400, axis: 1000, other: 900 };

/** A colour such as `#1F4E9E` that fills. */
export const filled = (color: string): string =>
  element("a:solidFill", {}, said("a:srgbClr", color.slice(1).toUpperCase()));

/** Upwards, for what stands beside an upright axis. */
const UPRIGHT = { rot: -5_400_000, vert: "horz" };

/** What a chart or one of its axes is called. */
export const title = (text: string, size: "title" | "axis", upright = false): string =>
  element(
    "c:title",
    {},
    element(
      "c:tx",
      {},
      element(
        "c:rich",
        {},
        element("a:bodyPr", upright ? UPRIGHT : {}),
        element(
          "a:p",
          {},
          element("a:pPr", {}, element("a:defRPr", { sz: SIZES[size], b: 0 })),
          element(
            "a:r",
            {},
            element("a:rPr", { lang: "zh-CN", sz: SIZES[size], b: 0 }),
            holding("a:t", text),
          ),
        ),
      ),
    ),
    said("c:overlay", 0),
  );

/** How texts look that are no titles. */
export const textLook = (color?: string): string =>
  element(
    "c:txPr",
    {},
    element("a:bodyPr"),
    element(
      "a:p",
      {},
      element("a:pPr", {}, element("a:defRPr", { sz: SIZES.other }, color ? filled(color) : "")),
      element("a:endParaRPr", { lang: "zh-CN" }),
    ),
  );
