/**
 * A loader that runs a module while building and puts what it exports in its place, as plain data: what it needs for that does
 * not ship. What the module throws ends the build.
 */
module.exports = async function evaluated() {
  const values = await this.importModule(`${this.resourcePath}?run`);
  return Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
    .join("");
};
