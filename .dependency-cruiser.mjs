/*
 * How the parts of src may know each other: floors, one door per folder, no circles, and which folder may use which package.
 * Only type imports count as well: what the compiler drops, a reader still has to follow.
 */

/** Folders of src from the lowest floor up: each may import what stands above it in this list, and none on its own line. */
const FLOORS = [
  ["text"],
  ["grid"],
  ["plan"],
  ["assessment", "tables", "draft"],
  ["sheets", "functions"],
  ["plain", "report", "xlsx"],
  ["ledger"],
  ["summary"],
  ["briefing", "supervision", "dashboard"],
  ["exchange"],
  ["excel"],
  ["commands"],
  ["taskpane"],
  ["workbench"],
];

/** Floors below another that it must not know all the same. */
const APART = {
  functions: ["tables"],
  xlsx: ["plan", "assessment", "tables", "sheets"],
  ledger: ["plain", "xlsx"],
  "(summary|briefing|supervision|dashboard)": ["tables", "draft", "functions", "plain", "xlsx"],
  excel: ["xlsx", "exchange", "functions"],
  commands: ["functions"],
  "workbench/engine": ["xlsx", "workbench/(host|univer|page|server)"],
  "workbench/host": ["xlsx", "workbench/(univer|page|server)"],
  "workbench/univer": ["xlsx", "workbench/(host|page|server)"],
  "workbench/page": ["workbench/(univer|server)"],
};

/** Files that are doors of their own beside their folder's index. */
const DOORS = [
  // which plan is meant is said by those who are called without one; whoever takes it as an argument must not reach for it
  "plan/(in-use|built-in)",
  // with the schema, which only a workbook with a plan of its own needs
  "plan/(open|changes|ready)",
  "sheets/plan/(index|recognized|words)",
  // with the core of periods, which only workbooks that keep some need
  "excel/ledger",
  // with what is made of all the figures
  "excel/results",
  // with what reads and writes for files
  "excel/convert",
  "excel/merge",
  // with what is first typed or pressed in the pane
  "excel/entries",
  // with the tab that lists what it marks
  "excel/mark",
  // whole workbooks are no part of the add-in
  "xlsx/workbook/index",
];

/** Packages by the folders that alone may use them; what shows and calculates, what reads and writes files, what checks a plan. */
const PACKAGES = {
  "@univerjs|rxjs|echarts": ["workbench/univer"],
  "react|react-dom": ["workbench"],
  "preact|@fluentui/web-components": ["taskpane"],
  "@cj-tech-master/excelts|fflate": ["xlsx"],
  "@borgar/fx": ["xlsx", "workbench"],
  numfmt: ["workbench", "xlsx/workbook"],
  zod: ["plan"],
  htmlparser2: ["draft"],
  docx: ["briefing"],
};

const any = (names) => `(${names.join("|")})`;

export default {
  forbidden: [
    ...FLOORS.flatMap((floor, i) =>
      floor.map((name) => ({
        name: `floor-of-${name}`,
        comment: "imports point down, never up, and never aside",
        severity: "error",
        from: { path: `^src/${name}/` },
        to: {
          path: `^src/${any([...floor.filter((other) => other !== name), ...FLOORS.slice(i + 1).flat(), "build"])}/`,
        },
      })),
    ),
    ...Object.entries(APART).map(([name, others]) => ({
      name: `apart-${name.replace(/[^a-z]+/g, "-")}`,
      severity: "error",
      // the page's first script chooses the view
      from: { path: `^src/${name}/`, pathNot: "^src/workbench/page/start" },
      to: { path: `^src/${any(others)}/` },
    })),
    {
      name: "no-circles",
      severity: "error",
      // Excel's own objects name each other: a range gives its sheet, a sheet its ranges
      from: { pathNot: "^src/workbench/host/(excel/|model|object|functions)" },
      to: { circular: true },
    },
    {
      name: "one-door",
      comment: "from outside a folder of src only its index is imported",
      severity: "error",
      from: { path: "^src/([^/]+)/" },
      to: {
        path: "^src/([^/]+)/",
        pathNot: [
          "^src/$1/",
          "^src/[^/]+/index\\.tsx?$",
          "\\.(css|json)$",
          `^src/${any(DOORS)}\\.ts$`,
          "^src/workbench/",
        ],
      },
    },
    {
      name: "tabs-apart",
      comment: "a tab of the pane knows no other: each comes when it is opened",
      severity: "error",
      from: { path: "^src/taskpane/(fill|audit|lagging|periods|results|exchange|plan|functions)/" },
      to: {
        path: "^src/taskpane/(fill|audit|lagging|periods|results|exchange|plan|functions)/",
        pathNot: "^src/taskpane/$1/",
      },
    },
    {
      name: "plan-in-use",
      comment: "who takes the plan as an argument must not reach for the one in use",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(plan|functions|commands|taskpane|workbench/page)/" },
      to: { path: "^src/plan/(in-use|built-in)\\.ts$" },
    },
    ...Object.entries(PACKAGES).map(([packages, folders]) => ({
      name: `package-${packages.replace(/[^a-z]+/g, "-")}`,
      severity: "error",
      from: { path: "^src/", pathNot: `^src/${any(folders)}/` },
      to: { path: `node_modules/(${packages})(/|$)` },
    })),
    {
      name: "known-packages",
      comment: "what is imported stands in package.json",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(build|workbench/server)/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "unknown"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "types", "default"],
      mainFields: ["module", "main", "types"],
    },
  },
};
