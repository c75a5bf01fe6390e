const path = require("node:path");
const { generateCustomFunctionsMetadata } = require("custom-functions-metadata");

const FILE = "functions.json";

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

/** functions.json of a file's functions, from their doc comments. @throws Error with all that is wrong in them */
async function functionsJson(file) {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(path.resolve(file));
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return forExcel(JSON.parse(metadataJson));
}

/** Writes functions.json. */
class FunctionsJson {
  /** @param file the functions' source */
  constructor(file) {
    this.file = file;
  }
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("FunctionsJson", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tapPromise({ name: "FunctionsJson", stage }, async () => {
        compilation.fileDependencies.add(path.resolve(this.file));
        const text = JSON.stringify(await functionsJson(this.file), null, 2);
        compilation.emitAsset(FILE, new sources.RawSource(text));
      });
    });
  }
}

module.exports = { forExcel, functionsJson, FunctionsJson };
