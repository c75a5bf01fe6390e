const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const MiniCssExtractPlugin = require("mini-css-extract-plugin");
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

/** KiB of JavaScript, gzipped, per entry: what the pane loads at its start, Office.js apart, and what follows on demand. */
const LIMITS = { taskpane: 108, tabs: 10, exchange: 200 };

/** What the pane's start holds already. Tabs are a script of their own and take it from there: see src/taskpane/shared.ts. */
const src = (...parts) => path.resolve("src", ...parts);
const SHARED = {
  preact: "preact",
  "preact/hooks": "hooks",
  "preact/jsx-runtime": "jsx",
  [src("commands")]: "commands",
  [src("plan")]: "plan",
  [src("plan/in-use")]: "planInUse",
  [src("text")]: "text",
  [src("taskpane/fluent")]: "controls",
  [src("taskpane/controls")]: "controls",
  [src("taskpane/copy")]: "copy",
  [src("taskpane/text-field")]: "textField",
};
const sharedWithTabs = async ({ context, request, contextInfo }) => {
  const shared = SHARED[request.startsWith(".") ? path.resolve(context, request) : request];
  return contextInfo.issuerLayer === "tabs" && shared ? `var yizhiPane.${shared}` : undefined;
};

/** Likewise of the workbench before it can be used, the spreadsheet and the rest, and of its codec when a file is opened. */
const WORKBENCH_LIMITS = { univer: 1900, page: 60, codec: 300 };

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
  client: { logging: "warn" },
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
    tabs: {
      import: "./src/taskpane/later-tabs.ts",
      layer: "tabs",
      library: { name: "yizhiTabs", type: "self" },
    },
    exchange: { import: "./src/exchange/index.ts", library: { name: "yizhiExchange", type: "self" } },
    ...(workbench && { workbench: "./src/workbench/page/start.ts", boot: "./src/workbench/page/boot.ts" }),
  },
  // esbuild drops unused code of libraries only at the top level of a file: it adds the enclosing function itself
  output: { path: path.resolve("dist"), filename: `[name].${BUILD}.js`, clean: true, iife: watched },
  experiments: { layers: true },
  externals: [sharedWithTabs],
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
      // pure data and functions: what the pane does not use stays out of it
      {
        include: ["text", "grid", "plan", "assessment", "tables", "sheets", "plain", "report", "xlsx"].map(
          (part) => path.resolve("src", part),
        ),
        sideEffects: false,
      },
      { test: /\.css$/, use: [MiniCssExtractPlugin.loader, "css-loader"] },
    ],
  },
  optimization: {
    // Terser takes six times as long on Univer
    minimizer: [
      new (require("esbuild-loader").EsbuildPlugin)({
        // as old as the pane's page can still say that it is too old for the pane; no newer API: eslint.config.mjs
        target: ["es2022", "safari15.4"],
        css: true,
        charset: "utf8",
        format: "iife",
        exclude: /^office\//,
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
    new Theme(BUILD),
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
