import { useEffect, useState } from "preact/hooks";
import { periods, readPeriods, state, workbook } from "../../commands";
import { useShown } from "../controls";
import { NOTHING } from "../words";
import { Archived } from "./archived";
import { Answers, Asked } from "./ask";
import { Courses } from "./courses";
import { Issues } from "./issues";
import { OtherPeriod } from "./other-period";
import { Present } from "./present";
import { Submitted } from "./submitted";

/** What the notice above says already is not said twice; what is being done is not asked. */
const useSaid = (): ((words: string) => boolean) => {
  const { notice, busy } = useShown(state);
  return (words) => busy !== null || (notice?.text.includes(words) ?? false);
};

/** 核定 is said of one period: of the next it must be said anew. */
function useApproved(period: string): [approved: boolean, set: (approved: boolean) => void] {
  const [approvedOf, setApprovedOf] = useState<string | null>(null);
  return [approvedOf === period, (approved) => setApprovedOf(approved ? period : null)];
}

export function Tab() {
  const { report } = useShown(workbook);
  const { read, ask } = useShown(periods);
  const isSaid = useSaid();
  const [approved, setApproved] = useApproved(read?.period ?? "");
  useEffect(() => void readPeriods(), []);
  if (!report) return <p class="empty">{NOTHING}</p>;
  return (
    <>
      {read && <OtherPeriod read={read} isSaid={(words) => ask?.mayConfirm === true || isSaid(words)} />}
      {read && <Present read={read} approved={approved} onApproved={setApproved} />}
      <div role="status" class="hints">
        {ask && !ask.texts.every(isSaid) && <Asked {...ask} />}
      </div>
      {ask && <Answers key={`${ask.act} ${ask.period}`} ask={ask} approved={approved} />}
      <Submitted />
      {read ? (
        <>
          <Archived {...read} />
          <Issues {...read} />
          <Courses {...read} />
        </>
      ) : (
        <p class="empty">正在读取历史数据…</p>
      )}
    </>
  );
}
