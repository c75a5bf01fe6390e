import { createServer as createHttp, type RequestListener } from "node:http";
import { createServer as createHttps } from "node:https";
import handler from "serve-handler";

const DEFAULT_PORT = 3000;
const port = Number(process.env.PORT ?? DEFAULT_PORT);
/** Excel loads add-ins from https only; the browser needs no certificate for this machine. */
const https = process.argv.includes("--https");

/** Excel on the web reads functions.json from a page of its own site; names without a build's mark keep their address. */
const HEADERS = [
  { key: "Access-Control-Allow-Origin", value: "*" },
  { key: "Cache-Control", value: "no-cache" },
];

const serve: RequestListener = (request, response) =>
  void handler(request, response, {
    public: "dist",
    cleanUrls: false,
    headers: [{ source: "**", headers: HEADERS }],
  });

async function createServer() {
  if (!https) return createHttp(serve);
  const { getHttpsServerOptions } = await import("office-addin-dev-certs");
  return createHttps(await getHttpsServerOptions(), serve);
}

function stop(reason: string): never {
  console.error(reason);
  process.exit(1);
}

const ready = https
  ? `加载项已就绪：https://localhost:${port}/taskpane.html`
  : `工作台已就绪：http://localhost:${port}/workbench.html`;

/** Serves dist to this machine only. */
createServer().then(
  (server) =>
    server
      .on("error", ({ message }) => stop(`端口 ${port} 无法使用（${message}）。请用 PORT=其他端口 再试。`))
      .listen(port, "127.0.0.1", () => console.log(ready)),
  (error: unknown) => stop(`无法取得开发证书（${String(error)}）。请以管理员身份再试。`),
);
