const { availableParallelism } = require("node:os");

/** Packages that have modules alone, which jest does not read. */
const MODULES = "(htmlparser2|entities|domhandler|domutils|domelementtype|dom-serializer)";

module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testSequencer: "<rootDir>/test/setup/longest-first.js",
  globalSetup: "<rootDir>/test/setup/libraries.js",
  // made by test/setup/libraries.js
  moduleNameMapper: {
    "^@univerjs/([^/]+)$": "<rootDir>/node_modules/.cache/libraries/univerjs+$1.js",
    "^@univerjs/([^/]+)/facade$": "<rootDir>/node_modules/.cache/libraries/univerjs+$1+facade.js",
  },
  // office.js keeps its globals for as long as the process lives
  testEnvironmentOptions: { globalsCleanup: "off" },
  // Univer keeps timers running after its last test
  forceExit: true,
  // some tests wait more than they compute, so one more runs than there are processors
  maxWorkers: availableParallelism() + 1,
  // a busy machine is slow, not wrong
  testTimeout: 300_000,
  testMatch: ["**/*.test.ts"],
  // types are checked once by tsc (npm run types)
  transform: { [`\\.tsx?$|/node_modules/${MODULES}/.*\\.js$`]: "<rootDir>/test/setup/typescript.js" },
  transformIgnorePatterns: [`/node_modules/(?!${MODULES}/)`],
};
