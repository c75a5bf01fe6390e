/** One table of the bench. Figures come from one run on one machine, so only their ratios say anything. */
export interface Section {
  title: string;
  /** rows × columns as printed; the first row is the header */
  run: () => Promise<string[][]>;
}

export interface Timed<T> {
  result: T;
  ms: number;
}

export async function timed<T>(work: () => T | Promise<T>): Promise<Timed<T>> {
  const start = performance.now();
  const result = await work();
  return { result, ms: performance.now() - start };
}

export const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

/**
 * Milliseconds of each kind of work: the median of several turns in which all take their turn, after one that is not
 * counted. Each turn begins with another, so that none always clears up what the same other one leaves behind.
 */
export async function compare(works: (() => unknown)[], turns = 5): Promise<number[]> {
  const times: number[][] = works.map(() => []);
  for (let turn = 0; turn <= turns; turn++)
    for (const step of works.keys()) {
      const i = (step + turn) % works.length;
      const { ms } = await timed(works[i]!);
      if (turn > 0) times[i]!.push(ms);
    }
  return times.map(median);
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const ratio = (ours: number, theirs: number): string => `${(ours / theirs).toFixed(2)} ×`;
