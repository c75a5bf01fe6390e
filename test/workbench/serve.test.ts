import { spawn } from "node:child_process";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

const freePort = (): Promise<number> =>
  new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => found(port));
    });
  });

test("Excel's own page may read what the development server serves", async () => {
  const port = await freePort();
  const server = spawn(
    process.execPath,
    [join(ROOT, "node_modules/tsx/dist/cli.mjs"), "src/workbench/server/serve.ts"],
    { cwd: ROOT, env: { ...process.env, PORT: String(port) } },
  );
  try {
    await new Promise((ready) => server.stdout.once("data", ready));
    const { headers } = await fetch(`http://127.0.0.1:${port}/functions.json`);
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("content-type")).toMatch(/^application\/json/);
    expect(headers.get("cache-control")).toBe("no-cache");
  } finally {
    server.kill();
  }
});
