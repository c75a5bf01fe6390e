/** The years a plan runs from and to. */
export interface PlanYears {
  /** its end is the plan's beginning */
  readonly baselineYear: number;
  readonly targetYear: number;
}

/** A year of the plan for examples: its third, or its last. */
export const exampleYear = ({ baselineYear, targetYear }: PlanYears): number =>
  Math.min(baselineYear + 3, targetYear);
