import { inside, outside } from "../../engine/areas";
import type { HighlightRule } from "../../engine/engine";
import { HostError } from "../errors";
import { HostCollection, HostObject } from "../object";
import { checkFormat, type SheetAreas } from "./sheet-areas";

const rules = ({ engine, sheet }: SheetAreas): HighlightRule[] => engine.sheetState(sheet).highlights;

function store(cells: SheetAreas, highlights: HighlightRule[]): void {
  checkFormat(cells);
  cells.engine.updateSheet(cells.sheet, { highlights });
}

/** One rule, found again by its id. */
interface RuleOf {
  cells: SheetAreas;
  id: string;
}

function ruleOf({ cells, id }: RuleOf): HighlightRule {
  const rule = rules(cells).find((r) => r.id === id);
  if (!rule) throw new HostError("ItemNotFound", "ConditionalFormat");
  return rule;
}

function change(of: RuleOf, part: Partial<HighlightRule>): void {
  const changed = { ...ruleOf(of), ...part };
  store(
    of.cells,
    rules(of.cells).map((r) => (r.id === of.id ? changed : r)),
  );
}

class ConditionalFormatRule extends HostObject {
  readonly type = "ConditionalFormatRule";
  constructor(private readonly of: RuleOf) {
    super();
  }
  get Formula(): string {
    return ruleOf(this.of).formula;
  }
  set Formula(value: unknown) {
    if (typeof value !== "string" || !value.startsWith("="))
      throw new HostError("InvalidArgument", "ConditionalFormatRule.formula");
    change(this.of, { formula: value });
  }
}

class ConditionalRangeFont extends HostObject {
  readonly type = "ConditionalRangeFont";
  constructor(private readonly of: RuleOf) {
    super();
  }
  get Color(): string {
    return ruleOf(this.of).fontColor ?? "";
  }
  set Color(value: unknown) {
    change(this.of, { fontColor: String(value) });
  }
  get Bold(): boolean {
    return ruleOf(this.of).bold ?? false;
  }
  set Bold(value: unknown) {
    change(this.of, { bold: Boolean(value) });
  }
}

class ConditionalRangeFill extends HostObject {
  readonly type = "ConditionalRangeFill";
  constructor(private readonly of: RuleOf) {
    super();
  }
  get Color(): string {
    return ruleOf(this.of).fill ?? "";
  }
  set Color(value: unknown) {
    change(this.of, { fill: String(value) });
  }
}

class ConditionalRangeFormat extends HostObject {
  readonly type = "ConditionalRangeFormat";
  constructor(private readonly of: RuleOf) {
    super();
  }
  get Font(): ConditionalRangeFont {
    return new ConditionalRangeFont(this.of);
  }
  get Fill(): ConditionalRangeFill {
    return new ConditionalRangeFill(this.of);
  }
}

class CustomConditionalFormat extends HostObject {
  readonly type = "CustomConditionalFormat";
  constructor(private readonly of: RuleOf) {
    super();
  }
  get Rule(): ConditionalFormatRule {
    return new ConditionalFormatRule(this.of);
  }
  get Format(): ConditionalRangeFormat {
    return new ConditionalRangeFormat(this.of);
  }
}

class ConditionalFormat extends HostObject {
  readonly type = "ConditionalFormat";
  constructor(readonly of: RuleOf) {
    super();
  }
  override identity(): Record<string, unknown> {
    return { ...super.identity(), Id: this.of.id };
  }
  get Id(): string {
    return this.of.id;
  }
  get Type(): string {
    return "Custom";
  }
  get Priority(): number {
    return rules(this.of.cells).findIndex(({ id }) => id === this.of.id);
  }
  get Custom(): CustomConditionalFormat {
    return new CustomConditionalFormat(this.of);
  }
  Delete(): void {
    ruleOf(this.of);
    store(
      this.of.cells,
      rules(this.of.cells).filter(({ id }) => id !== this.of.id),
    );
  }
}

let nextRule = 1;

export class ConditionalFormatCollection extends HostCollection<ConditionalFormat> {
  readonly type = "ConditionalFormatCollection";
  constructor(private readonly cells: SheetAreas) {
    super();
  }
  items(): ConditionalFormat[] {
    return rules(this.cells)
      .filter((rule) => inside(rule.areas, this.cells.areas).length > 0)
      .map(({ id }) => new ConditionalFormat({ cells: this.cells, id }));
  }
  keys({ of }: ConditionalFormat): string[] {
    return [of.id];
  }
  override GetItem(id: unknown): ConditionalFormat {
    if (this.cells.manners?.staleRules)
      throw new HostError("ItemNotFound", `ConditionalFormat "${String(id)}"`);
    return super.GetItem(id);
  }
  /** Excel puts each new rule on top. */
  Add(kind: unknown): ConditionalFormat {
    if (kind !== "Custom")
      throw new HostError("ApiNotFound", `ConditionalFormatCollection.add "${String(kind)}"`);
    const id = `{CF-${nextRule++}}`;
    store(this.cells, [{ id, areas: this.cells.areas, formula: "" }, ...rules(this.cells)]);
    return new ConditionalFormat({ cells: this.cells, id });
  }
  ClearAll(): void {
    const left = rules(this.cells).map((rule) => ({ ...rule, areas: outside(rule.areas, this.cells.areas) }));
    store(
      this.cells,
      left.filter((rule) => rule.areas.length > 0),
    );
  }
}

/** What is hosted here, by Excel's class names. */
export const HOSTED = {
  ConditionalFormatRule,
  ConditionalRangeFont,
  ConditionalRangeFill,
  ConditionalRangeFormat,
  CustomConditionalFormat,
  ConditionalFormat,
  ConditionalFormatCollection,
};
