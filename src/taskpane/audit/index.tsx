import {
  correct,
  corrections,
  explain,
  explanationHeader,
  type Report,
  runCommand,
  takeBack,
  workbook,
} from "../../commands";
import { otherNames } from "../../report";
import { Button, Item, TextField, useShown } from "../controls";
import { NOTHING } from "../words";
import { type AuditCard, byLevel } from "./levels";

const Explanation = ({ sheet, code, explanation }: AuditCard) => (
  <TextField
    label={explanationHeader(sheet)}
    value={explanation!}
    placeholder="写明原因，回车写入表中"
    onChange={(text) => void explain(code, text, sheet)}
  />
);

const Card = (card: AuditCard) => (
  <Item
    title={`${card.code} ${card.indicator}`.trim()}
    sheet={card.sheet}
    address={card.address}
    below={
      <>
        {card.findings.map((finding) => (
          <Correction key={finding.message} findings={[finding]} />
        ))}
        {card.explanation !== undefined && <Explanation {...card} />}
      </>
    }
  >
    {card.settled && (
      <span>
        <span class="mark">已说明</span>
      </span>
    )}
    {card.findings.map(({ message, remedy, value }) => (
      <span key={message}>
        {value !== "" && !message.includes(value) && `“${value}”：`}
        {message}
        <br />
        <span class="quiet">{remedy}</span>
      </span>
    ))}
  </Item>
);

/** Offers the readings that the audit found in unreadable text. */
const Correction = ({ findings }: { findings: AuditCard["findings"] }) => {
  const readings = findings.flatMap(({ correction }) => (correction ? [correction.reading] : []));
  if (readings.length === 0) return null;
  return (
    <div class="actions">
      <Button small onClick={() => void correct(findings)}>
        {readings.length === 1 ? `修正为 ${readings[0]}` : `修正全部 ${readings.length} 处`}
      </Button>
    </div>
  );
};

const LevelGroup = ({ level, asks, cards, count }: ReturnType<typeof byLevel>[number]) => (
  <section class="group" data-level={level} aria-labelledby={`level-${level}`}>
    <h2 id={`level-${level}`}>
      {level} {count} <small>{asks}</small>
    </h2>
    <ul>
      {cards.map((card) => (
        <Card key={`${card.sheet}${card.code}${card.address}${card.indicator}`} {...card} />
      ))}
    </ul>
  </section>
);

/** Longer lists are folded. */
const AT_ONCE = 6;

/** What is empty without standing in the way. */
const Open = ({ what, names }: Report["submission"]["open"][number]) =>
  names.length <= AT_ONCE ? (
    <p>
      {what} {names.length} 项：{names.join("、")}
    </p>
  ) : (
    <details>
      <summary>
        {what} {names.length} 项
      </summary>
      {names.join("、")}
    </details>
  );

const Submission = ({ ready, obstacles, open }: Report["submission"]) => (
  <fluent-message-bar intent={ready ? "success" : "warning"}>
    <strong>{ready ? "可以上报" : "还不能上报"}</strong>
    {!ready && (
      <ul>
        {obstacles.map((obstacle) => (
          <li key={obstacle}>{obstacle}</li>
        ))}
      </ul>
    )}
    {ready && open.length > 0 && <p>以下还空着，请确认：</p>}
    {open.map((list) => (
      <Open key={list.what} {...list} />
    ))}
  </fluent-message-bar>
);

const Findings = ({ report }: { report: Report }) => {
  const { findings, submission } = report;
  const names = otherNames(report);
  const offered = findings.filter(({ correction }) => correction);
  return (
    <>
      <div role="status">
        <Submission {...submission} />
      </div>
      {offered.length > 1 && <Correction findings={offered} />}
      {names.length > 0 && <p class="hint">审核的是“{names.join("”和“")}”。</p>}
      {findings.length === 0 && <p class="empty">没有发现问题。</p>}
      {byLevel(findings).map((group) => (
        <LevelGroup key={group.level} {...group} />
      ))}
    </>
  );
};

export function Tab() {
  const { report, live } = useShown(workbook);
  const { last } = useShown(corrections);
  return (
    <>
      <div class="actions">
        <Button main onClick={() => void runCommand("auditForm")}>
          审核数据
        </Button>
        {last && <Button onClick={() => void takeBack()}>撤销修正</Button>}
      </div>
      {!live && <p class="hint">此版本 Excel 不能随填随审，改动数据后请点“审核数据”。</p>}
      {report ? <Findings report={report} /> : <p class="empty">{NOTHING}</p>}
    </>
  );
}
