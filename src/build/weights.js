const { gzipSync } = require("node:zlib");

/** Prints the JavaScript of each entry in KiB, gzipped, and fails the build where one is above its limit. */
class Weights {
  /** @param limits KiB by entry name */
  constructor(limits) {
    this.limits = limits;
  }
  apply(compiler) {
    compiler.hooks.emit.tap("Weights", (compilation) => {
      const weigh = (file) => gzipSync(compilation.getAsset(file).source.source()).length / 1024;
      for (const [entry, limit] of Object.entries(this.limits)) {
        const files = compilation.entrypoints.get(entry).getFiles();
        const weight = files
          .filter((file) => file.endsWith(".js"))
          .reduce((sum, file) => sum + weigh(file), 0);
        const says = `${entry}: ${weight.toFixed(1)} KiB of JavaScript, gzipped; limit ${limit} KiB`;
        console.log(says);
        if (weight > limit) compilation.errors.push(new Error(says));
      }
    });
  }
}

module.exports = { Weights };
