import { toCommandError } from "./issues";

/**
 * Runs one batch and words whatever the host refuses. Waits for the user to finish editing a cell. Nothing of a
 * batch is used after it, so its ranges need not be tracked: tracking costs two actions per range and a request.
 */
export async function run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, (context) => {
      (context as { _autoCleanup?: boolean })._autoCleanup = false;
      return batch(context);
    });
  } catch (error) {
    throw toCommandError(error);
  }
}
