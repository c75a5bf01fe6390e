import type { Service, Table } from "./model";

/** Parts of Office that are not the workbook; the add-in only tells them things, so they agree to all. */
export const SERVICE: Table<Service> = {
  members: {},
  any: ({ name: service, showPane }, name) => {
    if (service.endsWith("AppRuntime") && name === "SetState") showPane();
    return null;
  },
};
