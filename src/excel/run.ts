import { CommandError, toCommandError } from "./issues";

/** How long an answer is waited for, in milliseconds: longer than Excel needs, shorter than a user's patience. */
export const patience = { ms: 30_000 };

/**
 * Sends what is queued and waits for the answer, but not for ever. The batch ends here when there is none, so an
 * answer that comes later is heard by nobody and starts nothing.
 * @throws CommandError when Excel refuses or does not answer
 */
export async function sync(context: Excel.RequestContext): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const issue = {
      code: "host-refused",
      hostCode: "NoAnswer",
      details: `NoAnswer · ${patience.ms} ms`,
    } as const;
    timer = setTimeout(() => reject(new CommandError(issue)), patience.ms);
  });
  try {
    await Promise.race([context.sync(), late]);
  } catch (error) {
    throw toCommandError(error);
  } finally {
    clearTimeout(timer);
  }
}

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
