import type { Events } from "../events";
import type { Table } from "../model";

/** Answers `context.runtime`. */
export const Runtime: Table<Events> = {
  members: {
    enableEvents: {
      read: (events) => events.enabled,
      write: (events, value) => {
        events.enabled = Boolean(value);
      },
    },
  },
};
