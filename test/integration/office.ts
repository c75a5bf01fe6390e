import { planKnown } from "../../src/commands";
import { FUNCTIONS, registerFunctions } from "../../src/functions";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Host, type HostOptions } from "../../src/workbench/host/host";
import type { UniverEngine } from "../../src/workbench/univer/univer-engine";
import { createHeadlessEngine } from "../../src/workbench/univer/headless";
import { functionMetadata } from "./functions-json";

const DIST = dirname(require.resolve("@microsoft/office-js/dist/office.js"));
const BASE = "https://localhost:3000/office/";

const nothing = (): void => undefined;
const run = (file: string): void => void (0, eval)(readFileSync(join(DIST, file), "utf8"));

interface FakeElement {
  tagName: string;
  src?: string;
  onload?: () => void;
}

const element = (tagName: string): FakeElement => ({
  tagName,
  ...{
    style: {},
    setAttribute: nothing,
    getAttribute: () => null,
    appendChild: nothing,
    removeChild: nothing,
  },
  ...{ addEventListener: nothing, getElementsByTagName: () => [] },
});

function storage(): Storage {
  const map = new Map<string, string>();
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  } as Storage;
}

/** As much of a page as office.js looks at when it loads; a script it adds is run from the package, later, as in a browser. */
function fakePage(): Record<string, unknown> {
  const head = {
    ...element("head"),
    appendChild: (script: FakeElement) => {
      const { src } = script;
      if (!src?.startsWith(BASE)) return;
      setTimeout(() => {
        run(src.slice(BASE.length));
        script.onload?.();
      }, 0);
    },
  };
  const me = { ...element("script"), src: `${BASE}office.js` };
  const location = { href: "https://localhost:3000/taskpane.html", search: "", hash: "", protocol: "https:" };
  return {
    location: {
      ...location,
      origin: "https://localhost:3000",
      host: "localhost:3000",
      hostname: "localhost",
    },
    history: {},
    navigator: { userAgent: "Node", language: "zh-CN", appName: "", platform: "" },
    sessionStorage: storage(),
    localStorage: storage(),
    addEventListener: nothing,
    removeEventListener: nothing,
    document: {
      ...element("document"),
      ...{ URL: location.href, readyState: "complete", cookie: "", head, body: element("body") },
      createElement: element,
      getElementsByTagName: (tag: string) => (tag === "script" ? [me] : tag === "head" ? [head] : []),
      querySelectorAll: () => [],
      getElementById: () => null,
    },
  };
}

/** Loads the real Office.js into this realm, with the host behind it. Once per test file. */
export async function loadOffice(host: Host): Promise<void> {
  for (const [name, value] of Object.entries({
    ...fakePage(),
    window: globalThis,
    self: globalThis,
    top: globalThis,
    parent: globalThis,
  }))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  host.attach(globalThis);
  run("office.js");
  await Office.onReady();
}

/** The add-in's functions in a workbook of its own, as the workbench starts them. Once per test file. */
export async function openAddIn(
  options: HostOptions | ((engine: UniverEngine) => HostOptions) = {},
): Promise<{ host: Host; engine: UniverEngine }> {
  const engine = createHeadlessEngine();
  const host = new Host(engine, typeof options === "function" ? options(engine) : options);
  host.registerFunctions(await functionMetadata(), "YIZHI");
  await loadOffice(host);
  registerFunctions(async () => {
    await planKnown();
    return FUNCTIONS;
  });
  await host.settled();
  return { host, engine };
}
