import { type PeriodsRead, restoreRows } from "../../commands";
import { Button } from "../controls";

/** What is odd about the ledgers, and what of it can be put right at once. */
export const Issues = ({ issues, lost }: Pick<PeriodsRead, "issues" | "lost">) =>
  issues.length === 0 && lost === 0 ? null : (
    <section class="group" aria-label="历史数据的问题">
      <h2>历史数据的问题</h2>
      <ul role="list" class="missing" aria-label="历史数据的问题">
        {issues.map(({ level, text }) => (
          <li key={text} data-level={level}>
            <strong>{level}</strong> {text}。
          </li>
        ))}
      </ul>
      {lost > 0 && (
        <>
          <p>有 {lost} 处可以恢复成归档时的内容。</p>
          <div class="actions">
            <Button onClick={() => void restoreRows()}>恢复</Button>
          </div>
        </>
      )}
    </section>
  );
