import { join } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";

/** functions.json as the build makes it. */
export async function functionMetadata(): Promise<unknown[]> {
  const file = join(__dirname, "../../src/functions/functions.ts");
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(file);
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return (JSON.parse(metadataJson) as { functions: unknown[] }).functions;
}
