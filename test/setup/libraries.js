const { createHash } = require("node:crypto");
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const esbuild = require("esbuild");

const ROOT = join(__dirname, "../..");
const FOLDER = join(ROOT, "node_modules/.cache/libraries");

/** What tests take of Univer. */
const ENTRIES = [
  "@univerjs/core",
  "@univerjs/core/facade",
  "@univerjs/engine-formula",
  "@univerjs/engine-formula/facade",
  "@univerjs/sheets",
  "@univerjs/sheets/facade",
  "@univerjs/sheets-conditional-formatting",
  "@univerjs/sheets-data-validation",
  "@univerjs/sheets-formula",
  "@univerjs/sheets-formula/facade",
  "@univerjs/sheets-numfmt",
];
const fileOf = (entry) => join(FOLDER, `${entry.replace("@", "").replaceAll("/", "+")}.js`);

const madeFrom = () =>
  [__filename, join(ROOT, "package-lock.json")]
    .reduce((hash, file) => hash.update(readFileSync(file)), createHash("sha256"))
    .digest("hex");

/** Univer as one file: each test file loads it anew, and jest takes long over its thousand modules. See jest.config.js. */
module.exports = async () => {
  const stamp = join(FOLDER, "made-from");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === madeFrom()) return;
  mkdirSync(FOLDER, { recursive: true });
  const contents = ENTRIES.map((entry, i) => `export * as entry${i} from "${entry}";`).join("\n");
  await esbuild.build({
    stdin: { contents, resolveDir: ROOT },
    bundle: true,
    platform: "node",
    target: "node20",
    logLevel: "warning",
    outfile: join(FOLDER, "all.js"),
  });
  ENTRIES.forEach((entry, i) =>
    writeFileSync(fileOf(entry), `module.exports = require("./all.js").entry${i};\n`),
  );
  writeFileSync(stamp, madeFrom());
};
