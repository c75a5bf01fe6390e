import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/microsoft-edge",
];
const CLI = join(__dirname, "../../node_modules/playwright-core/cli.js");

type Attempt = () => Promise<Browser>;

const args = process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const run = (command: string, ...rest: string[]): void =>
  void execFileSync(command, rest, { stdio: "pipe", timeout: 600_000 });

/** Another program may be installing: waits for it, in seconds. */
const PATIENT = ["-o", "DPkg::Lock::Timeout=300"];

function withApt(): Promise<Browser> {
  if (!existsSync("/usr/bin/apt-get") || process.getuid?.() !== 0)
    throw new Error("apt-get 需要 Debian 或 Ubuntu 的 root 用户");
  run("apt-get", ...PATIENT, "update");
  run("apt-get", ...PATIENT, "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk");
  return chromium.launch({ executablePath: "/usr/bin/chromium", args });
}

/** An installed Chrome, Edge or Chromium; else the library's own download; else apt as root. */
const ATTEMPTS: Attempt[] = [
  ...INSTALLED.filter(existsSync).map((executablePath) => () => chromium.launch({ executablePath, args })),
  () => chromium.launch({ channel: "chrome", args }),
  () => chromium.launch({ channel: "msedge", args }),
  () => chromium.launch({ args }),
  async () => {
    run(process.execPath, CLI, "install", "chromium");
    return chromium.launch({ args });
  },
  async () => withApt(),
];

/** Starts a browser, getting one if the machine has none. @throws Error that says what was tried */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const attempt of ATTEMPTS)
    try {
      return await attempt();
    } catch (error) {
      failures.push(String(error).split("\n")[0]!);
    }
  throw new Error(`No browser: install Chrome, Edge or Chromium.\n${failures.join("\n")}`);
}
