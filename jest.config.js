const { availableParallelism } = require("node:os");

/** Types are checked once by tsc (npm run types), so tests are only transpiled. */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  // Univer asks for an ES module that Node 20 cannot require; lodash is the same code.
  // Its other dependencies of that kind are compiled.
  transformIgnorePatterns: [
    "/node_modules/(?!(nanoid|rbush|quickselect|kdbush|tinyqueue|cjk-regex|unicode-regex|regexp-util|franc-min|trigram-utils|n-gram|collapse-white-space)/)",
  ],
  moduleNameMapper: { "^lodash-es$": "lodash" },
  // office.js keeps its globals for as long as the process lives
  testEnvironmentOptions: { globalsCleanup: "off" },
  // Univer keeps timers running after its last test
  forceExit: true,
  // tests wait more than they compute, so two run even where there are two processors
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // a busy machine is slow, not wrong
  testTimeout: 300_000,
  testMatch: ["**/*.test.ts"],
  transform: {
    "\\.(tsx?|js)$": [
      "ts-jest",
      {
        diagnostics: false,
        tsconfig: {
          module: "CommonJS",
          moduleResolution: "Node10",
          isolatedModules: true,
          jsx: "react-jsx",
          jsxImportSource: "preact",
          target: "ES2022",
          esModuleInterop: true,
          allowJs: true,
          resolveJsonModule: true,
        },
      },
    ],
  },
};
