import { HostError } from "./errors";

/** Members the protocol may ask for; everything else of a class is the host's own. */
const MEMBER = /^_?[A-Z]/;

/** Told of every member that a request asks for, before it is looked up; may refuse it. */
export type Gate = (type: string, member: string) => void;

let gate: Gate = () => undefined;

/** One request runs at a time, so one gate is enough. */
export function through<T>(guard: Gate, work: () => T): T {
  gate = guard;
  try {
    return work();
  } finally {
    gate = () => undefined;
  }
}

const descriptorOf = (object: object, name: string): PropertyDescriptor | undefined => {
  for (let o: object | null = object; o; o = Object.getPrototypeOf(o) as object | null) {
    const found = Object.getOwnPropertyDescriptor(o, name);
    if (found) return found;
  }
  return undefined;
};

/**
 * One object of Excel's model. Its members in PascalCase are what the host answers: getters and setters are
 * properties, methods are methods. What is not there is an error that names it.
 */
export abstract class HostObject {
  /** Excel's class name, such as `Worksheet` */
  abstract readonly type: string;
  /** under which later requests address it, once Office.js has asked to keep it */
  reference: string | null = null;

  /** What Office.js must learn to find the object again. */
  identity(): Record<string, unknown> {
    return this.reference === null ? {} : { _ReferenceId: this.reference };
  }

  private member(name: string): PropertyDescriptor {
    gate(this.type, name);
    const found = MEMBER.test(name) ? descriptorOf(this, name) : undefined;
    if (!found) throw new HostError("ApiNotFound", `${this.type}.${name}`);
    return found;
  }

  /** What fails in a member says where, as the author of a request wrote it. */
  private at<T>(name: string, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof HostError)
        error.location ??= `${this.type}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
      throw error;
    }
  }

  getProperty(name: string): unknown {
    return this.at(name, () => {
      if (!this.member(name).get) throw new HostError("ApiNotFound", `${this.type}.${name}`);
      return (this as unknown as Record<string, unknown>)[name];
    });
  }

  setProperty(name: string, value: unknown): void {
    this.at(name, () => {
      if (!this.member(name).set) throw new HostError("ApiNotFound", `${this.type}.${name} =`);
      (this as unknown as Record<string, unknown>)[name] = value;
    });
  }

  callMethod(name: string, args: unknown[]): unknown {
    return this.at(name, () => {
      const value: unknown = this.member(name).value;
      if (typeof value !== "function") throw new HostError("ApiNotFound", `${this.type}.${name}()`);
      return (value as (...args: unknown[]) => unknown).apply(this, args);
    });
  }

  /** Names of all properties, for a load that names none. */
  propertyNames(): string[] {
    return membersOf(Object.getPrototypeOf(this) as object).filter(
      (name) => descriptorOf(this, name)?.get !== undefined,
    );
  }
}

/** The protocol members that a class answers, by name. */
export function membersOf(prototype: object): string[] {
  const names = new Set<string>();
  for (
    let o: object | null = prototype;
    o && o !== HostObject.prototype;
    o = Object.getPrototypeOf(o) as object | null
  )
    Object.getOwnPropertyNames(o)
      .filter((name) => MEMBER.test(name))
      .forEach((name) => names.add(name));
  return [...names].sort();
}

/** Objects found by key. Keys compare without regard to case, as in Excel. */
export abstract class HostCollection<T extends HostObject> extends HostObject {
  abstract items(): T[];
  abstract keys(item: T): string[];

  protected find(key: unknown): T | null {
    const wanted = String(key).toLowerCase();
    return this.items().find((item) => this.keys(item).some((k) => k.toLowerCase() === wanted)) ?? null;
  }

  GetItem(key: unknown): T {
    const item = this.find(key);
    if (!item) throw new HostError("ItemNotFound", `${this.type} "${String(key)}"`);
    return item;
  }

  GetItemOrNullObject(key: unknown): T | null {
    return this.find(key);
  }

  GetItemAt(index: unknown): T {
    const item = this.items()[Number(index)];
    if (!item) throw new HostError("InvalidArgument", `${this.type}.getItemAt`);
    return item;
  }

  GetCount(): number {
    return this.items().length;
  }
}
