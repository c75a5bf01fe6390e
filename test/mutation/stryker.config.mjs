/** Mutation testing of what decides a status: by hand, `npm run mutation`. README.md beside this says how to read it. */
const FOLDERS = ["text", "plan", "assessment"];

export default {
  // Jest loads all modules anew for each mutant, which takes a hundred times as long as the tests
  testRunner: "fresh-mocha",
  plugins: ["@stryker-mutator/mocha-runner", "./test/mutation/fresh-mocha.mjs"],
  mutate: FOLDERS.map((folder) => `src/${folder}/**/*.ts`),
  // each folder answers to the unit tests of these, not to those of what is built on them
  mochaOptions: {
    config: "test/mutation/mocha.json",
    ui: "qunit",
    spec: FOLDERS.map((folder) => `test/${folder}/**/*.test.ts`),
  },
  coverageAnalysis: "perTest",
  // tables, made once when a module loads, would ask for all tests each; what reads them is mutated
  ignoreStatic: true,
  concurrency: 1,
  // a busy machine is slow, not wrong
  timeoutMS: 60_000,
  ignorePatterns: [
    "/*",
    "!/package.json",
    "!/src",
    "/src/*",
    "!/test",
    "/test/*",
    ...[...FOLDERS, "mutation"].flatMap((folder) => [`!/src/${folder}`, `!/test/${folder}`]),
  ],
  incremental: true,
  incrementalFile: "dist/mutation/incremental.json",
  tempDirName: "dist/mutation/tmp",
  reporters: ["clear-text", "html", "json"],
  htmlReporter: { fileName: "dist/mutation/index.html" },
  jsonReporter: { fileName: "dist/mutation/report.json" },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 96, low: 92, break: 92 },
};
