import type { ConditionalFormattingOptions, ExpressionRuleType, Worksheet } from "@cj-tech-master/excelts";
import type { HighlightRule } from "../../grid";
import { fromFileFormula } from "./formulas";
import { areasOf } from "./areas";
import { given } from "../write/looks";
import { fromColor, type Theme } from "./styles";

type HighlightInFile = ConditionalFormattingOptions["rules"][number];
/** By formula; other kinds have no place here. */
const isKnown = (rule: HighlightInFile): rule is ExpressionRuleType =>
  rule.type === "expression" && rule.formulae?.[0] !== undefined;

/** Highlights by formula; other kinds are not known here. The first wins, as in the file. */
export function readHighlights(sheet: Worksheet, namespace: string, theme?: Theme): HighlightRule[] {
  return sheet.conditionalFormattings
    .flatMap(({ ref, rules }) => rules.map((rule) => ({ ref, rule })))
    .sort((a, b) => (a.rule.priority ?? 0) - (b.rule.priority ?? 0))
    .flatMap(({ ref, rule }, i) => {
      const areas = areasOf(ref);
      if (!isKnown(rule) || areas.length === 0) return [];
      const { fill, font } = rule.style ?? {};
      const highlight = {
        id: `rule-${i}`,
        areas,
        formula: fromFileFormula(String(rule.formulae?.[0]), namespace),
        fill:
          fill?.type === "pattern"
            ? (fromColor(fill.bgColor, theme) ?? fromColor(fill.fgColor, theme))
            : undefined,
        fontColor: fromColor(font?.color, theme),
        bold: font?.bold,
      };
      return [given(highlight)];
    });
}
