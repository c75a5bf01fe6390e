import { coverage } from "../../host/coverage";
import type { Host, RequestRecord } from "../../host/host";
import { element, table } from "./element";
import { faultControls } from "./faults";
import "./developer.css";

const SHOWN_REQUESTS = 50;
const REFRESH_MS = 500;

const section = (title: string, ...content: Node[]): HTMLElement =>
  // it scrolls, so the keyboard must reach it
  element("section", { "aria-label": title, tabindex: "0" }, element("h2", {}, title), ...content);

const whole = (value: number): string => Math.round(value).toLocaleString("zh-CN");

function requestTable(requests: readonly RequestRecord[]): HTMLElement {
  const latest = requests.map((request, i) => ({ ...request, number: i + 1 })).slice(-SHOWN_REQUESTS);
  const rows = latest.reverse().map(({ number, actions, bytes, ms, members }) => {
    const names = members.join(" ");
    return [
      String(number),
      whole(actions),
      whole(bytes),
      ms.toFixed(1),
      element("span", { title: names }, names),
    ];
  });
  return table(["序号", "动作", "字节", "毫秒", "成员"], rows);
}

function coverageTable(): HTMLElement {
  const rows = coverage().map(({ type, answered, missing }) => [
    type,
    `${answered.length} / ${answered.length + missing.length}`,
    answered.join(" "),
    missing.length === 0
      ? "无"
      : element("details", {}, element("summary", {}, `${missing.length} 个`), missing.join(" ")),
  ]);
  return table(["类", "应答 / 全部", "应答的成员", "未实现"], rows);
}

/** Puts the developer's panel, folded, below the workbench: faults, the requests so far, and what of Office.js is answered. */
export function drawDeveloper(parent: HTMLElement, host: Host, reload: () => void): void {
  const panel = element("details", { id: "developer" }, element("summary", {}, "开发者"));
  const log = element("div");
  const faults = faultControls(host, reload);
  let shown = -1;
  const refresh = (): void => {
    faults.refresh();
    if (host.requests.length === shown) return;
    shown = host.requests.length;
    log.replaceChildren(requestTable(host.requests));
  };
  let timer: ReturnType<typeof setInterval> | undefined;
  panel.addEventListener("toggle", () => {
    clearInterval(timer);
    if (!panel.open) return;
    refresh();
    timer = setInterval(refresh, REFRESH_MS);
  });
  panel.append(
    element(
      "div",
      { class: "panels" },
      section("故障", faults.view),
      section("请求", log),
      section("Office.js 覆盖", coverageTable()),
    ),
  );
  parent.append(panel);
}
