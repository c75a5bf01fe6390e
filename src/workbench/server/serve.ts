import { createServer } from "node:http";
import handler from "serve-handler";

const DEFAULT_PORT = 3000;
const port = Number(process.env.PORT ?? DEFAULT_PORT);

/** Serves dist to this machine only. */
createServer((request, response) => void handler(request, response, { public: "dist", cleanUrls: false }))
  .on("error", (error) => {
    console.error(`端口 ${port} 无法使用（${error.message}）。请用 PORT=其他端口 再试。`);
    process.exit(1);
  })
  .listen(port, "127.0.0.1", () => console.log(`工作台已就绪：http://localhost:${port}/workbench.html`));
