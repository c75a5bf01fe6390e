const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");

// one esbuild for all files instead of a process for each
process.env.ESBUILD_WORKER_THREADS = "1";
const { transformSync, version } = require("esbuild");

const OWN = readFileSync(__filename);

/** Takes the types out of a file for jest; `npm run types` checks them. */
module.exports = {
  getCacheKey: (source, path) =>
    createHash("sha256").update(OWN).update(version).update(path).update("\0").update(source).digest("hex"),
  process(source, path) {
    if (/^jest\.mock\(/m.test(source) && path.endsWith(".test.ts"))
      throw new Error(
        `${path}: jest.mock would come after the imports; it belongs into a module that is imported first.`,
      );
    return transformSync(source, {
      loader: path.endsWith("x") ? "tsx" : "ts",
      format: "cjs",
      target: "node20",
      // jest has require alone
      supported: { "dynamic-import": false },
      jsx: "automatic",
      jsxImportSource: "preact",
      sourcefile: path,
      sourcemap: "external",
    });
  },
};
