import { useState } from "preact/hooks";
import { isExplained } from "../../assessment";
import {
  type ArchiveAnswer,
  archivePeriod,
  dropAsk,
  type PeriodsAsk,
  recallPeriod,
  rollPeriod,
} from "../../commands";
import { Button, TextField } from "../controls";

const ACTS = { archive: "归档", roll: "结转到", recall: "调阅" } as const;

/** What is in the way of the last command; nothing has been written yet. */
export const Asked = ({ act, period, texts }: PeriodsAsk) => (
  <fluent-message-bar intent="warning">
    <strong>{`没有${ACTS[act]}${period}，工作簿没有改动`}</strong>
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}。</li>
      ))}
    </ul>
  </fluent-message-bar>
);

const refusesReason = (text: string): string | null =>
  text === "" || isExplained(text) ? null : `“${text}”没有说明原因，请写明为什么改`;

/** How it is to be done all the same. What is typed stays as long as the same is asked. */
export function Answers({ ask, approved }: { ask: PeriodsAsk; approved: boolean }) {
  const { act, period, needsReason, mayCleanOnly, mayConfirm, mayGiveUp } = ask;
  const [reason, setReason] = useState("");
  const isReasoned = isExplained(reason);
  const notYet = needsReason && !isReasoned ? "reason-first" : undefined;
  const give = (how: ArchiveAnswer): void => {
    const whole = { approved, confirmed: mayConfirm, ...(isReasoned && { reason }), ...how };
    void (act === "roll" ? rollPeriod(period, whole) : archivePeriod(whole));
  };
  return (
    <section class="group" aria-label="怎么办">
      {needsReason && (
        <TextField
          label="修订原因"
          value={reason}
          placeholder="例如：统计口径调整，核减2%"
          refuses={refusesReason}
          onChange={setReason}
          onInput={setReason}
        />
      )}
      {notYet && (
        <p id={notYet} class="hint">
          写明修订原因后才能归档，归档过的原数会保留。
        </p>
      )}
      <div class="actions">
        {(needsReason || mayConfirm) && !mayCleanOnly && (
          <Button main notYet={notYet} onClick={() => give({})}>
            {act === "roll" ? "确认归档并结转" : "确认归档"}
          </Button>
        )}
        {mayCleanOnly && (
          <Button main notYet={notYet} onClick={() => give({ cleanOnly: true })}>
            {mayConfirm ? "确认，只归档没有问题的" : "只归档没有问题的"}
          </Button>
        )}
        {mayGiveUp && <Button onClick={() => void recallPeriod(period, true)}>不归档，直接调阅</Button>}
        <Button onClick={dropAsk}>取消</Button>
      </div>
    </section>
  );
}
