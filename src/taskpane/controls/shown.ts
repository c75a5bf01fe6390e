import { useLayoutEffect, useState } from "preact/hooks";
import type { Store } from "../../commands";

/** What a store holds; draws anew whenever it changes. */
export function useShown<T>(of: Store<T>): T {
  const [shown, show] = useState(of.get);
  useLayoutEffect(() => {
    const update = (): void => show(of.get);
    update();
    return of.subscribe(update);
  }, [of]);
  return shown;
}
