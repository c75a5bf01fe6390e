import { functionsJson } from "../../src/build/functions-json";
import { fillFromBuiltIn } from "../../src/functions/built-in-examples";
import type { FunctionMetadata } from "../../src/workbench/engine/functions";

/** The functions of functions.json as the build makes it, as far as `T` reads it. */
export const functionMetadata = async <T = FunctionMetadata>(): Promise<T[]> =>
  (await functionsJson("src/functions/functions.ts", fillFromBuiltIn)).functions as T[];
