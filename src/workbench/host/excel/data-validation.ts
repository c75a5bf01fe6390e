import { inside, outside } from "../../engine/areas";
import type { ValidationRule } from "../../engine/engine";
import { HostError } from "../errors";
import { HostObject } from "../object";
import { checkFormat, type SheetAreas } from "./sheet-areas";

interface Limits {
  formula1: unknown;
  formula2?: unknown;
  operator: string;
}
interface List {
  source: unknown;
  inCellDropDown: boolean;
}

const MAX_LIST = 255;
const KINDS = { wholeNumber: "whole", decimal: "decimal", date: "date", list: "list" } as const;
type Kind = keyof typeof KINDS;

const TYPES = { whole: "WholeNumber", decimal: "Decimal", date: "Date", list: "List" } as const;

function limits(type: "whole" | "decimal" | "date", value: Limits): Omit<ValidationRule, "areas"> {
  const two = value.operator === "Between" || value.operator === "NotBetween";
  if (value.formula1 === undefined || (two && value.formula2 === undefined))
    throw new HostError("InvalidArgument", "DataValidation.rule");
  return {
    type,
    operator: value.operator,
    formula1: String(value.formula1),
    ...(two && { formula2: String(value.formula2) }),
  };
}

function parse(value: unknown): Omit<ValidationRule, "areas"> {
  const [[kind, content] = [], ...more] = Object.entries((value ?? {}) as Record<string, unknown>).filter(
    ([, v]) => v != null,
  );
  if (kind === undefined || more.length > 0) throw new HostError("InvalidArgument", "DataValidation.rule");
  if (!(kind in KINDS)) throw new HostError("ApiNotFound", `DataValidation.rule.${kind}`);
  if (kind !== "list") return limits(KINDS[kind as Exclude<Kind, "list">], content as Limits);
  const { source } = content as List;
  if (typeof source !== "string" || source === "" || (!source.startsWith("=") && source.length > MAX_LIST))
    throw new HostError("InvalidArgument", "DataValidation.rule.list.source");
  return { type: "list", formula1: source };
}

function shape(rule: ValidationRule): Record<string, unknown> {
  if (rule.type === "list") return { list: { inCellDropDown: true, source: rule.formula1 } };
  const value = {
    formula1: rule.formula1,
    operator: rule.operator,
    ...(rule.formula2 !== undefined && { formula2: rule.formula2 }),
  };
  return rule.type === "whole" ? { wholeNumber: value } : { [rule.type]: value };
}

export class DataValidation extends HostObject {
  readonly type = "DataValidation";
  constructor(private readonly cells: SheetAreas) {
    super();
  }

  private get all(): ValidationRule[] {
    return this.cells.engine.sheetState(this.cells.sheet).validations;
  }

  private here(): ValidationRule[] {
    return this.all.filter((rule) => inside(rule.areas, this.cells.areas).length > 0);
  }

  private store(validations: ValidationRule[]): void {
    checkFormat(this.cells);
    const kept = validations.filter((rule) => rule.areas.length > 0);
    this.cells.engine.updateSheet(this.cells.sheet, { validations: kept });
  }

  private elsewhere(): ValidationRule[] {
    return this.all.map((rule) => ({ ...rule, areas: outside(rule.areas, this.cells.areas) }));
  }

  /** Changes the rules of these cells only; one that reaches further is split. */
  private change(part: Partial<ValidationRule>): void {
    const changed = this.here().map((rule) => ({
      ...rule,
      ...part,
      areas: inside(rule.areas, this.cells.areas),
    }));
    if (changed.length === 0) throw new HostError("InvalidOperation", "DataValidation without a rule");
    this.store([...this.elsewhere(), ...changed]);
  }

  private get covered(): boolean {
    return (
      outside(
        this.cells.areas,
        this.here().flatMap((rule) => rule.areas),
      ).length === 0
    );
  }

  get Type(): string {
    if (this.here().length > 0 && !this.covered) return "MixedCriteria";
    const types = new Set(this.here().map((rule) => TYPES[rule.type]));
    return types.size === 0 ? "None" : types.size > 1 ? "Inconsistent" : [...types][0]!;
  }
  get Rule(): unknown {
    const [rule] = this.here();
    return rule ? shape(rule) : {};
  }
  /** whether some of the cells have another rule than others */
  private get mixed(): boolean {
    const kinds = new Set(this.here().map((rule) => JSON.stringify({ ...rule, areas: null })));
    return kinds.size > 1 || (kinds.size === 1 && !this.covered);
  }
  set Rule(value: unknown) {
    if (this.cells.manners?.mixedRules && this.mixed)
      throw new HostError("InvalidArgument", "DataValidation.rule over different rules");
    this.store([...this.elsewhere(), { ...parse(value), areas: this.cells.areas }]);
  }
  get Prompt(): unknown {
    const prompt = this.here()[0]?.prompt;
    return { showPrompt: prompt?.show ?? true, title: prompt?.title ?? "", message: prompt?.message ?? "" };
  }
  set Prompt(value: unknown) {
    const { showPrompt, title, message } = value as Excel.DataValidationPrompt;
    this.change({ prompt: { show: showPrompt, title, message } });
  }
  get ErrorAlert(): unknown {
    const error = this.here()[0]?.error;
    return {
      showAlert: error?.show ?? true,
      style: error?.style ?? "Stop",
      title: error?.title ?? "",
      message: error?.message ?? "",
    };
  }
  set ErrorAlert(value: unknown) {
    const { showAlert, style, title, message } = value as Excel.DataValidationErrorAlert;
    this.change({ error: { show: showAlert, style, title, message } });
  }
  /** no rule here stops blanks */
  get IgnoreBlanks(): boolean {
    return true;
  }
  Clear(): void {
    this.store(this.elsewhere());
  }
}

/** What is hosted here, by Excel's class names. */
export const HOSTED = { DataValidation };
