import { Host, type RequestRecord } from "../host/host";
import type { FunctionMetadata } from "../host/functions";
import type { OfficeWindow } from "../host/boot";
import { drawDeveloper } from "./developer";
import { createPageEngine } from "./page-engine";
import { drawRibbon, readRibbon } from "./ribbon";
import { fillTrial, type OfficeRealm } from "./trial";
import { plan } from "../../plan";
import { FONT } from "../../sheets/palette";
import "./workbench.css";

const NAMESPACE = "YIZHI";
const HINT = `点“插入指标模板”开始，或点“试填”用规划 ${plan.baselineYear} 年数据看效果`;

/** What the pane's boot script and the tests may use. */
export interface Workbench {
  attach: (target: OfficeWindow) => void;
  /** resolves when every request is answered and everything is calculated */
  settled: () => Promise<void>;
  requests: readonly RequestRecord[];
  faults: Host["faults"];
}

declare global {
  interface Window {
    workbench: Workbench;
  }
}

const byId = <T extends HTMLElement>(id: string): T => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`workbench.html has no #${id}`);
  return element as T;
};

const until = async (ready: () => boolean): Promise<void> => {
  while (!ready()) await new Promise((resolve) => setTimeout(resolve, 20));
};

async function start(): Promise<void> {
  await Promise.all(["", "bold "].map((weight) => document.fonts.load(`${weight}12px ${FONT}`)));
  const pane = byId<HTMLIFrameElement>("pane");
  const host = new Host(createPageEngine(byId("sheet")), { showPane: () => (pane.hidden = false) });
  window.workbench = {
    attach: (target) => host.attach(target),
    settled: () => host.settled(),
    requests: host.requests,
    faults: host.faults,
  };
  const [metadata, manifest] = await Promise.all([
    fetch("functions.json").then((r) => r.json() as Promise<{ functions: FunctionMetadata[] }>),
    fetch("manifest.xml").then((r) => r.text()),
  ]);
  host.registerFunctions(metadata.functions, NAMESPACE);
  pane.src = "workbench-pane.html";
  await until(() => host.ready);

  const ribbon = byId("ribbon");
  const groups = readRibbon(new DOMParser().parseFromString(manifest, "text/xml"));
  drawRibbon(ribbon, groups, ({ action, control }) => host.press(action, control));
  const trial = { action: "trial", control: "trial", label: "试填", tip: HINT, icon: "assets/icon-32.png" };
  drawRibbon(ribbon, [{ label: "工作台", buttons: [trial] }], async () => {
    await host.press("insertForm");
    await fillTrial(pane.contentWindow as unknown as OfficeRealm);
    await host.settled();
  });
  const hint = document.createElement("p");
  hint.className = "hint";
  hint.textContent = HINT;
  ribbon.append(hint);
  drawDeveloper(document.body, host, () => pane.contentWindow?.location.reload());
  document.body.dataset.ready = "true";
}

void start();
