import type { CellStyle } from "../../src/workbench/engine/engine";

const DEFAULTS: CellStyle = {
  locked: true,
  numberFormat: "General",
  fill: null,
  bold: false,
  italic: false,
  wrap: false,
};

/** Every look there is, once; a cell holds its number. Number 0 is the default look. */
export class Looks {
  private readonly numbers = new Map<string, number>();
  private readonly all: CellStyle[] = [];
  private readonly laid = new WeakMap<CellStyle, number[]>();

  constructor() {
    this.numberOf(DEFAULTS);
  }

  at(number: number): CellStyle {
    return this.all[number]!;
  }

  private numberOf({ borders, ...style }: CellStyle): number {
    const edges = Object.entries(borders ?? {}).filter(([, edge]) => edge);
    const own = Object.entries(style).filter(
      ([part, value]) => value !== undefined && value !== DEFAULTS[part as keyof CellStyle],
    );
    const key = JSON.stringify([own.sort(), edges.sort()]);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.all.length;
      this.numbers.set(key, number);
      this.all.push({ ...DEFAULTS, ...Object.fromEntries(own), borders: Object.fromEntries(edges) });
    }
    return number;
  }

  /** The number of the look that a style laid over another makes. */
  lay(style: CellStyle, under: number): number {
    let known = this.laid.get(style);
    if (!known) this.laid.set(style, (known = []));
    const base = this.at(under);
    return (known[under] ??= this.numberOf({
      ...base,
      ...style,
      borders: { ...base.borders, ...style.borders },
    }));
  }
}
