import { useState } from "preact/hooks";
import { headOf, openQuestions, type PlanDraft, planCounts, questionsOf } from "../../commands";
import { DraftTable } from "./draft-table";
import { Head } from "./head";
import { jumpTo, markId, questionId } from "./jump";
import { LeftOut } from "./left-out";
import { shownPlan } from "./plan-rows";
import { Questions } from "./questions";

/** More is shown on demand: a pane is no place for thousands. */
const MOST_ROWS = 100;
const MOST_QUESTIONS = 30;

/** What was read, as a table; what is doubtful in it, and what of the pasted text is no part of it. */
export function Drafted({ draft }: { draft: PlanDraft }) {
  const [rows, setRows] = useState(MOST_ROWS);
  const [questions, setQuestions] = useState(MOST_QUESTIONS);
  const head = headOf(draft);
  const { given } = draft;
  const read = draft.plan.draft;
  const asked = questionsOf(draft);
  const shown = read && head ? { ...read, head } : given && { ...shownPlan(given.plan), open: [] };
  const toMark = (number: number): void => {
    if (!document.getElementById(markId(number))) setRows(Infinity);
    jumpTo(markId(number));
  };
  const toQuestion = (number: number): void => {
    if (number >= questions) setQuestions(Infinity);
    jumpTo(questionId(number));
  };
  return (
    <>
      {given && (
        <section class="group" aria-label="导入的规划">
          <h2>{given.plan.name}</h2>
          <p class="hint">
            读自 {given.file}：{planCounts(given.plan)}。
          </p>
        </section>
      )}
      {head && <Head {...head} />}
      {asked.length > 0 && (
        <Questions
          asked={asked}
          open={openQuestions(draft)}
          most={questions}
          onAll={() => setQuestions(Infinity)}
          onShow={toMark}
        />
      )}
      {read && asked.length === 0 && <p class="hint">每一格都读懂了，没有要确认的。</p>}
      {shown && <DraftTable {...shown} most={rows} onAll={() => setRows(Infinity)} onAsk={toQuestion} />}
      {read && <LeftOut {...read.source} />}
    </>
  );
}
