import { join } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import type { FunctionMetadata } from "../../src/workbench/host/functions";

/** functions.json as the build makes it, as far as `T` reads it. */
export async function functionMetadata<T = FunctionMetadata>(): Promise<T[]> {
  const file = join(__dirname, "../../src/functions/functions.ts");
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(file);
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return (JSON.parse(metadataJson) as { functions: T[] }).functions;
}
