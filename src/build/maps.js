const path = require("node:path");
const { SourceMapDevToolPlugin } = require("webpack");

/** `dist` → `dist-maps` */
const besides = (dist) => `${dist}-maps`;

/**
 * Writes source maps into a folder beside the build: what ships neither holds nor names them. Scripts' names hold the
 * build's mark, so maps of several builds stand side by side.
 */
class Maps {
  apply(compiler) {
    const folder = besides(path.basename(compiler.options.output.path));
    new SourceMapDevToolPlugin({ filename: `../${folder}/[file].map`, append: false }).apply(compiler);
  }
}

module.exports = { besides, Maps };
