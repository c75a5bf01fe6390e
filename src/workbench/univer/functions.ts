import {
  ArrayValueObject,
  type BaseValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  type FunctionVariantType,
  IFunctionService,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import type { Injector } from "@univerjs/core";
import type { CellContent, EngineFunction } from "../engine/engine";

const ERRORS = new Set<string>(Object.values(ErrorType));

/** Univer hands a blank and an empty text to plain functions alike; its value objects tell them apart. */
function contentOf(value: BaseValueObject | null): CellContent {
  if (value === null || value.isNull()) return { value: null };
  if (value.isError()) return { value: String(value.getValue()), error: true };
  return { value: value.getValue() };
}

function matrixOf(variant: FunctionVariantType): CellContent[][] {
  const value = variant.isReferenceObject()
    ? (variant as never as { toArrayValueObject(): ArrayValueObject }).toArrayValueObject()
    : variant;
  if (!(value as BaseValueObject).isArray()) return [[contentOf(value as BaseValueObject)]];
  const array = value as ArrayValueObject;
  return Array.from({ length: array.getRowCount() }, (_, r) =>
    Array.from({ length: array.getColumnCount() }, (_, c) => contentOf(array.get(r, c) ?? null)),
  );
}

function valueObject({ value, error }: CellContent): BaseValueObject {
  if (value === null) return NullValueObject.create();
  if (error)
    return ErrorValueObject.create(ERRORS.has(String(value)) ? (value as ErrorType) : ErrorType.VALUE);
  if (typeof value === "number") return NumberValueObject.create(value);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  return StringValueObject.create(value);
}

function resultOf(cells: CellContent[][]): BaseValueObject {
  if (cells.length === 1 && cells[0]!.length === 1) return valueObject(cells[0]![0]!);
  return ArrayValueObject.create({
    calculateValueList: cells.map((row) => row.map(valueObject)),
    rowCount: cells.length,
    columnCount: cells[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

class HostedFunction extends BaseFunction {
  override needsReferenceObject = false;
  override minParams = 0;
  override maxParams = 255;

  constructor(
    name: string,
    private readonly compute: EngineFunction,
  ) {
    super(name);
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject {
    return resultOf(
      this.compute(
        variants.map((v) => (v.isNull() && v.getValue() === null ? [[{ value: null }]] : matrixOf(v))),
      ),
    );
  }
}

/** Makes a function known to the formula engine, under a name such as YIZHI.GAP. */
export function registerFunction(injector: Injector, name: string, compute: EngineFunction): void {
  const service = injector.get(IFunctionService);
  service.registerExecutors(new HostedFunction(name, compute));
}
