/** What office.js asks of the program it runs in, as desktop Excel answers it; see `window.external`. */
export type RequirementSets = Record<string, string>;

/** The sets of volume-licensed Office 2021, and those without which the library's result shapes change. */
export const DEFAULT_SETS: RequirementSets = {
  ExcelApi: "1.14",
  SharedRuntime: "1.2",
  CustomFunctions: "1.9",
  CustomFunctionsRuntime: "1.4",
  RibbonApi: "1.2",
  RichApiRuntime: "1.2",
  RichApiRuntimeFlag: "1.2",
  DelayForCellEdit: "1.1",
};

const SHARED_RUNTIME = 1;
const CUSTOM_FUNCTIONS = 2;
const LOCALE = "zh-CN";
const RIBBON_COMMAND = 39;
const COMMAND_COMPLETED = 94;
const UNKNOWN_ACTION = 11101;

type Answer = { toArray: () => unknown[] };
type Handler = (id: number, payload: Answer) => void;

const answer = (...payload: unknown[]): Answer => ({ toArray: () => payload });
const OK = 0;

export interface OfficeWindow {
  external?: unknown;
  _richApiNativeBridge?: unknown;
  Script?: unknown;
  matchMedia?: (query: string) => { matches: boolean };
}

/** Presses ribbon buttons and learns when the add-in says it is done. A press while it loads waits until it listens. */
export class RibbonCommands {
  private handlers: Handler[] = [];
  private unheard: (() => void)[] = [];
  private readonly waiting = new Map<string, { done: () => void; failed: (error: Error) => void }>();
  private next = 1;

  get ready(): boolean {
    return this.handlers.length > 0;
  }

  listen(event: number, handler: Handler): void {
    if (event !== RIBBON_COMMAND) return;
    this.handlers.push(handler);
    this.unheard.splice(0).forEach((press) => press());
  }

  /** The add-in's window is gone, and with it whatever it was doing. */
  end(): void {
    this.handlers = [];
    this.unheard = [];
    this.waiting.forEach(({ done }) => done());
    this.waiting.clear();
  }

  /** `Execute(94, [commandId, status, …])` is event.completed(). */
  completed(call: number, [id, status]: unknown[]): void {
    const waiting = call === COMMAND_COMPLETED ? this.waiting.get(String(id)) : undefined;
    this.waiting.delete(String(id));
    if (status === UNKNOWN_ACTION) waiting?.failed(new Error("the add-in has no such action"));
    else waiting?.done();
  }

  /** Resolves when the add-in calls event.completed(), or is gone. */
  press(actionId: string, controlId: string): Promise<void> {
    const id = `command-${this.next++}`;
    const event = JSON.stringify({ source: { id: controlId } });
    const tell = (): void =>
      this.handlers.forEach((handler) => handler(RIBBON_COMMAND, answer(id, actionId, event)));
    return new Promise((done, failed) => {
      this.waiting.set(id, { done, failed });
      if (this.ready) tell();
      else this.unheard.push(tell);
    });
  }
}

/** Office follows the system's light or dark theme, as its own setting "use system setting" does. */
function themeInfo({ matchMedia }: OfficeWindow): Record<string, number> {
  const dark = matchMedia?.("(prefers-color-scheme: dark)").matches ?? false;
  const [background, foreground] = dark ? [0x1f1f1f, 0xf1f1f1] : [0xffffff, 0x262626];
  return {
    bodyBackgroundColor: background,
    bodyForegroundColor: foreground,
    controlBackgroundColor: background,
    controlForegroundColor: foreground,
  };
}

const context = (sets: RequirementSets, target: OfficeWindow) => ({
  GetAppType: () => 1,
  GetSolutionRef: () => "b5c8f0c0-0000-4000-8000-000000000001",
  GetAppVersionMajor: () => 16,
  GetAppVersionMinor: () => 1,
  GetAppUILocale: () => LOCALE,
  GetAppDataLocale: () => LOCALE,
  GetDocUrl: () => "",
  GetAppCapabilities: () => 0,
  GetActivationMode: () => 1,
  GetControlIntegrationLevel: () => 1,
  GetSolutionToken: () => "",
  GetCorrelationId: () => "",
  GetInstanceId: () => "workbench",
  GetTouchEnabled: () => false,
  GetCommerceAllowed: () => true,
  GetSupportedMatrix: () => JSON.stringify(sets),
  GetHostFullVersion: () => "16.0.16130.20000",
  GetInitialDisplayMode: () => 2,
  GetFeaturesForSolution: () => "{}",
  GetOfficeThemeInfo: () => JSON.stringify(themeInfo(target)),
  GetSettings: () => ({
    Read: () => OK,
    WriteAsync: (_keys: unknown, _values: unknown, done: (status: number) => void) => done(OK),
  }),
});

/** Desktop systems by office.js's names, with the version of its part for Excel. */
const VERSIONS = { Win32: "16.01", Mac: "16.00" } as const;
export type Platform = keyof typeof VERSIONS;

/** Puts desktop Excel's side into a window, before office.js is loaded there. */
export function installExternal(
  target: OfficeWindow,
  commands: RibbonCommands,
  sets: RequirementSets,
  platform: Platform = "Win32",
): void {
  const external = {
    GetHostInfo: () =>
      `Excel$${platform}$${VERSIONS[platform]}$${LOCALE}$$$disableLogging$${SHARED_RUNTIME | CUSTOM_FUNCTIONS}`,
    GetLoggingAllowed: () => false,
    GetContext: () => context(sets, target),
    Execute(call: number, parameters: unknown[] | Answer, done: (result: Answer) => void) {
      commands.completed(call, "toArray" in parameters ? parameters.toArray() : parameters);
      setTimeout(() => done(answer(OK)), 0);
    },
    RegisterEvent(event: number, _target: unknown, handler: Handler, done?: (status: number) => void) {
      commands.listen(event, handler);
      if (done) setTimeout(() => done(OK), 0);
    },
    UnregisterEvent(_event: number, _target: unknown, done?: (status: number) => void) {
      if (done) setTimeout(() => done(OK), 0);
    },
  };
  Object.defineProperty(target, "external", { value: external, configurable: true, writable: true });
}
