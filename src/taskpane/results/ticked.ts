import type { ResultsRead } from "../../commands";

type Recovered = ResultsRead["recovered"][number];

/** A tick is of a matter in its row: where rows have moved since, it is of none. */
export const tickOf = ({ row, matter }: Recovered): string => `${row} ${matter}`;

/** Those that are still proposed as they were ticked. */
export const tickedOf = (recovered: readonly Recovered[], ticks: ReadonlySet<string>): Recovered[] =>
  recovered.filter((one) => ticks.has(tickOf(one)));
