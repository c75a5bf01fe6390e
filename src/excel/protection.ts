import { CommandError, detailsOf } from "./issues";
import { sync } from "./run";

/** Queues the end of protection, and first tries that it can be put on again: nothing else has been changed by then. */
export function unprotect({ protection }: Excel.Worksheet): void {
  if (!protection.protected) return;
  protection.unprotect();
  protection.protect(protection.options);
  protection.unprotect();
}

/** Queues the protection of a sheet as it was. */
export function protect({ protection }: Excel.Worksheet): void {
  if (protection.protected) protection.protect(protection.options);
}

/** A sheet as it was read before a command: its name and its protection. */
export type Was = Pick<Excel.Worksheet, "name" | "protection">;

/** A sheet that is to be protected as it was. */
interface Again {
  was: Was;
  /** with its protection loaded, in the present context */
  now: Excel.Worksheet;
  /** its protection was taken off meanwhile */
  isOpen: boolean;
}

/**
 * Sends what is queued, then protects the sheets that were: a refusal of that leaves everything else put back.
 * @throws CommandError that a sheet stays without protection
 */
export async function protectAgain(context: Excel.RequestContext, sheets: readonly Again[]): Promise<void> {
  await sync(context);
  const bare = sheets.filter(({ was, isOpen }) => was.protection.protected && isOpen);
  if (bare.length === 0) return;
  for (const { was, now } of bare) now.protection.protect(was.protection.options);
  try {
    await sync(context);
  } catch (error) {
    const names = bare.map(({ was }) => was.name);
    throw new CommandError({ code: "left-unprotected", sheets: names, details: detailsOf(error) });
  }
}
