const { readdirSync, readFileSync } = require("node:fs");
const path = require("node:path");
const LicensePlugin = require("webpack-license-plugin");

/** Beside the pages, so that 关于 can point to it. */
const NOTICES = "THIRD-PARTY-NOTICES.txt";

/** Shipped as files of their own, so no bundle knows of them: Office.js, and Fluent's colours and sizes. */
const BESIDE = ["@microsoft/office-js", "@fluentui/tokens"];
const folderOf = (name) => path.resolve("node_modules", name);
const versionOf = (folder) => JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")).version;

/** Packages whose package.json names no licence; both carry its text. */
const NAMED_BY_TEXT = {
  "@microsoft/office-js": "LicenseRef-Office-JS",
  "@univerjs/telemetry": "Apache-2.0",
};
const overrides = () =>
  Object.fromEntries(
    Object.entries(NAMED_BY_TEXT).map(([name, license]) => [`${name}@${versionOf(folderOf(name))}`, license]),
  );

const holder = ({ author = "", name }) => author.replace(/\s*[<(].*$/, "") || `the authors of ${name}`;

/** Some packages name their licence without its text: then it is the text another package has for the same, under the author's name. */
function textOf(one, all) {
  if (one.licenseText) return one.licenseText;
  const like = all.find(({ license, licenseText }) => license === one.license && licenseText);
  if (!like) throw new Error(`${one.name}: no text for its licence ${one.license}`);
  const general = like.licenseText.replace(/^copyright .*\n/gim, "").replace(/^.*\n+/, "");
  return `${one.license}\n\nCopyright (c) ${holder(one)}\n\n${general}`;
}

/** What a package says of the code it carries itself. */
function furtherNotices({ name, noticeText }) {
  const folder = folderOf(name);
  const files = readdirSync(folder).filter((file) => /^third.?party/i.test(file));
  return [noticeText, ...files.map((file) => readFileSync(path.join(folder, file), "utf8"))].filter(Boolean);
}

const LINE = "=".repeat(80);
const section = (one, all) =>
  [
    LINE,
    `${one.name} ${one.version} (${one.license})`,
    ...(one.repository ? [one.repository] : []),
    LINE,
    "",
    ...[textOf(one, all), ...furtherNotices(one)].map((text) => `${text.trim()}\n`),
  ].join("\n");

/** With a mark by which programs know the encoding, for servers that do not say it. */
const HEAD = `\uFEFF一指填报 YIZHI contains the software below, each under its own licence.
Microsoft is not responsible for maintaining, updating or supporting this add-in.
微软不负责维护、更新或支持本加载项。
`;

/** Writes one file with the licence of everything that is built in or copied from a package. */
const notices = () =>
  new LicensePlugin({
    includePackages: () => BESIDE.map(folderOf),
    includeNoticeText: true,
    licenseOverrides: overrides(),
    outputFilename: NOTICES,
    // the same name: the text takes the place of the plugin's own list
    additionalFiles: { [NOTICES]: (all) => [HEAD, ...all.map((one) => section(one, all))].join("\n") },
  });

module.exports = { NOTICES, notices };
