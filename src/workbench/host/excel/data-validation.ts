import { inside, outside } from "../../engine/areas";
import type { ValidationRule } from "../../engine/engine";
import { HostError } from "../errors";
import type { Cells, Table } from "../model";
import { checkFormat } from "./cells";

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

const all = ({ book, sheet }: Cells): ValidationRule[] => book.engine.sheetState(sheet).validations;

/** The rules that some of the cells have, and what is left of all rules elsewhere. */
const here = (cells: Cells): ValidationRule[] =>
  all(cells).filter((rule) => inside(rule.areas, cells.areas).length > 0);
const elsewhere = (cells: Cells): ValidationRule[] =>
  all(cells).map((rule) => ({ ...rule, areas: outside(rule.areas, cells.areas) }));

function store(cells: Cells, rules: ValidationRule[]): void {
  checkFormat(cells);
  const validations = rules.filter(({ areas }) => areas.length > 0);
  cells.book.engine.updateSheet(cells.sheet, { validations });
}

/** Changes the rules of these cells only; one that reaches further is split. */
function change(cells: Cells, part: Partial<ValidationRule>): void {
  const changed = here(cells).map((rule) => ({ ...rule, ...part, areas: inside(rule.areas, cells.areas) }));
  if (changed.length === 0) throw new HostError("InvalidOperation", "DataValidation without a rule");
  store(cells, [...elsewhere(cells), ...changed]);
}

/** Whether each of the cells has a rule. */
const isCovered = (cells: Cells): boolean =>
  outside(
    cells.areas,
    here(cells).flatMap(({ areas }) => areas),
  ).length === 0;

function typeOf(cells: Cells): string {
  if (here(cells).length > 0 && !isCovered(cells)) return "MixedCriteria";
  const types = new Set(here(cells).map((rule) => TYPES[rule.type]));
  return types.size === 0 ? "None" : types.size > 1 ? "Inconsistent" : [...types][0]!;
}

/** Whether some of the cells have another rule than others. */
function isMixed(cells: Cells): boolean {
  const kinds = new Set(here(cells).map((rule) => JSON.stringify({ ...rule, areas: null })));
  return kinds.size > 1 || (kinds.size === 1 && !isCovered(cells));
}

function setRule(cells: Cells, value: unknown): void {
  if (cells.book.manners.mixedRules && isMixed(cells))
    throw new HostError("InvalidArgument", "DataValidation.rule over different rules");
  store(cells, [...elsewhere(cells), { ...parse(value), areas: cells.areas }]);
}

function promptOf(cells: Cells): Excel.DataValidationPrompt {
  const { show = true, title = "", message = "" } = here(cells)[0]?.prompt ?? {};
  return { showPrompt: show, title, message };
}

function alertOf(cells: Cells): unknown {
  const { show = true, style = "Stop", title = "", message = "" } = here(cells)[0]?.error ?? {};
  return { showAlert: show, style, title, message };
}

export const DataValidation: Table<Cells> = {
  members: {
    type: { read: typeOf },
    rule: {
      read: (cells) => {
        const [rule] = here(cells);
        return rule ? shape(rule) : {};
      },
      write: setRule,
    },
    prompt: {
      read: promptOf,
      write: (cells, value) => {
        const { showPrompt, title, message } = value as Excel.DataValidationPrompt;
        change(cells, { prompt: { show: showPrompt, title, message } });
      },
    },
    errorAlert: {
      read: alertOf,
      write: (cells, value) => {
        const { showAlert, style, title, message } = value as Excel.DataValidationErrorAlert;
        change(cells, { error: { show: showAlert, style, title, message } });
      },
    },
    // no rule here stops blanks
    ignoreBlanks: { read: () => true },
    clear: { call: (cells) => store(cells, elsewhere(cells)) },
  },
};
