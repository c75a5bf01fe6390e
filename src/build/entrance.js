/**
 * Writes the script that the manifest names. The name stays, since a manifest is handed out once; what it loads is of this
 * build. Excel with a shared runtime loads the page instead, and never both.
 */
class Entrance {
  /** @param entry the entry's name @param build names the build */
  constructor(entry, build) {
    this.entry = entry;
    this.build = build;
  }
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("Entrance", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "Entrance", stage }, () =>
        compilation.emitAsset(
          `${this.entry}.js`,
          new sources.RawSource(`import("./${this.entry}.${this.build}.js");\n`),
        ),
      );
    });
  }
}

module.exports = { Entrance };
