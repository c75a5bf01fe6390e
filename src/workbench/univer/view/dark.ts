import type { Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import {
  IRenderManagerService,
  type IColumnsHeaderCfgParam,
  type IRowsHeaderCfgParam,
  type Rect,
  type SpreadsheetColumnHeader,
  type SpreadsheetRowHeader,
} from "@univerjs/engine-render";
import { SHEET_VIEW_KEY } from "@univerjs/sheets-ui";

/** Of the headings of rows and columns, which the spreadsheet paints by itself; dark as --bar and --line are. */
const HEADINGS = {
  light: { fontColor: "#1f2937", backgroundColor: "#f8f9fa", borderColor: "#d9d9d9" },
  dark: { fontColor: "#f1f1f1", backgroundColor: "#2b2b2b", borderColor: "#5a5a5a" },
} satisfies Record<string, IColumnsHeaderCfgParam["headerStyle"] & IRowsHeaderCfgParam["headerStyle"]>;

function paintHeadings(injector: Injector, theme: keyof typeof HEADINGS): void {
  const headerStyle = HEADINGS[theme];
  const { backgroundColor: fill, borderColor: stroke } = headerStyle;
  for (const { components } of injector.get(IRenderManagerService).getRenderAll().values()) {
    (components.get(SHEET_VIEW_KEY.COLUMN) as SpreadsheetColumnHeader | undefined)?.setCustomHeader({
      headerStyle,
    });
    (components.get(SHEET_VIEW_KEY.ROW) as SpreadsheetRowHeader | undefined)?.setCustomHeader({
      headerStyle,
    });
    (components.get(SHEET_VIEW_KEY.LEFT_TOP) as Rect | undefined)?.setProps({ fill, stroke });
  }
}

/** The spreadsheet follows the system's light or dark theme, as the page's style sheets do by themselves. */
export function followTheme(api: FUniver, injector: Injector): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const update = (): void => {
    api.toggleDarkMode(system.matches);
    paintHeadings(injector, system.matches ? "dark" : "light");
  };
  system.addEventListener("change", update);
  // what is painted stands only then
  api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
    if (stage === api.Enum.LifecycleStages.Rendered) update();
  });
  update();
}
