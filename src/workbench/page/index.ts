import { Host, type RequestRecord } from "../host/host";
import type { OfficeWindow } from "../host/boot";
import type { MountView } from "../engine/view";
import { drawDeveloper } from "./developer";
import { moveByArrows } from "./arrow-keys";
import { drawRibbon, readRibbon } from "./ribbon";
import { leaveKeyboard, listenToTabs } from "./ribbon-tabs";
import { restore } from "../engine/restore";
import { takeSnapshot } from "../engine/snapshot";
import { tellErrors } from "./error-messages";
import { keepWorkbook } from "./keep";
import type { SiteFiles } from "./site-files";
import { walkRegions } from "./regions";
import { listenForShortcuts, listenForUndo } from "./shortcuts";
import { Store } from "./store";
import { type Desk, TOOLS } from "./tools";
import { createTell } from "./tell";
import { takeTurn } from "./turn";

const NAMESPACE = "YIZHI";
const HINT = "点“插入指标模板”开始，或点“试填”看效果；F6 在功能区、表格、窗格之间切换";

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

/** Draws the ribbon of manifest.xml, the workbench's own buttons, and the line that tells the user something. */
function drawRibbons(
  manifest: string,
  press: (action: string, control: string) => Promise<void>,
  desk: Desk,
): void {
  const ribbon = byId("ribbon");
  const groups = readRibbon(new DOMParser().parseFromString(manifest, "text/xml"));
  drawRibbon(ribbon, groups, ({ action, control }) => press(action, control));
  const buttons = TOOLS.map((tool) => ({
    ...tool,
    control: tool.action,
    icon: `assets/workbench/${tool.action}.svg`,
  }));
  drawRibbon(ribbon, [{ label: "工作台", buttons }], ({ action }) =>
    TOOLS.find((tool) => tool.action === action)!.run(desk),
  );
  moveByArrows(ribbon, () => [...ribbon.querySelectorAll("button")]);
}

/**
 * @param mount draws the spreadsheet
 * @param files of the site
 */
export async function start(mount: MountView, { functions, manifest }: SiteFiles): Promise<void> {
  const pane = byId<HTMLIFrameElement>("pane");
  const sheet = byId("sheet");
  const loadPane = async (load: () => void): Promise<void> => {
    const loaded = new Promise((resolve) => pane.addEventListener("load", resolve, { once: true }));
    load();
    await loaded;
    await until(() => host.ready);
  };
  // its files come while the spreadsheet is drawn; its scripts run when everything until the first await stands
  const paneLoaded = loadPane(() => (pane.src = "workbench-pane.html"));
  const view = mount({ cells: sheet, toolbar: byId("panel-sheet") });
  const { engine } = view;
  listenToTabs(byId("tabs"), (part) => view.showToolbar(part));
  leaveKeyboard(byId("tabs").closest("header")!);
  const { history } = engine;
  listenForUndo(document, sheet, history);
  const host = new Host(engine, {
    showPane: () => (pane.hidden = false),
    change: (act) => history.change(act),
    clearHistory: () => history.clear(),
  });
  window.workbench = {
    attach: (target) => host.attach(target),
    settled: () => host.settled(),
    requests: host.requests,
    faults: host.faults,
  };
  host.registerFunctions(functions, NAMESPACE);
  view.describeFunctions(functions, NAMESPACE);
  const tell = createTell(byId("hint"), HINT, () => view.focus());
  tellErrors(engine, (message) => tell(message ?? HINT));
  const store = new Store(() => window.localStorage);
  tell(HINT);
  const unread = store.open((kept) => restore(engine, takeSnapshot(engine), kept));
  if (unread) tell(unread, "problem");

  const turn = await takeTurn(navigator.locks);
  const reload = (): Promise<void> => loadPane(() => pane.contentWindow?.location.reload());
  const press = (action: string, control = action): Promise<void> => {
    // what was said before is over
    tell(HINT);
    return history.group(() => host.press(action, control));
  };
  const keeper = keepWorkbook(engine, { store, turn, tell, reloadPane: reload });
  listenForShortcuts({ page: document, pane, tell, save: () => keeper.save() });
  walkRegions({ page: document, ribbon: byId("header"), sheet, pane, view });
  const trial = async (): Promise<void> => {
    const { fillTrial } = await import("./fill-trial");
    await history.group(() =>
      fillTrial({ view, tell, insertForm: () => press("insertForm"), settled: () => host.settled() }),
    );
  };
  drawRibbons(manifest, press, {
    engine,
    namespace: NAMESPACE,
    reloadPane: reload,
    forget: () => keeper.forget(),
    tell,
    trial,
  });
  drawDeveloper(document.body, host, () => void reload());
  await paneLoaded;
  document.body.dataset.ready = "true";
}
