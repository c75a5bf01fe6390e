import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { functionsJson } from "../src/build/functions-json";
import { COMMANDS, registerRibbon } from "../src/commands";
import { FUNCTIONS } from "../src/functions/table";

const ROOT = join(__dirname, "..");
const xml = readFileSync(join(ROOT, "manifest.xml"), "utf8");
const HOST = "https://localhost:3000/";

const matches = (pattern: RegExp): string[] => [...xml.matchAll(pattern)].map((m) => m[1]!);
const resources = (element: string): Map<string, string> =>
  new Map(
    [...xml.matchAll(new RegExp(`<bt:${element} id="([^"]+)" DefaultValue="([^"]*)"`, "g"))].map((m) => [
      m[1]!,
      m[2]!,
    ]),
  );
const section = (name: string): string =>
  xml.slice(xml.indexOf(`<bt:${name}>`), xml.indexOf(`</bt:${name}>`));

test("every resid resolves and is short enough", () => {
  const known = new Set(["Image", "Url", "String"].flatMap((element) => [...resources(element).keys()]));
  for (const id of matches(/resid="([^"]+)"/g)) {
    expect([...known]).toContain(id);
    expect(id.length).toBeLessThanOrEqual(32);
  }
});

test.each([
  ["ShortStrings", 125],
  ["LongStrings", 250],
])("%s are at most %d characters, in both languages", (name, longest) => {
  const strings = [...section(name).matchAll(/(?:DefaultValue|Value)="([^"]*)"/g)].map((m) => m[1]!);
  expect(strings.length).toBeGreaterThan(0);
  for (const string of strings) expect(string.length).toBeLessThanOrEqual(longest);
  expect(section(name).match(/<bt:Override Locale="en-US"/g)).toHaveLength(strings.length / 2);
});

test("every address is https on one host, which the build replaces", () => {
  for (const address of matches(/DefaultValue="(https?:[^"]*)"/g))
    expect(address.startsWith(HOST)).toBe(true);
  expect(xml).not.toContain("<AppDomain");
});

test("every image exists in its size", () => {
  for (const [id, address] of resources("Image")) {
    const file = join(ROOT, address.slice(HOST.length));
    expect(existsSync(file)).toBe(true);
    const width = readFileSync(file).readUInt32BE(16);
    expect(width).toBe(Number(id.split(".").at(-1)));
  }
});

test("runtime, functions page and function file share one page", () => {
  const page = /<Runtime resid="([^"]+)"/.exec(xml)![1];
  expect(/<Page>\s*<SourceLocation resid="([^"]+)"/.exec(xml)![1]).toBe(page);
  expect(/<FunctionFile resid="([^"]+)"/.exec(xml)![1]).toBe(page);
  expect(xml).toContain('lifetime="long"');
});

test("every button's action is associated, and no other", () => {
  const actions = matches(/<FunctionName>([^<]+)</g);
  expect(actions).toHaveLength(14);
  const associate = jest.fn<void, [id: string]>();
  Object.assign(globalThis, { Office: { actions: { associate } } });
  registerRibbon(() => Promise.resolve());
  expect(associate.mock.calls.map(([id]) => id).sort()).toEqual(actions.sort());
  expect([...COMMANDS.map(({ id }) => id as string), "openPane"].sort()).toEqual(actions.sort());
});

test("requirement sets stay at the floor of volume-licensed Office", () => {
  const sets = [...xml.matchAll(/Set Name="([^"]+)" MinVersion="([^"]+)"/g)].map((m) => `${m[1]!} ${m[2]!}`);
  expect(new Set(sets)).toEqual(new Set(["SharedRuntime 1.1", "CustomFunctionsRuntime 1.2", "ExcelApi 1.9"]));
});

test("Microsoft's own reader finds the add-in in it", () => {
  const cli = join(ROOT, "node_modules/office-addin-manifest/cli.js");
  const info = execFileSync(process.execPath, [cli, "info", join(ROOT, "manifest.xml")], {
    encoding: "utf8",
  });
  expect(info).toMatch(/Id: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\s/);
  expect(info).toMatch(/Name: 一指填报\s/);
  expect(info).toMatch(/Default Locale: zh-CN\s/i);
});

/** Excel refuses a manifest whose elements stand in another order. Source: the manifest's XML reference. */
test.each([
  [
    "OfficeApp",
    "Id Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl Hosts Requirements DefaultSettings Permissions VersionOverrides",
  ],
  ["VersionOverrides", "Requirements Hosts Resources"],
  ["VersionOverrides Host", "Runtimes AllFormFactors DesktopFormFactor"],
  ["CustomFunctions", "Script Page Metadata Namespace"],
  ["DesktopFormFactor", "FunctionFile ExtensionPoint"],
  ["Resources", "bt:Images bt:Urls bt:ShortStrings bt:LongStrings"],
])("the children of %s stand in the order that Excel asks for", (path, order) => {
  expect(childrenOf(path.split(" ")).join(" ")).toBe(order);
});

/** The element names directly under the last of nested elements; a name may also be an xsi:type. */
function childrenOf(path: string[]): string[] {
  let rest = xml;
  for (const name of path) {
    const start = new RegExp(`<${name}[ >]|xsi:type="${name}"`).exec(rest)!;
    rest = rest.slice(rest.indexOf(">", start.index) + 1);
  }
  const names: string[] = [];
  let depth = 0;
  for (const [, closing, name, selfClosing] of rest.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (closing && depth === 0) break;
    if (!closing && depth === 0) names.push(name!);
    depth += closing ? -1 : selfClosing ? 0 : 1;
  }
  return names;
}

test("every function of functions.json is there, under the namespace YIZHI", async () => {
  const { functions } = await functionsJson(join(ROOT, "src/functions/functions.ts"));
  expect(functions).toHaveLength(13);
  expect(functions.map(({ id }) => id).sort()).toEqual(Object.keys(FUNCTIONS).sort());
  const namespace = /<Namespace resid="([^"]+)"/.exec(xml)![1]!;
  expect(resources("String").get(namespace)).toBe("YIZHI");
});
