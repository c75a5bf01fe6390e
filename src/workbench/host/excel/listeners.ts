import { ALL_SHEETS, EventType } from "../event-args";
import type { Book, Members } from "../model";

/** Events by their names in Office.js. */
const EVENTS = {
  onChanged: EventType.Changed,
  onActivated: EventType.Activated,
  onDeactivated: EventType.Deactivated,
  onSelectionChanged: EventType.Selection,
  onAdded: EventType.Added,
  onDeleted: EventType.Deleted,
} as const;

type EventName = keyof typeof EVENTS;

/** By which Office.js says that the add-in listens, or no longer does. @param place whose events, and under which name */
function events<S>(names: EventName[], place: (of: S) => { book: Book; target: string }): Members<S> {
  const listen = (name: EventName) => (of: S, listens: boolean) => {
    const { book, target } = place(of);
    book.events.listen(EVENTS[name], target, listens);
  };
  return Object.fromEntries(names.map((name) => [name, { listen: listen(name) }]));
}

const OF_ANY: EventName[] = ["onChanged", "onActivated", "onDeactivated", "onSelectionChanged"];

export const SHEET_EVENTS = events(OF_ANY, ({ book, sheet }: { book: Book; sheet: string }) => ({
  book,
  target: sheet,
}));

export const SHEETS_EVENTS = events([...OF_ANY, "onAdded", "onDeleted"], (book: Book) => ({
  book,
  target: ALL_SHEETS,
}));
