import { CommandError, toCommandError } from "./issues";

/** How long something is waited for, in milliseconds. */
export const patience = {
  /** for an answer: longer than Excel needs, shorter than a user's patience */
  ms: 30_000,
  /** for an answer that nobody waits for: longer than a cell is edited */
  background: 600_000,
  /** until the workbook is in front again, where something half done is to be taken back */
  front: 600_000,
};

/** Batches that nobody waits for. */
const background = new WeakSet<Excel.RequestContext>();

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
export function sync(context: Excel.RequestContext, signal?: AbortSignal): Promise<void> {
  const ms = background.has(context) ? patience.background : patience.ms;
  return answered(context.sync(), ms, signal);
}

/**
 * Waits so many milliseconds for Excel's answer, and no longer than the user does.
 * @throws CommandError likewise
 */
export async function answered<T>(answer: Promise<T>, ms = patience.ms, signal?: AbortSignal): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const issue = {
      code: "host-refused",
      hostCode: "NoAnswer",
      details: `NoAnswer · ${ms} ms`,
    } as const;
    timer = setTimeout(() => reject(new CommandError(issue)), ms);
  });
  try {
    return await Promise.race([answer, late, ...(signal ? [cancelled(signal)] : [])]);
  } catch (error) {
    throw toCommandError(error);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs one batch and words whatever the host refuses. Waits for the user to finish editing a cell. Nothing of a
 * batch is used after it, so its ranges need not be tracked: tracking costs two actions per range and a request.
 * @param asked false where nobody waits for it, so that it may wait as long as a cell is edited
 */
export async function run<T>(batch: (context: Excel.RequestContext) => Promise<T>, asked = true): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, (context) => {
      (context as { _autoCleanup?: boolean })._autoCleanup = false;
      if (!asked) background.add(context);
      return batch(context);
    });
  } catch (error) {
    throw toCommandError(error);
  }
}
