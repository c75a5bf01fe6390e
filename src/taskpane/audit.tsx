import { correct, explain, type FormReport, runCommand, type State, takeBack } from "../commands";
import { Button } from "./controls";
import { Item } from "./item";
import { TextField } from "./text-field";
import { type AuditCard, byLevel, remainder } from "./text";

const Explanation = ({ code, explanation }: { code: string; explanation: string }) => (
  <TextField
    label="情况说明"
    value={explanation}
    placeholder="写明原因，回车写入表中"
    onChange={(text) => void explain(code, text)}
  />
);

const Card = ({ code, indicator, address, value, findings, explanation }: AuditCard) => (
  <Item
    title={`${code} ${indicator}`.trim()}
    address={address}
    below={
      <>
        {findings.map((finding) => (
          <Correction key={finding.message} findings={[finding]} />
        ))}
        {explanation !== undefined && <Explanation code={code} explanation={explanation} />}
      </>
    }
  >
    {findings.map(({ message, remedy }) => (
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
        <Card key={`${card.code}${card.address}${card.indicator}`} {...card} />
      ))}
    </ul>
  </section>
);

const Submission = ({ submission: { ready, obstacles }, progress }: FormReport) =>
  ready ? (
    <fluent-message-bar intent="success">
      <strong>可以上报</strong> {remainder(progress)}
    </fluent-message-bar>
  ) : (
    <fluent-message-bar intent="warning">
      <strong>还不能上报</strong>
      <ul>
        {obstacles.map((obstacle) => (
          <li key={obstacle}>{obstacle}</li>
        ))}
      </ul>
    </fluent-message-bar>
  );

const Findings = ({ form }: { form: FormReport }) => {
  const offered = form.findings.filter(({ correction }) => correction);
  return (
    <>
      <div role="status">
        <Submission {...form} />
      </div>
      {offered.length > 1 && <Correction findings={offered} />}
      {form.findings.length === 0 && <p class="empty">没有发现问题。</p>}
      {byLevel(form.findings).map((group) => (
        <LevelGroup key={group.level} {...group} />
      ))}
    </>
  );
};

export const Audit = ({ form, corrected, live }: State) => (
  <>
    <div class="actions">
      <Button main onClick={() => void runCommand("auditForm")}>
        审核数据
      </Button>
      {corrected && <Button onClick={() => void takeBack()}>撤销修正</Button>}
    </div>
    {!live && <p class="hint">此版本 Excel 不能随填随审，改动数据后请点“审核数据”。</p>}
    {form ? <Findings form={form} /> : <p class="empty">工作簿中还没有指标填报表，请先插入指标模板。</p>}
  </>
);
