import prettier from "eslint-config-prettier";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist", "node_modules", "**/*.{js,mjs}"] },
  ...tseslint.configs.recommendedTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    files: [
      "src/{text,grid,plan,assessment,tables,sheets,plain,report,xlsx,ledger,summary,briefing,supervision,dashboard,exchange}/**/*.ts",
    ],
    rules: {
      "no-restricted-globals": [
        "error",
        "Excel",
        "Office",
        "CustomFunctions",
        "window",
        "document",
        "localStorage",
      ],
    },
  },
  {
    // what ships runs where the pane's page can still say that the browser is too old for it: Safari 15.4
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/workbench/**"],
    rules: {
      "no-restricted-properties": [
        "error",
        ...[
          ["Object", "hasOwn"],
          ["Object", "groupBy"],
          ["Map", "groupBy"],
          ["Array", "fromAsync"],
          ["Promise", "withResolvers"],
          ["AbortSignal", "timeout"],
          ["AbortSignal", "any"],
        ].map(([object, property]) => ({
          object,
          property,
          message: "newer than Safari 15.4, or but just as old",
        })),
        ...["toSorted", "toReversed", "toSpliced"].map((property) => ({
          property,
          message: "newer than Safari 15.4, or but just as old",
        })),
      ],
    },
  },
  {
    files: [
      "src/{text,grid,plan,assessment,tables,sheets,plain,report,xlsx,ledger,summary,briefing,supervision,dashboard,exchange,functions}/**/*.ts",
    ],
    rules: {
      // results depend on arguments and the plan alone
      "no-restricted-syntax": [
        "error",
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "no clock here" },
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: "no clock here" },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: "no chance here",
        },
      ],
    },
  },
  {
    rules: {
      // Office and Preact take handlers that return promises; cell values and protocol arguments are unknown by nature; they are narrowed where it matters
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      "@typescript-eslint/require-await": "off",
      // Preact learns of further elements only through its own namespace
      "@typescript-eslint/no-namespace": ["error", { allowDeclarations: true }],
      "@typescript-eslint/no-base-to-string": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  // Excel wants CustomFunctions.Error, which is no Error; custom-functions-metadata reads signatures as text and knows no other name for a range
  {
    files: ["src/functions/*.ts"],
    rules: { "@typescript-eslint/no-explicit-any": "off", "@typescript-eslint/only-throw-error": "off" },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
    },
  },
  prettier,
);
