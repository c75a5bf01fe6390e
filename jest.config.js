/** Types are checked once by tsc (npm run types), so tests are only transpiled. */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  transform: {
    "^.+\\.tsx?$": [
      "ts-jest",
      { diagnostics: false, tsconfig: { module: "CommonJS", moduleResolution: "Node10", isolatedModules: true, jsx: "react-jsx", jsxImportSource: "preact", target: "ES2022", esModuleInterop: true, resolveJsonModule: true } },
    ],
  },
};
