import { useState } from "preact/hooks";
import type { CourseLine, PeriodsRead } from "../../commands";
import { findIndicator, type Plan } from "../../plan";
import { planInUse } from "../../plan/in-use";
import { Copy, More, Select } from "../controls";
import { courseWords } from "./course-words";
import { type CourseFilter, filtered, NO_FILTER, offered } from "./filter";
import { Line } from "./line";
import { orderOf } from "./order";

const AT_ONCE = 12;

interface OneProps {
  course: CourseLine;
  plan: Plan;
  orderOf: (period: string) => number;
}

const One = ({ course, plan, orderOf }: OneProps) => {
  const found = findIndicator(course.code, plan);
  if (!found.ok) return null;
  const indicator = found.value;
  const status = course.points.at(-1)?.status ?? "";
  return (
    <li class="card">
      <div class="item">
        <span class="item-head">
          <b>
            {course.code} {course.name}
          </b>
          <strong data-status={status}>{status}</strong>
        </span>
        <Line course={course} indicator={indicator} plan={plan} orderOf={orderOf} />
        <span class="quiet">
          {courseWords(course.points, indicator, plan)}
          {indicator.direction === "lower" && "，越低越好"}
        </span>
      </div>
    </li>
  );
};

/** What changed since the last period, as a bulletin has it. */
const Changes = ({ words }: { words: string }) => (
  <section class="group" aria-label="与上期相比">
    <h2>与上期相比</h2>
    {words === "" ? (
      <p class="hint">状态没有变化，或还没有上一期可比。</p>
    ) : (
      <>
        <p>{words}</p>
        <div class="actions">
          <Copy label="复制变化情况" text={words} />
        </div>
      </>
    )}
  </section>
);

/** Each indicator's line over the periods beside its schedule. */
export function Courses({ courses, changes, archived, period }: PeriodsRead) {
  const [most, setMost] = useState(AT_ONCE);
  const [filter, setFilter] = useState<CourseFilter>(NO_FILTER);
  const plan = planInUse();
  const fieldOf = ({ code }: CourseLine): string => {
    const found = findIndicator(code, plan);
    return found.ok ? found.value.field : "";
  };
  const options = offered(courses, fieldOf);
  const shown = filtered(courses, filter, fieldOf);
  const order = orderOf([...archived.map(({ text }) => text), period]);
  if (courses.length === 0) return null;
  return (
    <>
      <Changes words={changes} />
      <section class="group" aria-label="指标进程">
        <h2>
          指标进程 <small>{shown.length} 项</small>
        </h2>
        <p class="hint">蓝线为各期的值，灰线为序时目标，方块为阶段目标和目标；没有数的一期断开。</p>
        <details>
          <summary>筛选</summary>
          <div class="filters">
            {options.field.length > 2 && (
              <Select
                label="领域"
                value={filter.field}
                options={options.field}
                onChange={(field) => setFilter({ ...filter, field })}
              />
            )}
            <Select
              label="状态"
              value={filter.status}
              options={options.status}
              onChange={(status) => setFilter({ ...filter, status })}
            />
          </div>
        </details>
        <ul role="list" aria-label="指标进程">
          {shown.slice(0, most).map((course) => (
            <One key={course.code} course={course} plan={plan} orderOf={order} />
          ))}
        </ul>
        <More all={shown.length} shown={most} measure="项" onAll={() => setMost(Infinity)} />
      </section>
    </>
  );
}
