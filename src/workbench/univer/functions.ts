import {
  ArrayValueObject,
  type BaseValueObject,
  BaseFunction,
  type BaseReferenceObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  type FunctionVariantType,
  IFunctionService,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import { CellValueType, type ICellData, type Injector, type Nullable } from "@univerjs/core";
import type { CellContent } from "../engine/engine";
import type { Calls } from "./calls";

const ERRORS = new Set<string>(Object.values(ErrorType));

/** Univer hands a blank and an empty text to plain functions alike; its value objects tell them apart. */
function contentOf(value: BaseValueObject | null): CellContent {
  if (value === null || value.isNull()) return { value: null };
  if (value.isError()) return { value: String(value.getValue()), error: true };
  return { value: value.getValue() };
}

const BLANK: CellContent = { value: null };

/** Univer reads a range's empty texts as blanks; its cells tell them apart, and are read faster than its value objects. */
function contentOfCell(range: BaseReferenceObject, cell: Nullable<ICellData>): CellContent {
  if (!cell || ((cell.v ?? null) === null && !cell.p)) return BLANK;
  const { v, t, p } = cell;
  if (p) return contentOf(range.getCellValueObject(cell));
  if (v === "" || (t === CellValueType.NUMBER && typeof v === "number")) return { value: v };
  if (t === CellValueType.STRING && typeof v === "string" && !ERRORS.has(v)) return { value: v };
  return contentOf(range.getCellValueObject(cell));
}

function matrixOfRange(range: BaseReferenceObject): CellContent[][] {
  const { startRow, endRow, startColumn, endColumn } = range.getRangePosition();
  const rows: CellContent[][] = [];
  for (let row = startRow; row <= endRow; row++) {
    const cells: CellContent[] = [];
    for (let column = startColumn; column <= endColumn; column++)
      cells.push(contentOfCell(range, range.getCellData(row, column)));
    rows.push(cells);
  }
  return rows;
}

const isLeftOut = (variant: FunctionVariantType): boolean =>
  !variant.isReferenceObject() && (variant as BaseValueObject).isNull();

function matrixOf(variant: FunctionVariantType): CellContent[][] {
  if (variant.isReferenceObject()) return matrixOfRange(variant as BaseReferenceObject);
  const value = variant as BaseValueObject;
  if (!value.isArray()) return [[contentOf(value)]];
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

/** Of arguments that are one cell; errors within a range are the function's to judge. */
const firstError = (args: (CellContent[][] | null)[]): CellContent | undefined =>
  args
    .flatMap((matrix) => (matrix?.length === 1 && matrix[0]!.length === 1 ? matrix[0]! : []))
    .find(({ error }) => error);

/** A function of the add-in. An error in place of a value is its result, as in Excel; else its result is asked for. */
class HostedFunction extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 0;
  override maxParams = 255;

  constructor(
    private readonly fullName: string,
    private readonly calls: Calls,
  ) {
    super(fullName);
  }

  override calculate(...variants: FunctionVariantType[]): BaseValueObject {
    const args = variants.map((variant) => (isLeftOut(variant) ? null : matrixOf(variant)));
    const failed = firstError(args);
    if (failed) return valueObject(failed);
    const { fullName: name, row, column } = this;
    return resultOf(this.calls.result({ name, args, sheet: this.subUnitId!, row, column }));
  }
}

/** Makes functions known to the formula engine, under names such as YIZHI.GAP. */
export function registerFunctions(injector: Injector, names: string[], calls: Calls): void {
  injector.get(IFunctionService).registerExecutors(...names.map((name) => new HostedFunction(name, calls)));
}
