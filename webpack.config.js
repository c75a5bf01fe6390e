const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");
const { DefinePlugin } = require("webpack");
const { Entrance } = require("./src/build/entrance");
const { FunctionsJson } = require("./src/build/functions-json");
const { sourceHash } = require("./src/build/hash");
const { Maps } = require("./src/build/maps");
const { NOTICES, notices } = require("./src/build/notices");
const { Theme } = require("./src/build/theme");
const { Weights } = require("./src/build/weights");
const { version } = require("./package.json");

/** Stands in the names of all scripts and styles, so that files of two builds never mix, whatever a browser keeps. */
const BUILD = sourceHash();
const DEFAULT_HOST = "https://localhost:3000";
const OFFICE = path.dirname(require.resolve("@microsoft/office-js/dist/office.js"));
/** Sites that may use Microsoft's network can name its address here: --env office=https://… */
const OWN_OFFICE = "office/office.js";

/** @throws Error for what Excel would refuse in a manifest */
function siteOf(host) {
  if (!URL.canParse(host) || new URL(host).protocol !== "https:")
    throw new Error(
      `--env host=${host}：请写完整的 https 地址，例如 --env host=https://yizhi.example.gov.cn；Excel 不接受别的地址。`,
    );
  return host.replace(/\/$/, "");
}

/**
 * KiB of JavaScript, gzipped, Office.js apart: what stands before the first tab can be used; what follows its paint, commands
 * and functions; each further tab, when first opened; and what the first file needs.
 */
const LIMITS = {
  taskpane: 60,
  commands: 60,
  audit: 20,
  lagging: 20,
  "periods-tab": 20,
  "results-tab": 20,
  exchange: 20,
  plan: 106,
  entries: 20,
  ledger: 26,
  results: 40,
  document: 90,
  functions: 20,
  files: 208,
};

/** Scripts of the pane; Terser alone drops what modules that are not joined leave unused. */
const PANE = new RegExp(
  `^(${Object.keys(LIMITS)
    .filter((part) => part !== "files")
    .join("|")})\\..*\\.js$`,
);

/**
 * Likewise of the workbench before it can be used, the spreadsheet and the rest; of what draws charts, when a sheet has one;
 * and of its codec when a file is opened.
 */
const WORKBENCH_LIMITS = { univer: 1900, page: 60, charts: 220, codec: 300 };

/** Where the page may load scripts from: its own site, and Office.js's if that is another. */
const originsOf = (office) =>
  ["'self'", ...(office === OWN_OFFICE ? [] : [new URL(office).origin])].join(" ");

const page = (template, filename, chunks, options) =>
  new HtmlPlugin({
    template,
    filename,
    chunks,
    inject: "body",
    scriptLoading: "blocking",
    build: BUILD,
    ...options,
  });

/** `npm run dev`: to this machine only; the page loads itself anew when something has been built. */
const devServer = {
  host: "127.0.0.1",
  port: process.env.PORT ?? 3000,
  static: false,
  hot: false,
  headers: { "Cache-Control": "no-store" },
  // the policy lets the page speak to its own origin alone, by whichever name it was opened
  client: { logging: "warn", webSocketURL: "auto://0.0.0.0:0/ws" },
  onListening: ({ options }) => console.log(`工作台已就绪：http://localhost:${options.port}/workbench.html`),
};

/**
 * `--env workbench` builds the workbench beside the add-in; it is never part of what ships. `watched`: built while it is
 * worked on, as quickly as can be, with source maps that the page's own policy allows.
 */
const config = ({
  workbench = false,
  watched = false,
  host,
  office = OWN_OFFICE,
  limit = LIMITS.taskpane,
}) => ({
  entry: {
    taskpane: "./src/taskpane/index.tsx",
    ...(workbench && { workbench: "./src/workbench/page/start.ts", boot: "./src/workbench/page/boot.ts" }),
  },
  // esbuild drops unused code of libraries only at the top level of a file: it adds the enclosing function itself
  output: {
    path: path.resolve("dist"),
    filename: `[name].${BUILD}.js`,
    publicPath: "",
    clean: true,
    iife: watched,
  },
  devtool: watched ? "cheap-module-source-map" : false,
  ...(watched && { devServer, stats: "errors-warnings", infrastructureLogging: { level: "warn" } }),
  performance: { hints: false },
  resolve: { extensions: [".tsx", ".ts", ".js"] },
  module: {
    rules: [
      // types are checked once by tsc (npm run types)
      {
        test: /\.tsx?$/,
        loader: "ts-loader",
        options: { transpileOnly: true, compilerOptions: { noEmit: false, sourceMap: true } },
      },
      // a plan with a fault ends the build
      {
        test: path.resolve("src/plan/built-in-file.ts"),
        resourceQuery: { not: /run/ },
        loader: path.resolve("src/build/evaluated.js"),
      },
      // modules that only define: what a part of the pane does not use stays out of it
      {
        include: path.resolve("src"),
        exclude: ["taskpane/index.tsx", "taskpane/support.ts", "taskpane/controls/fluent.ts", "workbench"]
          .map((part) => path.resolve("src", part))
          .concat(/\.css$/),
        sideEffects: false,
      },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
    ],
  },
  optimization: {
    minimizer: [
      new MinimizerPlugin({
        include: PANE,
        extractComments: false,
        terserOptions: { ecma: 2020, safari10: false, compress: { passes: 2 } },
      }),
      // Terser takes six times as long on Univer
      new (require("esbuild-loader").EsbuildPlugin)({
        // as old as the pane's page can still say that it is too old for the pane; no newer API: eslint.config.mjs
        target: ["es2022", "safari15.4"],
        css: true,
        charset: "utf8",
        format: "iife",
        exclude: [/^office\//, PANE],
      }),
    ],
  },
  plugins: [
    new MiniCssExtractPlugin({ filename: `[name].${BUILD}.css` }),
    new DefinePlugin({
      VERSION: JSON.stringify(version),
      BUILD: JSON.stringify(BUILD),
      NOTICES: JSON.stringify(NOTICES),
    }),
    new Theme(BUILD, Object.keys(LIMITS)),
    new Entrance("taskpane", BUILD),
    ...(watched
      ? []
      : [notices(), new Weights({ ...LIMITS, taskpane: Number(limit), ...(workbench && WORKBENCH_LIMITS) })]),
    ...(workbench ? [] : [new Maps()]),
    new FunctionsJson("./src/functions/functions.ts", BUILD),
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
            boot: `boot.${BUILD}.js`,
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
          transform: (content) => content.toString().replaceAll(DEFAULT_HOST, host),
        },
        ...["office.js", "excel-*.js", "*/office_strings.js", "telemetry/*", "agaveerrorux/**"].map(
          (from) => ({
            from,
            context: OFFICE,
            to: "office",
            globOptions: { ignore: ["**/*.debug.js", "**/*-core.js"] },
          }),
        ),
      ],
    }),
  ],
});

module.exports = (env = {}, { mode } = {}) =>
  config({ ...env, watched: mode === "development", host: siteOf(env.host ?? DEFAULT_HOST) });
