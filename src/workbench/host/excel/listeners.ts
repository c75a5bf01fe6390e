import { EventType } from "../event-args";
import type { Events } from "../events";
import type { HostObject } from "../object";

const EVENTS = {
  DataChanged: EventType.Changed,
  Activated: EventType.Activated,
  Deactivated: EventType.Deactivated,
  SelectionChanged: EventType.Selection,
  Added: EventType.Added,
  Deleted: EventType.Deleted,
} as const;

/** Gives a class the methods by which Office.js says that the add-in listens, or no longer does. */
export function answerListeners<T extends HostObject>(
  prototype: T,
  names: (keyof typeof EVENTS)[],
  where: (object: T) => { events: Events; target: string },
): void {
  for (const name of names) {
    const method = (listens: boolean) =>
      function (this: T): void {
        const { events, target } = where(this);
        events.listen(EVENTS[name], target, listens);
      };
    Object.defineProperty(prototype, `_Register${name}Event`, { value: method(true) });
    Object.defineProperty(prototype, `_Unregister${name}Event`, { value: method(false) });
  }
}
