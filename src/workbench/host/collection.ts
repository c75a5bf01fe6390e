import { HostError } from "./errors";
import type { Behind, Kind, Members, Table } from "./model";
import type { HostObject } from "./object";

/** The item with a key; keys compare without regard to case, as in Excel. */
export function itemOf<K extends Kind>(
  items: HostObject<K>[],
  keys: (of: Behind[K]) => string[],
  key: unknown,
): HostObject<K> | null {
  const wanted = String(key).toLowerCase();
  return items.find(({ of }) => keys(of).some((one) => one.toLowerCase() === wanted)) ?? null;
}

/**
 * The table of a collection.
 * @param keys by which an item is found
 * @param own further members, and those that are not as every collection's
 */
export function collection<S, K extends Kind>(
  kind: Kind,
  items: (of: S) => HostObject<K>[],
  keys: (of: Behind[K]) => string[],
  own: Members<S> = {},
): Table<S> {
  const find = (of: S, key: unknown): HostObject<K> | null => itemOf(items(of), keys, key);
  return {
    items: items,
    members: {
      getItem: {
        call: (of, key) => {
          const item = find(of, key);
          if (!item) throw new HostError("ItemNotFound", `${kind} "${String(key)}"`);
          return item;
        },
      },
      getItemOrNullObject: { call: find },
      getItemAt: {
        call: (of, index) => {
          const item = items(of)[Number(index)];
          if (!item) throw new HostError("InvalidArgument", `${kind}.getItemAt`);
          return item;
        },
      },
      getCount: { call: (of) => items(of).length },
      ...own,
    },
  };
}
