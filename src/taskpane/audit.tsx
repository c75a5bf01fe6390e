import { type AuditItem, runCommand, type State } from "../commands";
import { Button } from "./controls";
import { Item } from "./item";
import { byLevel } from "./text";

const Finding = ({ code, indicator, address, value, message, remedy }: AuditItem) => (
  <Item title={`${code} ${indicator}`.trim()} address={address}>
    <span>
      {value !== "" && `“${value}”：`}
      {message}
    </span>
    <span class="quiet">{remedy}</span>
  </Item>
);

const Findings = ({ findings }: { findings: AuditItem[] | null }) => {
  if (findings === null) return <p class="empty">还没有审核。在表中填好本期值后，点“审核数据”。</p>;
  if (findings.length === 0) return <p class="empty">审核通过，没有发现问题。改动数据后请再审核一次。</p>;
  return (
    <>
      {byLevel(findings).map(({ level, asks, items }) => (
        <section key={level} class="group" data-level={level} aria-labelledby={`level-${level}`}>
          <h2 id={`level-${level}`}>
            {level} {items.length} <small>{asks}</small>
          </h2>
          <ul>
            {items.map((item, i) => (
              <Finding key={i} {...item} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};

export const Audit = ({ findings, busy }: State) => (
  <>
    <div class="actions">
      <Button main unavailable={busy !== null} onClick={() => void runCommand("auditForm")}>
        审核数据
      </Button>
    </div>
    <Findings findings={findings} />
  </>
);
