import { useEffect } from "preact/hooks";
import { readResults, results, type ResultsRead, workbook } from "../../commands";
import { useShown } from "../controls";
import { NOTHING } from "../words";
import { Book } from "./book";
import { Briefing } from "./briefing";
import { Dashboard } from "./dashboard";
import { Letters } from "./letters";
import { Recovered } from "./recovered";

const Issues = ({ issues }: Pick<ResultsRead, "issues">) => (
  <div role="status" class="hints">
    {issues.length > 0 && (
      <fluent-message-bar intent="warning">
        <ul>
          {issues.map((text) => (
            <li key={text}>{text}。</li>
          ))}
        </ul>
      </fluent-message-bar>
    )}
  </div>
);

/** 成果: what is made of the figures, when it was made, and whether they have changed since. */
export function Tab() {
  const { report } = useShown(workbook);
  const { read } = useShown(results);
  useEffect(() => void readResults(), []);
  if (!report) return <p class="empty">{NOTHING}</p>;
  if (!read) return <p class="empty">正在读取…</p>;
  return (
    <>
      <Issues {...read} />
      <Dashboard {...read} />
      <Briefing {...read} />
      <Book {...read} />
      <Recovered {...read} />
      <Letters {...read} />
    </>
  );
}
