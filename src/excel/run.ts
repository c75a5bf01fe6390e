import { toCommandError } from "./issues";

/** Runs one batch. Waits for the user to finish editing a cell, and words whatever the host refuses. */
export async function run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, batch);
  } catch (error) {
    throw toCommandError(error);
  }
}
