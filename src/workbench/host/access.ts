import { HostError } from "./errors";
import { isFarewell, memberName } from "./member-name";
import type { Member, Table, Tables } from "./model";
import type { HostObject } from "./object";

/** Told of every member that a request asks for, by Office.js's names, before it is looked up; may refuse it. */
export type Gate = (kind: string, member: string) => void;

/** What fails in a member says where, as the author of a request wrote it. */
function at<T>(place: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof HostError) error.location ??= place;
    throw error;
  }
}

/** Reads, writes and calls members by the tables. Names may be the protocol's or Office.js's. */
export class Access {
  constructor(
    private readonly tables: Tables,
    private readonly gate: Gate = () => undefined,
  ) {}

  /** Every object stands in front of what its table expects. */
  private table({ kind }: HostObject): Table<unknown> {
    return this.tables[kind] as unknown as Table<unknown>;
  }

  private with<T>(object: HostObject, name: string, work: (member: Member<unknown>, place: string) => T): T {
    const own = memberName(name);
    const place = `${object.kind}.${own}`;
    return at(place, () => {
      this.gate(object.kind, own);
      const { members } = this.table(object);
      if (!Object.hasOwn(members, own)) throw new HostError("ApiNotFound", place);
      return work(members[own]!, place);
    });
  }

  read(object: HostObject, name: string): unknown {
    const { any } = this.table(object);
    if (any) return any(object.of, name, []);
    return this.with(object, name, (member, place) => {
      if (!("read" in member) || !member.read) throw new HostError("ApiNotFound", place);
      return member.read(object.of);
    });
  }

  write(object: HostObject, name: string, value: unknown): void {
    const { any } = this.table(object);
    if (any) return void any(object.of, name, [value]);
    this.with(object, name, (member, place) => {
      if (!("write" in member) || !member.write) throw new HostError("ApiNotFound", `${place} =`);
      member.write(object.of, value);
    });
  }

  call(object: HostObject, name: string, args: unknown[]): unknown {
    const { any } = this.table(object);
    if (any) return any(object.of, name, args);
    return this.with(object, name, (member, place) => {
      if ("listen" in member) return member.listen(object.of, !isFarewell(name));
      if (!("call" in member)) throw new HostError("ApiNotFound", `${place}()`);
      return member.call(object.of, ...args);
    });
  }

  /** What Office.js must learn to find the object again. */
  identity(object: HostObject): Record<string, unknown> {
    const own = this.table(object).identity?.(object.of);
    return { ...(object.reference !== null && { _ReferenceId: object.reference }), ...own };
  }

  /** Names of all properties, for a load that names none. */
  properties(object: HostObject): string[] {
    const { members } = this.table(object);
    return Object.keys(members).filter((name) => "read" in members[name]!);
  }

  /** Whether the object itself, and not its items, has a property of that name. */
  isProperty({ kind }: HostObject, name: string): boolean {
    const member = this.tables[kind].members[name];
    return member !== undefined && "read" in member;
  }

  /** Null for what is no collection. */
  items(object: HostObject): HostObject[] | null {
    return this.table(object).items?.(object.of) ?? null;
  }
}
