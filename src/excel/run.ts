import { CommandError, toCommandError } from "./issues";

/** How long an answer is waited for, in milliseconds: longer than Excel needs, shorter than a user's patience. */
export const patience = { ms: 30_000 };

/** Rejects when the user cancels. */
const cancelled = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const end = (): void => reject(new CommandError({ code: "cancelled" }));
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });

/**
 * Sends what is queued and waits for the answer, but not for ever. The batch ends here when there is none, so an
 * answer that comes later is heard by nobody and starts nothing.
 * @param signal ends the waiting too; only for what reads, since what writes must be known to be done or undone
 * @throws CommandError when Excel refuses or does not answer, or the user cancels
 */
export async function sync(context: Excel.RequestContext, signal?: AbortSignal): Promise<void> {
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
    await Promise.race([context.sync(), late, ...(signal ? [cancelled(signal)] : [])]);
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
