import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "..");
const WEBPACK = join(ROOT, "node_modules/webpack-cli/bin/cli.js");

let dist: string;
const webpack = (...options: string[]) =>
  spawnSync(process.execPath, [WEBPACK, "--mode", "production", "--output-path", dist, ...options], {
    cwd: ROOT,
    encoding: "utf8",
  });
const build = (...env: string[]) => webpack(...env.flatMap((e) => ["--env", e]));
const file = (name: string): string => readFileSync(join(dist, name), "utf8");
/** `tabs.js` → `tabs.1a2b3c4d.js`, as it is named in this build. */
const named = (name: string): string => {
  const [entry, extension] = name.split(".");
  return readdirSync(dist).find((one) => new RegExp(`^${entry}\\.[0-9a-f]{8}\\.${extension}$`).test(one))!;
};

beforeEach(() => (dist = mkdtempSync(join(tmpdir(), "yizhi-build-"))));
afterEach(() => rmSync(dist, { recursive: true }));

test("what ships is for the host that the build names, and holds nothing of the workbench", () => {
  const { status, stdout } = build("host=https://yizhi.example.gov.cn/plan/");
  expect(status).toBe(0);
  for (const script of ["taskpane", "tabs", "exchange"])
    expect(stdout).toMatch(
      new RegExp(`^${script}: \\d+\\.\\d KiB of JavaScript, gzipped; limit \\d+ KiB$`, "m"),
    );
  const manifest = file("manifest.xml");
  expect(manifest).toContain('DefaultValue="https://yizhi.example.gov.cn/plan/taskpane.html"');
  expect(manifest).not.toContain("localhost");
  const scripts = readdirSync(dist).filter((name) => name.endsWith(".js"));
  expect(scripts).toEqual(
    expect.arrayContaining(["taskpane.js", ...["taskpane.js", "tabs.js", "exchange.js"].map(named)]),
  );
  for (const name of readdirSync(dist)) expect(name).not.toMatch(/workbench|boot/);
  for (const name of scripts) expect(file(name)).not.toMatch(/univer|_richApiNativeBridge/i);
});

test.each(["yizhi.gov.cn", "http://yizhi.gov.cn"])(
  "for the host %s nothing is built, with a sentence on what to write",
  (host) => {
    const { status, stdout, stderr } = build(`host=${host}`);
    expect(status).not.toBe(0);
    expect(stdout + stderr).toContain(`--env host=${host}：请写完整的 https 地址`);
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
  file("THIRD-PARTY-NOTICES.txt")
    .split(/^=+\n(?=\S+ \S+ \()/m)
    .find((part) => part.startsWith(`${name} `)) ?? "";

const inPackage = (name: string, path: string): string => join(ROOT, "node_modules", name, path);

test("every package in what ships stands in the notices, with its version and its licence's text", () => {
  expect(webpack("--json", join(dist, "stats.json")).status).toBe(0);
  const { modules } = JSON.parse(file("stats.json")) as { modules: Module[] };
  const packages = new Set([...packagesIn(modules), "@microsoft/office-js", "@fluentui/tokens"]);
  expect([...packages]).toEqual(expect.arrayContaining(["preact", "zod", "@cj-tech-master/excelts"]));
  for (const name of packages) {
    const { version } = JSON.parse(readFileSync(inPackage(name, "package.json"), "utf8")) as {
      version: string;
    };
    expect(noticeOf(name)).toMatch(new RegExp(`^${name} ${version} \\(`));
    expect(noticeOf(name)).toMatch(/permission|LICENSE TERMS/i);
  }
  // a licence that the package names without its text; code that a package carries itself
  expect(noticeOf("@microsoft/fast-element")).toMatch(/Copyright \(c\) Microsoft\n\nPermission is hereby/);
  expect(noticeOf("@cj-tech-master/excelts")).toContain("ExcelJS is licensed under the MIT License");
  expect(noticeOf("@microsoft/office-js")).toContain(
    readFileSync(inPackage("@microsoft/office-js", "LICENSE.md"), "utf8").replace(/\r/g, "").trim(),
  );
});

test("Office.js ships as Microsoft made it, and 关于 says what its licence asks for", () => {
  build();
  const shipped = readdirSync(join(dist, "office"), { recursive: true, encoding: "utf8" });
  const scripts = shipped.filter((name) => name.endsWith(".js"));
  // what office.js may ask for beside itself, by addresses of its own
  for (const name of ["office.js", "telemetry/oteljs_agave.js", "agaveerrorux/index.html"])
    expect(shipped).toContain(name);
  for (const name of scripts) {
    const original = readFileSync(inPackage("@microsoft/office-js/dist", name));
    expect([name, readFileSync(join(dist, "office", name)).equals(original)]).toEqual([name, true]);
  }
  const pane = file(named("taskpane.js"));
  for (const words of [
    "Microsoft is not responsible for maintaining, updating or supporting this add-in.",
    "微软不负责维护、更新或支持本加载项",
    "THIRD-PARTY-NOTICES.txt",
    "©",
  ])
    expect([words, pane.includes(words)]).toEqual([words, true]);
});

test("two builds of the same sources are the same, so 关于 names what is installed", () => {
  const scripts = (): string[] => {
    build();
    return ["taskpane.js", "tabs.js", "exchange.js", "theme.css"].map(
      (name) => named(name) + file(named(name)),
    );
  };
  const first = scripts();
  expect(scripts()).toEqual(first);
});

test("files of two builds never mix: each names its build, and only what the manifest names keeps its name", () => {
  build();
  const html = file("taskpane.html");
  const [, mark] = /taskpane\.([0-9a-f]{8})\.js/.exec(html)!;
  for (const [, asked] of html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g))
    expect(asked).toMatch(new RegExp(`^office/office\\.js$|\\.${mark}\\.(js|css)$`));
  // what is loaded later, and what the manifest's script leads to
  expect(file(named("taskpane.js"))).toContain(`.${mark}.js`);
  expect(file("taskpane.js")).toContain(`import("./taskpane.${mark}.js")`);
  const fixed = readdirSync(dist).filter((name) => /\.[a-z]+$/.test(name) && !name.includes(mark!));
  expect(fixed.sort()).toEqual(
    ["THIRD-PARTY-NOTICES.txt", "functions.json", "manifest.xml", "taskpane.html", "taskpane.js"].sort(),
  );
  expect(JSON.parse(file("functions.json"))).not.toHaveProperty("allowCustomDataForDataTypeAny");
});

test("the README's lines for nginx and IIS name every kind of file that ships", () => {
  build();
  const kinds = new Set(
    readdirSync(dist, { recursive: true, encoding: "utf8" }).flatMap(
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
  build();
  expect(file("taskpane.html")).toContain(`content="default-src 'self';`);
  build("office=https://office.example.gov.cn/lib/office.js");
  expect(file("taskpane.html")).toContain(`content="default-src 'self' https://office.example.gov.cn;`);
  expect(file("taskpane.html")).toContain('src="https://office.example.gov.cn/lib/office.js"');
});

test("a pane heavier than its limit fails the build", () => {
  const { status, stdout } = build("limit=1");
  expect(status).not.toBe(0);
  expect(stdout).toMatch(/limit 1 KiB/);
});
