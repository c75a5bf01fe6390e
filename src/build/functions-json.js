const path = require("node:path");
const { generateCustomFunctionsMetadata } = require("custom-functions-metadata");
const { load } = require("./load");

const EXAMPLES = "src/functions/built-in-examples.ts";
const BUILT_IN = "src/plan/built-in.json";

const FILE = "functions.json";
/** The same, with the places of the examples still to be filled: the pane does that from the plan in use. */
const HELP = "function-help";

/** `指标：代码或名称` → Excel shows 指标 while the formula is typed; code keeps its ASCII name. */
function named(id, { name, description = "", ...rest }) {
  const [, shown, help] = /^([^：，。\s]+)：(.+)$/s.exec(description) ?? [];
  if (!shown) throw new Error(`${id}: the comment of ${name} does not begin with a name and “：”`);
  return { name: shown, description: help, ...rest };
}

/**
 * What Excel gets to know of the functions: their metadata with the arguments' names in the user's language, and without
 * the permission to hand over data types, by which error cells and formatted numbers would arrive as objects.
 */
const forExcel = ({ allowCustomDataForDataTypeAny: _, functions, ...rest }) => ({
  ...rest,
  functions: functions.map(({ parameters, ...one }) => ({
    ...one,
    parameters: parameters.map((parameter) => named(one.id, parameter)),
  })),
});

/**
 * functions.json of a file's functions, from their doc comments.
 * @param fill puts something in the places that a description has for what a plan names, such as {code}
 * @throws Error with all that is wrong in the comments
 */
async function functionsJson(file, fill = (text) => text) {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(path.resolve(file));
  if (errors.length > 0) throw new Error(errors.join("\n"));
  const filled = (key, value) => (key === "description" ? fill(value) : value);
  return forExcel(JSON.parse(metadataJson, filled));
}

/** Writes functions.json with the examples of the built-in plan, and the pane's help. */
class FunctionsJson {
  /**
   * @param file the functions' source
   * @param build stands in the name of what only the pane reads
   */
  constructor(file, build) {
    this.file = file;
    this.build = build;
  }
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("FunctionsJson", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: "FunctionsJson", stage }, async () => {
        const { fillFromBuiltIn } = load(EXAMPLES);
        const emit = (name, metadata) =>
          compilation.emitAsset(name, new sources.RawSource(JSON.stringify(metadata, null, 2)));
        compilation.fileDependencies.addAll([this.file, EXAMPLES, BUILT_IN].map((one) => path.resolve(one)));
        emit(FILE, await functionsJson(this.file, fillFromBuiltIn));
        emit(`${HELP}.${this.build}.json`, await functionsJson(this.file));
      });
    });
  }
}

module.exports = { forExcel, functionsJson, FunctionsJson };
