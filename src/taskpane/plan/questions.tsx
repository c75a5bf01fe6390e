import { answer, answerAll, type AskedQuestion, isOpen } from "../../commands";
import { Button, More } from "../controls";
import { questionId } from "./jump";

interface OneProps extends AskedQuestion {
  number: number;
  /** leads to its cell in the table; absent: it is about the table as a whole */
  onShow?: (() => void) | undefined;
}

/** A question with its proposals; one click answers it, another changes the answer. */
const One = ({ number, onShow, ...asked }: OneProps) => {
  const { part, question, chosen, typed } = asked;
  const { place, printed, asks, proposals } = question;
  return (
    <li class="card" data-doubt={isOpen(asked) ? "open" : "settled"}>
      <fieldset class="item" id={questionId(number)} tabIndex={-1}>
        <legend>
          <b>
            {number + 1}. {place}
          </b>
          <span class="mark">{isOpen(asked) ? "待确认" : "已确认"}</span>
          <br />
          {!asks.includes(printed) && <span class="quiet">印作“{printed}”。</span>}
          {asks}
          {typed !== undefined && <span class="quiet">已填“{typed}”。</span>}
        </legend>
        {proposals.map(({ id, words, follows }, i) => (
          <label key={id} class="proposal">
            <input
              type="radio"
              name={`${part} ${question.id}`}
              checked={chosen === id}
              onChange={() => answer(part, question.id, id)}
            />
            <span>
              {words}
              {i === 0 && <small>（建议）</small>}
              {follows !== "" && (
                <>
                  <br />
                  <span class="quiet">{follows}</span>
                </>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      {onShow && (
        <div class="actions">
          <Button small onClick={onShow} label={`看表格，第 ${number + 1} 题`}>
            看表格
          </Button>
        </div>
      )}
    </li>
  );
};

interface QuestionsProps {
  asked: readonly AskedQuestion[];
  open: number;
  /** at most so many; the rest on demand */
  most: number;
  onAll: () => void;
  /** the place of a question among those of the plan's table */
  onShow: (number: number) => void;
}

/** All that is doubtful, in the order of the tables, answered or not: answering moves nothing. */
export const Questions = ({ asked, open, most, onAll, onShow }: QuestionsProps) => (
  <section class="group" aria-label="问题">
    <h2>
      待确认 {open} <small>共 {asked.length} 项</small>
    </h2>
    {open > 0 && (
      <div class="actions">
        <Button small onClick={answerAll}>
          全按建议
        </Button>
      </div>
    )}
    <ul role="list" aria-label="待确认">
      {asked.slice(0, most).map((one, number) => (
        <One
          key={`${one.part} ${one.question.id}`}
          {...one}
          number={number}
          onShow={one.part === "plan" && one.question.cell ? () => onShow(number) : undefined}
        />
      ))}
    </ul>
    <More all={asked.length} shown={most} measure="项" onAll={onAll} />
  </section>
);
