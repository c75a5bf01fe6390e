const { createHash } = require("node:crypto");
const { readdirSync, readFileSync } = require("node:fs");
const path = require("node:path");

const MADE_FROM = ["package-lock.json", "webpack.config.js", "src"];

const filesOf = (at) => {
  const entries = readdirSync(at, { withFileTypes: true, recursive: true });
  return entries.filter((one) => one.isFile()).map((one) => path.join(one.parentPath ?? one.path, one.name));
};

/**
 * Names what a build is made from, the same on every machine: eight hexadecimal digits. Webpack's own hash also depends
 * on the order in which its plugins come to their end.
 */
const sourceHash = () => {
  const hash = createHash("sha256");
  const files = MADE_FROM.flatMap((one) => (path.extname(one) ? [one] : filesOf(one)));
  for (const file of files.sort())
    hash.update(file.split(path.sep).join("/")).update(readFileSync(file, "utf8").replace(/\r\n/g, "\n"));
  return hash.digest("hex").slice(0, 8);
};

module.exports = { sourceHash };
