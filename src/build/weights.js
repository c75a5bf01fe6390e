const { gzipSync } = require("node:zlib");

/** Prints the JavaScript of each part in KiB, gzipped, and fails the build where one is above its limit. */
class Weights {
  /** @param limits KiB by the name of an entry or of what is loaded later, in the order in which they come */
  constructor(limits) {
    this.limits = limits;
  }
  apply(compiler) {
    compiler.hooks.emit.tap("Weights", (compilation) => {
      const weigh = (file) => gzipSync(compilation.getAsset(file).source.source()).length / 1024;
      const there = new Set();
      for (const [name, limit] of Object.entries(this.limits)) {
        const files = compilation.namedChunkGroups
          .get(name)
          .getFiles()
          .filter((file) => file.endsWith(".js") && !there.has(file));
        files.forEach((file) => there.add(file));
        const weight = files.reduce((sum, file) => sum + weigh(file), 0);
        const says = `${name}: ${weight.toFixed(1)} KiB of JavaScript, gzipped; limit ${limit} KiB`;
        console.log(says);
        if (weight > limit) compilation.errors.push(new Error(says));
      }
    });
  }
}

module.exports = { Weights };
