const path = require("node:path");
const { gzipSync } = require("node:zlib");
const CopyPlugin = require("copy-webpack-plugin");
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");

const DEFAULT_HOST = "https://localhost:3000";
const OFFICE = path.dirname(require.resolve("@microsoft/office-js/dist/office.js"));
/** Sites that may use Microsoft's network can name its address here: --env office=https://… */
const OWN_OFFICE = "office/office.js";

/** KiB of JavaScript, gzipped, that the pane may load at its start; Office.js apart. */
const PANE_LIMIT = 100;

/** Prints what an entry loads at its start and fails the build above the limit. */
class WeightLimit {
  constructor(entry, limit) {
    Object.assign(this, { entry, limit });
  }
  apply(compiler) {
    compiler.hooks.emit.tap("WeightLimit", (compilation) => {
      const files = compilation.entrypoints.get(this.entry).getFiles();
      const weigh = (file) => gzipSync(compilation.getAsset(file).source.source()).length / 1024;
      const weight = files.filter((file) => file.endsWith(".js")).reduce((sum, file) => sum + weigh(file), 0);
      const says = `${this.entry}: ${weight.toFixed(1)} KiB of JavaScript, gzipped; limit ${this.limit} KiB`;
      console.log(says);
      if (weight > this.limit) compilation.errors.push(new Error(says));
    });
  }
}

/** Where the page may load scripts from: its own site, and Office.js's if that is another. */
const originsOf = (office) =>
  ["'self'", ...(office === OWN_OFFICE ? [] : [new URL(office).origin])].join(" ");

const page = (template, filename, chunks, options) =>
  new HtmlPlugin({ template, filename, chunks, inject: "body", scriptLoading: "blocking", ...options });

/** `--env workbench` builds the workbench beside the add-in; it is never part of what ships. */
module.exports = ({
  workbench = false,
  host = DEFAULT_HOST,
  office = OWN_OFFICE,
  limit = PANE_LIMIT,
} = {}) => ({
  entry: {
    taskpane: "./src/taskpane/index.tsx",
    exchange: { import: "./src/exchange/index.ts", library: { name: "yizhiExchange", type: "self" } },
    ...(workbench && { workbench: "./src/workbench/page/index.ts", boot: "./src/workbench/page/boot.ts" }),
  },
  // esbuild drops unused code of libraries only at the top level of a file: it adds the enclosing function itself
  output: { path: path.resolve("dist"), filename: "[name].js", clean: true, iife: false },
  devtool: false,
  performance: { hints: false },
  resolve: { extensions: [".tsx", ".ts", ".js"] },
  module: {
    rules: [
      { test: /\.tsx?$/, loader: "esbuild-loader", options: { target: "es2020" } },
      // pure data and functions: what the pane does not use stays out of it
      {
        include: ["plan", "assessment", "sheets"].map((part) => path.resolve("src", part)),
        sideEffects: false,
      },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
    ],
  },
  optimization: {
    // Terser takes six times as long on Univer
    minimizer: [
      new (require("esbuild-loader").EsbuildPlugin)({
        target: "es2020",
        css: true,
        format: "iife",
        exclude: /^office\//,
      }),
    ],
  },
  plugins: [
    new MiniCssExtractPlugin(),
    new WeightLimit("taskpane", Number(limit)),
    new CustomFunctionsMetadataPlugin({ input: "./src/functions/functions.ts", output: "functions.json" }),
    page("src/taskpane/taskpane.html", "taskpane.html", ["taskpane"], {
      office,
      origins: originsOf(office),
      boot: null,
    }),
    ...(workbench
      ? [
          page("src/taskpane/taskpane.html", "workbench-pane.html", ["taskpane"], {
            office: OWN_OFFICE,
            origins: "'self'",
            boot: "boot.js",
          }),
          page("src/workbench/page/workbench.html", "workbench.html", ["workbench"]),
        ]
      : []),
    new CopyPlugin({
      patterns: [
        { from: "assets/*-*.png" },
        ...(workbench ? [{ from: "assets/workbench", to: "assets/workbench" }] : []),
        {
          from: "manifest.xml",
          transform: (content) => content.toString().replaceAll(DEFAULT_HOST, host.replace(/\/$/, "")),
        },
        ...["office.js", "excel-*.js", "*/office_strings.js"].map((from) => ({
          from,
          context: OFFICE,
          to: "office",
          globOptions: { ignore: ["**/*.debug.js", "**/*-core.js"] },
        })),
      ],
    }),
  ],
});
