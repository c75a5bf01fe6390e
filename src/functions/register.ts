import { type Compute, FUNCTION_IDS, type FunctionId } from "./ids";

export type Functions = Record<FunctionId, Compute>;

/**
 * Connects every function with Excel as soon as the page loads, so that a workbook that opens can calculate; a call waits
 * for the functions themselves where they are still on their way.
 * @param load gives the functions; asked again by the next call when it failed
 */
export function registerFunctions(load: () => Promise<Functions>): void {
  let functions: Functions | undefined;
  const loaded = async (): Promise<Functions> => {
    try {
      return (functions = await load());
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, words);
    }
  };
  for (const id of FUNCTION_IDS)
    CustomFunctions.associate(id, (...args: unknown[]) =>
      functions ? functions[id](...args) : loaded().then((found) => found[id](...args)),
    );
}
