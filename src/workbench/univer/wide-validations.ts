import type { IRange } from "@univerjs/core";
import { DataValidationCacheService } from "@univerjs/sheets-data-validation";

interface Cache {
  forValue: (each: (row: number, column: number) => void) => void;
  setValue: (row: number, column: number, value: undefined) => void;
  realDeleteValue: (row: number, column: number) => void;
}

interface Service {
  ensureCache: (unitId: string, sheet: string) => Cache;
  _dirtyRanges$: { next: (dirty: object) => void };
}

const holds = ({ startRow, endRow, startColumn, endColumn }: IRange, row: number, column: number): boolean =>
  row >= startRow && row <= endRow && column >= startColumn && column <= endColumn;

const cellsIn = (cache: Cache, ranges: IRange[]): [row: number, column: number][] => {
  const cells: [number, number][] = [];
  cache.forValue((row, column) => {
    if (ranges.some((range) => holds(range, row, column))) cells.push([row, column]);
  });
  return cells;
};

/**
 * Univer goes through every cell of a rule to forget what it found there, which for whole columns takes minutes: here
 * only through the cells where it found something.
 */
export function forgetOnlyKnown(): void {
  Object.assign(DataValidationCacheService.prototype, {
    markRangeDirty(this: Service, unitId: string, subUnitId: string, ranges: IRange[], isSetRange?: boolean) {
      const cache = this.ensureCache(unitId, subUnitId);
      for (const [row, column] of cellsIn(cache, ranges)) cache.setValue(row, column, undefined);
      this._dirtyRanges$.next({ unitId, subUnitId, ranges, isSetRange });
    },
    _deleteRange(this: Service, unitId: string, subUnitId: string, ranges: IRange[]) {
      const cache = this.ensureCache(unitId, subUnitId);
      for (const [row, column] of cellsIn(cache, ranges)) cache.realDeleteValue(row, column);
      this._dirtyRanges$.next({ unitId, subUnitId, ranges });
    },
  });
}
