const vm = require("node:vm");
const { buildSync } = require("esbuild");

/** What a module of ours in TypeScript exports, run while building. */
function load(file) {
  const options = { bundle: true, write: false, format: "cjs", platform: "node", charset: "utf8" };
  const [{ text }] = buildSync({ ...options, entryPoints: [file] }).outputFiles;
  const module = { exports: {} };
  vm.runInThisContext(`(function (module, exports, require) {${text}\n})`)(module, module.exports, require);
  return module.exports;
}

module.exports = { load };
