import type { CourseLine } from "../../commands";
import type { Indicator, Plan } from "../../plan";
import { type Drawing, drawingOf, type Place } from "./drawing";

interface LineProps {
  course: CourseLine;
  indicator: Indicator;
  plan: Plan;
  orderOf: (period: string) => number;
}

/** 阶段目标 and the target as shares of the plan's time. */
const milestonesOf = ({ milestones }: Indicator, { baselineYear, targetYear }: Plan): number[] =>
  [...milestones.map(({ year }) => year), targetYear].map(
    (year) => (year - baselineYear) / (targetYear - baselineYear),
  );

const Pieces = ({ of, kind }: { of: Drawing["line"]; kind: string }) => (
  <>
    {of.map(([from, to]) => (
      <line class={kind} x1={`${from.x}%`} y1={`${from.y}%`} x2={`${to.x}%`} y2={`${to.y}%`} />
    ))}
  </>
);

/** A square whatever the drawing's width. */
const HALF = 3;
const Milestone = ({ x, y }: Place) => (
  <svg x={`${x}%`} y={`${y}%`} class="milestone" overflow="visible">
    <rect x={-HALF} y={-HALF} width={2 * HALF} height={2 * HALF} />
  </svg>
);

/** An indicator's course, with the words of all its periods for those who do not see it. */
export const Line = ({ course, indicator, plan, orderOf }: LineProps) => {
  const { line, values, schedule, milestones } = drawingOf(course, orderOf, milestonesOf(indicator, plan));
  return (
    <svg class="course" role="img" aria-label={course.text}>
      <title>{course.text}</title>
      <Pieces of={schedule} kind="schedule" />
      {milestones.map((place) => (
        <Milestone {...place} />
      ))}
      <Pieces of={line} kind="line" />
      {values.map(({ x, y }) => (
        <circle class="value" cx={`${x}%`} cy={`${y}%`} r="2.5" />
      ))}
    </svg>
  );
};
