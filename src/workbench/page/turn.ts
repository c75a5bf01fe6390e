const NAME = "yizhi-workbench";
/** How long the tab that is being loaded anew may take to let go, in ms. */
const PATIENCE = 500;

/** Whose turn it is to keep the workbook: one tab of a browser at a time. */
export interface Turn {
  mine: boolean;
  /** resolves when it becomes this tab's, after the other is closed; at once where it is already */
  free: Promise<void>;
}

type Locks = Pick<LockManager, "request">;

/** Resolves once this tab has the turn, which it keeps until it is closed. */
const hold = (locks: Locks, options: LockOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    const forever = (): Promise<never> => {
      resolve();
      return new Promise(() => undefined);
    };
    locks.request(NAME, options, forever).catch(reject);
  });

/** @param locks absent where the page does not come over https or from this machine: then every tab keeps what it has */
export async function takeTurn(locks: Locks | undefined): Promise<Turn> {
  if (!locks) return { mine: true, free: Promise.resolve() };
  try {
    await hold(locks, { signal: AbortSignal.timeout(PATIENCE) });
    return { mine: true, free: Promise.resolve() };
  } catch {
    return { mine: false, free: hold(locks, {}) };
  }
}
