import type { Injector } from "@univerjs/core";
import {
  BaseFunction,
  type BaseValueObject,
  type FunctionVariantType,
  IFunctionService,
  NumberValueObject,
} from "@univerjs/engine-formula";

const first = (variant: FunctionVariantType): BaseValueObject => {
  const value = variant as BaseValueObject & { get?: (row: number, column: number) => BaseValueObject };
  return value.isArray() ? value.get!(0, 0) : value;
};

/** HYPERLINK is what it says, as in Excel: Univer makes a text of its own looks of it, whose cell has no value. */
class Link extends BaseFunction {
  override minParams = 1;
  override maxParams = 2;

  /** `91.4%` between quotes is a text. */
  override isArgumentsIgnoreNumberPattern(): boolean {
    return true;
  }

  override calculate(address: FunctionVariantType, words?: FunctionVariantType): BaseValueObject {
    const [to, said] = [first(address), first(words ?? address)];
    if (to.isError()) return to;
    return said.isNull() ? NumberValueObject.create(0) : said;
  }
}

/** Makes links of formulas cells like others. */
export function plainLinks(injector: Injector): void {
  injector.get(IFunctionService).registerExecutors(new Link("HYPERLINK"));
}
