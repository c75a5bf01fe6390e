/** Something that is shown and changes: what it is now, and who wants to know of its changes. */
export interface Store<T> {
  get: () => T;
  set: (part: Partial<T>) => void;
  /** Calls the listener after every change; the result ends that. */
  subscribe: (listener: () => void) => () => void;
}

/** Each feature has one of these for what is its own. */
export function store<T extends object>(initial: T): Store<T> {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(part) {
      current = { ...current, ...part };
      listeners.forEach((listener) => listener());
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const makeAgain: (() => void)[] = [];

/**
 * One for what is made of the plan in use.
 * @param again what of it holds when another plan is in use; absent: nothing
 */
export function storeOfPlan<T extends object>(
  initial: T,
  again: (former: T) => Partial<T> = () => initial,
): Store<T> {
  const made = store(initial);
  makeAgain.push(() => made.set(again(made.get())));
  return made;
}

/** What was made of the plan before is let go, or made of the one in use. Call when that is another. */
export const letGoOfFormerPlan = (): void => makeAgain.forEach((again) => again());
