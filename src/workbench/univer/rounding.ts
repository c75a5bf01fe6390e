import { InterceptorEffectEnum, isDefaultFormat, type Injector } from "@univerjs/core";
import { INTERCEPTOR_POINT, InterceptCellContentPriority, SheetInterceptorService } from "@univerjs/sheets";

/** Less than the fifteenth digit, which is the last that Excel keeps. */
const BEYOND_DIGITS = 2e-15;

/** A number that Univer's formats round as Excel does: half up in decimal, so that 7.25 % is 7.3 % whatever its binary. */
export const decimal = (value: number): number => value * (1 + BEYOND_DIGITS);

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
