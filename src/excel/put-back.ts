import { sync } from "./run";

/** One step of putting the workbook back; queues its requests. */
export type PutBack = (context: Excel.RequestContext) => void;

/** Each step stands alone: one that the half-done command never reached must not stop the rest. */
async function attempt(step: PutBack): Promise<void> {
  await Excel.run(async (context) => {
    step(context);
    await sync(context);
  }).catch(() => undefined);
}

/** Sends a command's writing request; when it fails, takes the steps that put the workbook back. @throws what failed */
export async function syncOrPutBack(context: Excel.RequestContext, steps: readonly PutBack[]): Promise<void> {
  try {
    await sync(context);
  } catch (error) {
    for (const step of steps) await attempt(step);
    throw error;
  }
}
