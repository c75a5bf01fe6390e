import type { ConditionalFormattingOptions, Worksheet } from "@cj-tech-master/excelts";
import type { HighlightRule } from "../../grid";
import { fileAddress } from "./areas";
import { given, toColor } from "./looks";
import type { InFile } from "./validations";

/** The first wins. */
export function writeHighlights(sheet: Worksheet, rules: HighlightRule[], inFile: InFile): void {
  rules.forEach(({ areas, formula, fill, fontColor, bold }, i) => {
    const style = {
      ...(fill && {
        fill: { type: "pattern" as const, pattern: "solid" as const, bgColor: toColor(fill) },
      }),
      font: given({ bold, color: fontColor && toColor(fontColor) }),
    };
    const rule = {
      type: "expression",
      formulae: [inFile(formula)],
      priority: i + 1,
      style,
    };
    sheet.addConditionalFormatting({
      ref: areas.map(fileAddress).join(" "),
      rules: [rule],
    } as ConditionalFormattingOptions);
  });
}
