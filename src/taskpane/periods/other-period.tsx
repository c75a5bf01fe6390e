import { type PeriodsRead, recallPeriod, rollPeriod } from "../../commands";
import { Button } from "../controls";

/** 报告期 was changed by hand over figures that are of another period. */
export const OtherPeriod = ({ read, isSaid }: { read: PeriodsRead; isSaid: (words: string) => boolean }) => {
  const { otherPeriod, period, figuresOf } = read;
  return (
    <>
      <div role="alert" class="hints">
        {otherPeriod !== null && !isSaid(otherPeriod) && (
          <fluent-message-bar intent="warning">{otherPeriod}。</fluent-message-bar>
        )}
      </div>
      {figuresOf !== null && (
        <div class="actions">
          <Button onClick={() => void rollPeriod(period)}>{`结转到 ${period}`}</Button>
          <Button onClick={() => void recallPeriod(figuresOf)}>{`调阅 ${figuresOf}`}</Button>
        </div>
      )}
    </>
  );
};
