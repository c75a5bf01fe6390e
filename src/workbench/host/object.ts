import type { Behind, Kind } from "./model";

/** One object of Excel's model: its class, and what stands behind it. What it answers is in the class's table. */
export class HostObject<K extends Kind = Kind> {
  /** under which later requests address it, once Office.js has asked to keep it */
  reference: string | null = null;

  constructor(
    readonly kind: K,
    readonly of: Behind[K],
  ) {}
}

export const object = <K extends Kind>(kind: K, of: Behind[K]): HostObject<K> => new HostObject(kind, of);

export const isObject = (value: unknown): value is HostObject => value instanceof HostObject;

/** The object, if it is one of that class. */
export const asKind = <K extends Kind>(value: unknown, kind: K): HostObject<K> | null =>
  isObject(value) && value.kind === kind ? (value as HostObject<K>) : null;
