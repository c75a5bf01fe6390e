const { existsSync, readFileSync } = require("node:fs");
const { SourceMap } = require("node:module");
const path = require("node:path");
const { besides } = require("./maps");

/** `…/taskpane.1a2b3c4d.js:1:2345`, as it stands in 详情 */
const PLACE = /([\w-]+\.[0-9a-f]{8}\.js):(\d+):(\d+)/g;

/** What a place in a script was made from, or a sentence why that is not known. */
function sourceOf(folder, file, line, column) {
  const map = path.join(folder, `${file}.map`);
  if (!existsSync(map)) return `no ${path.relative("", map)}: build the same version with npm run build`;
  const entry = new SourceMap(JSON.parse(readFileSync(map, "utf8"))).findEntry(line - 1, column - 1);
  if (!entry.originalSource) return "made by the bundler";
  const source = entry.originalSource.replace(/^webpack:\/\/[^/]*\/(\.\/)?/, "");
  return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
}

/** The places that a text names, one a line, each with its source. */
const where = (text, folder = besides("dist")) =>
  [...text.matchAll(PLACE)].map(
    ([place, file, line, column]) => `${place}  ${sourceOf(folder, file, Number(line), Number(column))}`,
  );

module.exports = { where };

if (require.main === module) {
  const given = process.argv.slice(2).join(" ");
  const lines = where(given || readFileSync(0, "utf8"));
  console.log(lines.length > 0 ? lines.join("\n") : "no place such as taskpane.1a2b3c4d.js:1:2345 in it");
}
