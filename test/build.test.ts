import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { besides } from "../src/build/maps";
import { where } from "../src/build/where";

const ROOT = join(__dirname, "..");
const WEBPACK = join(ROOT, "node_modules/webpack-cli/bin/cli.js");

const SITE = "https://yizhi.example.gov.cn/plan/";
const OFFICE = "https://office.example.gov.cn/lib/office.js";

/** What is loaded together, by name. */
const PARTS = ["taskpane", "commands", "audit", "lagging", "exchange", "plan", "functions", "files"];

/** What a build said, and the folder it was made in. */
interface Build {
  folder: string;
  status: number | null;
  said: string;
}

const home = mkdtempSync(join(tmpdir(), "yizhi-build-"));
async function build(...options: string[]): Promise<Build> {
  const folder = mkdtempSync(join(home, "dist-"));
  const args = [WEBPACK, "--mode", "production", "--output-path", folder, ...options];
  const child = spawn(process.execPath, args, { cwd: ROOT });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += String(text)));
  const [status] = (await once(child, "close")) as [number | null];
  return { folder, status, said };
}

const file = ({ folder }: Build, name: string): string => readFileSync(join(folder, name), "utf8");
const scriptsIn = ({ folder }: Build): string[] => readdirSync(folder).filter((name) => name.endsWith(".js"));
/** `audit.js` → `audit.1a2b3c4d.js`, as it is named in this build. */
const named = ({ folder }: Build, name: string): string => {
  const [entry, extension] = name.split(".");
  return readdirSync(folder).find((one) => new RegExp(`^${entry}\\.[0-9a-f]{8}\\.${extension}$`).test(one))!;
};

const stats = join(home, "stats.json");
/** As the README says, and for a site of its own that takes Office.js from another one. */
let plain: Build;
let ofSite: Build;
beforeAll(async () => {
  [plain, ofSite] = await Promise.all([
    build("--json", stats),
    build("--env", `host=${SITE}`, "--env", `office=${OFFICE}`),
  ]);
});
afterAll(() => rmSync(home, { recursive: true }));

test("source maps stand beside what ships, and tell where a place in a script was made", () => {
  for (const name of readdirSync(ofSite.folder)) expect(name).not.toMatch(/\.map$/);
  const script = named(ofSite, "taskpane.js");
  const text = file(ofSite, script);
  expect(text).not.toContain("sourceMappingURL");
  const before = text.split("fluent-")[0]!.split("\n");
  const place = `${script}:${before.length}:${before.at(-1)!.length}`;
  expect(where(`at x (${SITE}${place})`, besides(ofSite.folder))).toEqual([
    expect.stringMatching(new RegExp(`^${place}  (src|node_modules)/.+:\\d+:\\d+$`)),
  ]);
});

test("what ships is for the host that the build names, and holds nothing of the workbench", () => {
  expect(ofSite.status).toBe(0);
  for (const script of PARTS)
    expect(ofSite.said).toMatch(
      new RegExp(`^${script}: \\d+\\.\\d KiB of JavaScript, gzipped; limit \\d+ KiB$`, "m"),
    );
  const manifest = file(ofSite, "manifest.xml");
  expect(manifest).toContain('DefaultValue="https://yizhi.example.gov.cn/plan/taskpane.html"');
  expect(manifest).not.toContain("localhost");
  const scripts = scriptsIn(ofSite);
  expect(scripts).toEqual(
    expect.arrayContaining(["taskpane.js", ...PARTS.map((part) => named(ofSite, `${part}.js`))]),
  );
  for (const name of readdirSync(ofSite.folder)) expect(name).not.toMatch(/workbench|boot/);
  for (const name of scripts) expect(file(ofSite, name)).not.toMatch(/univer(?!sal)|_richApiNativeBridge/i);
});

test.each(["yizhi.gov.cn", "http://yizhi.gov.cn"])(
  "for the host %s nothing is built, with a sentence on what to write",
  async (host) => {
    const { status, said } = await build("--env", `host=${host}`);
    expect(status).not.toBe(0);
    expect(said).toContain(`--env host=${host}：请写完整的 https 地址`);
  },
);

interface Module {
  orphan?: boolean;
  nameForCondition?: string;
  modules?: Module[];
}

/** The packages whose modules are in the bundles, as the bundler itself tells. */
const packagesIn = (modules: Module[]): string[] =>
  modules
    .filter(({ orphan }) => !orphan)
    .flatMap(({ nameForCondition = "", modules: parts = [] }) => [
      ...(/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(nameForCondition ?? "")?.slice(1) ?? []),
      ...packagesIn(parts),
    ]);

