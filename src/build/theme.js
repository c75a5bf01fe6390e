const { webDarkTheme, webLightTheme } = require("@fluentui/tokens");

const rule = (selector, tokens) =>
  `${selector} {\n${tokens.map(([name, value]) => `  --${name}: ${value};\n`).join("")}}\n`;

/** Writes Fluent's tokens for both themes as far as they are used: as a script, all of them weigh six times as much. */
class Theme {
  /** @param build names the build, in all files' names @param parts of the pane that are seen, by name */
  constructor(build, parts) {
    this.build = build;
    this.parts = parts;
  }
  /** `theme.css` → `theme.1a2b3c4d.css` */
  named(file) {
    return file.replace(".", `.${this.build}.`);
  }
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.compilation.tap("Theme", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE;
      compilation.hooks.processAssets.tap({ name: "Theme", stage }, (assets) => {
        if (compilation.compiler.isChild()) return;
        const text = this.parts
          .flatMap((part) => compilation.namedChunkGroups.get(part).getFiles())
          .map((name) => assets[name].source())
          .join();
        const used = new Set(text.match(/(?<=--)\w+/g));
        const light = Object.entries(webLightTheme).filter(([name]) => used.has(name));
        const dark = Object.entries(webDarkTheme).filter(
          ([name, value]) => used.has(name) && webLightTheme[name] !== value,
        );
        const css = rule(":root", light) + rule(':root[data-theme="dark"]', dark);
        compilation.emitAsset(this.named("theme.css"), new sources.RawSource(css));
      });
    });
  }
}

module.exports = { Theme };
