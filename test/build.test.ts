import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "..");
const WEBPACK = join(ROOT, "node_modules/webpack-cli/bin/cli.js");

let dist: string;
const build = (...env: string[]) =>
  spawnSync(
    process.execPath,
    [WEBPACK, "--mode", "production", "--output-path", dist, ...env.flatMap((e) => ["--env", e])],
    { cwd: ROOT, encoding: "utf8" },
  );
const file = (name: string): string => readFileSync(join(dist, name), "utf8");

beforeEach(() => (dist = mkdtempSync(join(tmpdir(), "yizhi-build-"))));
afterEach(() => rmSync(dist, { recursive: true }));

test("what ships is for the host that the build names, and holds nothing of the workbench", () => {
  const { status, stdout } = build("host=https://yizhi.example.gov.cn/plan/");
  expect(status).toBe(0);
  expect(stdout).toMatch(/taskpane: \d+\.\d KiB of JavaScript, gzipped; limit 100 KiB/);
  const manifest = file("manifest.xml");
  expect(manifest).toContain('DefaultValue="https://yizhi.example.gov.cn/plan/taskpane.html"');
  expect(manifest).not.toContain("localhost");
  const scripts = readdirSync(dist).filter((name) => name.endsWith(".js"));
  expect(scripts).toContain("taskpane.js");
  for (const name of readdirSync(dist)) expect(name).not.toMatch(/workbench|boot/);
  for (const name of scripts) expect(file(name)).not.toMatch(/univer|_richApiNativeBridge/i);
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