/** What the notices say of a package. */
const noticeOf = (name: string): string =>
  file(plain, "THIRD-PARTY-NOTICES.txt")
    .split(/^=+\n(?=\S+ \S+ \()/m)
    .find((part) => part.startsWith(`${name} `)) ?? "";

const inPackage = (name: string, path: string): string => join(ROOT, "node_modules", name, path);

test("every package in what ships stands in the notices, with its version and its licence's text", () => {
  expect(plain.status).toBe(0);
  const { modules } = JSON.parse(readFileSync(stats, "utf8")) as { modules: Module[] };
  const packages = new Set([...packagesIn(modules), "@microsoft/office-js", "@fluentui/tokens"]);
  expect([...packages]).toEqual(
    expect.arrayContaining(["preact", "@fluentui/web-components", "@cj-tech-master/excelts"]),
  );
  for (const name of packages) {
    const { version } = JSON.parse(readFileSync(inPackage(name, "package.json"), "utf8")) as {
      version: string;
    };
    expect(noticeOf(name)).toMatch(new RegExp(`^${name} ${version} \\(`));
    expect(noticeOf(name)).toMatch(/permi(ssion|tted)|LICENSE TERMS/i);
  }
  // a licence that the package names without its text; code that a package carries itself
  expect(noticeOf("@microsoft/fast-element")).toMatch(/Copyright \(c\) Microsoft\n\nPermission is hereby/);
  expect(noticeOf("@cj-tech-master/excelts")).toContain("ExcelJS is licensed under the MIT License");
  expect(noticeOf("@microsoft/office-js")).toContain(
    readFileSync(inPackage("@microsoft/office-js", "LICENSE.md"), "utf8").replace(/\r/g, "").trim(),
  );
});

test("Office.js ships as Microsoft made it, and 关于 says what its licence asks for", () => {
  const shipped = readdirSync(join(plain.folder, "office"), { recursive: true, encoding: "utf8" });
  const scripts = shipped.filter((name) => name.endsWith(".js"));
  // what office.js may ask for beside itself, by addresses of its own
  for (const name of ["office.js", "telemetry/oteljs_agave.js", "agaveerrorux/index.html"])
    expect(shipped).toContain(name);
  for (const name of scripts) {
    const original = readFileSync(inPackage("@microsoft/office-js/dist", name));
    expect([name, readFileSync(join(plain.folder, "office", name)).equals(original)]).toEqual([name, true]);
  }
  const pane = file(plain, named(plain, "taskpane.js"));
  for (const words of [
    "Microsoft is not responsible for maintaining, updating or supporting this add-in.",
    "微软不负责维护、更新或支持本加载项",
    "THIRD-PARTY-NOTICES.txt",
    "©",
  ])
    expect([words, pane.includes(words)]).toEqual([words, true]);
});

test("two builds of the same sources are the same, so 关于 names what is installed", () => {
  const scripts = (made: Build): string[] =>
    [...PARTS.map((part) => `${part}.js`), "theme.css"].map(
      (name) => named(made, name) + file(made, named(made, name)),
    );
  expect(scripts(ofSite)).toEqual(scripts(plain));
});

test("files of two builds never mix: each names its build, and only what the manifest names keeps its name", () => {
  const html = file(plain, "taskpane.html");
  const [, mark] = /taskpane\.([0-9a-f]{8})\.js/.exec(html)!;
  for (const [, asked] of html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g))
    expect(asked).toMatch(new RegExp(`^office/office\\.js$|\\.${mark}\\.(js|css)$`));
  // what is loaded later, and what the manifest's script leads to
  expect(file(plain, named(plain, "taskpane.js"))).toContain(`.${mark}.js`);
  expect(file(plain, "taskpane.js")).toContain(`import("./taskpane.${mark}.js")`);
  const fixed = readdirSync(plain.folder).filter((name) => /\.[a-z]+$/.test(name) && !name.includes(mark!));
  expect(fixed.sort()).toEqual(
    ["THIRD-PARTY-NOTICES.txt", "functions.json", "manifest.xml", "taskpane.html", "taskpane.js"].sort(),
  );
  expect(JSON.parse(file(plain, "functions.json"))).not.toHaveProperty("allowCustomDataForDataTypeAny");
});

test("the README's lines for nginx and IIS name every kind of file that ships", () => {
  const kinds = new Set(
    readdirSync(plain.folder, { recursive: true, encoding: "utf8" }).flatMap(
      (name) => /\.(\w+)$/.exec(name)?.slice(1) ?? [],
    ),
  );
  const readme = readFileSync(join(ROOT, "README.md"), "utf8");
  const [nginx, iis] = ["nginx", "xml"].map(
    (language) => new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s").exec(readme)![1]!,
  );
  for (const kind of kinds) {
    expect(nginx).toMatch(new RegExp(`^\\s+\\w+/\\w+ ${kind};$`, "m"));
    expect(iis).toContain(`<mimeMap fileExtension=".${kind}"`);
  }
  for (const lines of [nginx, iis]) expect(lines).toContain("Access-Control-Allow-Origin");
});

test("pages name their own origin only, and another one only where the build takes Office.js from there", () => {
  expect(file(plain, "taskpane.html")).toContain(`content="default-src 'self';`);
  expect(file(ofSite, "taskpane.html")).toContain(
    `content="default-src 'self' https://office.example.gov.cn;`,
  );
  expect(file(ofSite, "taskpane.html")).toContain(`src="${OFFICE}"`);
});

test("a pane heavier than its limit fails the build", async () => {
  const { status, said } = await build("--env", "limit=1");
  expect(status).not.toBe(0);
  expect(said).toMatch(/limit 1 KiB/);
});
