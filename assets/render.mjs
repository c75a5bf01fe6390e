// Renders every icon of this folder at the sizes that manifest.xml names: node assets/render.mjs
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";

const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
const here = new URL(".", import.meta.url);

for (const file of readdirSync(here).filter((name) => name.endsWith(".svg")))
  for (const size of SIZES) {
    const image = new Resvg(readFileSync(new URL(file, here), "utf8"), {
      fitTo: { mode: "width", value: size },
    });
    writeFileSync(new URL(file.replace(".svg", `-${size}.png`), here), image.render().asPng());
  }
