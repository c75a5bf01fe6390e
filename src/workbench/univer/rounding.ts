import { type Injector, InterceptorEffectEnum, isDefaultFormat, numfmt } from "@univerjs/core";
import { INTERCEPTOR_POINT, InterceptCellContentPriority, SheetInterceptorService } from "@univerjs/sheets";
import type { Scalar } from "../engine/engine";

/** Less than the fifteenth digit, which is the last that Excel keeps. */
const BEYOND_DIGITS = 2e-15;

/** A number that Univer's formats round as Excel does: half up in decimal, so that 7.25 % is 7.3 % whatever its binary. */
const decimal = (value: number): number => value * (1 + BEYOND_DIGITS);

/** A value as its cell shows it. */
export function shownAs(value: Scalar | null, pattern = "General"): string {
  if (value === null) return "";
  return typeof value === "number" ? numfmt.format(pattern, decimal(value)) : String(value);
}

/** Has cells with a number format shown rounded as in Excel. */
export function roundAsExcel(injector: Injector): void {
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Value,
    priority: InterceptCellContentPriority.NUMFMT + 1,
    handler: (cell, { workbook }, next) => {
      if (typeof cell?.v !== "number" || !cell.s) return next(cell);
      const pattern = workbook.getStyles().get(cell.s)?.n?.pattern;
      return next(pattern === undefined || isDefaultFormat(pattern) ? cell : { ...cell, v: decimal(cell.v) });
    },
  });
}
