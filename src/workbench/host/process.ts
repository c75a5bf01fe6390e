import { HostError } from "./errors";
import type { Access } from "./access";
import { AS_IS, CAMEL, Loading } from "./load";
import { type HostObject, isObject } from "./object";
import {
  type Action,
  ActionType,
  type ArgumentInfo,
  type ObjectPath,
  PathType,
  type ReplyBody,
  type RequestBody,
} from "./protocol";

export interface Roots {
  root: () => HostObject;
  /** objects that a request may create by server type name */
  create: (typeName: string) => HostObject;
  references: Map<string, HostObject>;
  /** a member of a null object fails, instead of being null too */
  nullMembers?: boolean;
}

/** Finds the objects of one request; each path once. Null stands for a null object. */
class Paths {
  private readonly found = new Map<number, HostObject | null>();

  constructor(
    private readonly paths: Record<number, ObjectPath>,
    private readonly roots: Roots,
    private readonly access: Access,
  ) {}

  object(id: number): HostObject | null {
    const known = this.found.get(id);
    if (known !== undefined) return known;
    const object = this.resolve(this.paths[id]!);
    this.found.set(id, object);
    return object;
  }

  private resolve(path: ObjectPath): HostObject | null {
    switch (path.ObjectPathType) {
      case PathType.Root:
        return this.roots.root();
      case PathType.New:
        return this.roots.create(path.Name);
      case PathType.Reference: {
        const kept = this.roots.references.get(path.Name);
        if (!kept) throw new HostError("InvalidReference", path.Name);
        return kept;
      }
      case PathType.Null:
        return null;
      default:
        return this.resolveFrom(path);
    }
  }

  private resolveFrom(path: ObjectPath): HostObject | null {
    const parent = this.object(path.ParentObjectPathId!);
    if (parent === null) {
      if (this.roots.nullMembers) throw new HostError("InvalidObjectPath", path.Name);
      return null;
    }
    const value =
      path.ObjectPathType === PathType.Property
        ? this.access.read(parent, path.Name)
        : this.access.call(
            parent,
            path.ObjectPathType === PathType.Indexer ? "GetItem" : path.Name,
            this.arguments(path.ArgumentInfo),
          );
    if (value !== null && !isObject(value)) throw new HostError("ApiNotFound", `${parent.kind}.${path.Name}`);
    return value;
  }

  arguments(info: ArgumentInfo | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds ?? [];
    return (info?.Arguments ?? []).map((value, i) => this.argument(value, references[i]));
  }

  private argument(value: unknown, reference: unknown): unknown {
    if (Array.isArray(reference)) return (value as unknown[]).map((v, i) => this.argument(v, reference[i]));
    if (typeof reference === "number" && reference > 0) return this.object(reference);
    if (Array.isArray(value)) return value.map((v) => this.argument(v, undefined));
    if (value !== null && typeof value === "object") {
      if ("_ObjectPathId" in value) return this.object(value._ObjectPathId as number);
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, this.argument(v, undefined)]));
    }
    return value;
  }
}

let nextReference = 1;

/** Carries out the actions of one request. */
class Actions {
  private readonly paths: Paths;
  private readonly loading: Loading;

  constructor(
    paths: Record<number, ObjectPath>,
    private readonly roots: Roots,
    private readonly access: Access,
  ) {
    this.paths = new Paths(paths, roots, access);
    this.loading = new Loading(access);
  }

  perform(action: Action): unknown {
    if (action.ActionType === ActionType.Trace) return null;
    const object = this.paths.object(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return object && this.access.identity(object);
      case ActionType.Load:
        return object && this.loading.load(object, action.QueryInfo ?? {}, AS_IS);
      case ActionType.Retrieve:
        return object && this.loading.load(object, action.QueryInfo ?? {}, CAMEL);
      case ActionType.Call:
        return this.call(object, action);
      case ActionType.Set:
        return this.set(object, { [action.Name]: this.paths.arguments(action.ArgumentInfo)[0] });
      case ActionType.Update:
        return this.set(object, action.ObjectState ?? {});
      case ActionType.EnsureUnchanged:
        return null;
      default:
        throw new HostError("ApiNotFound", `action type ${String(action.ActionType)}`);
    }
  }

  private call(object: HostObject | null, { Name: name, ArgumentInfo }: Action): unknown {
    const { references } = this.roots;
    if (name === "_KeepReference") {
      if (object) references.set((object.reference ??= `r${nextReference++}`), object);
      return null;
    }
    if (name === "_RemoveReference") {
      references.delete(String(this.paths.arguments(ArgumentInfo)[0]));
      return null;
    }
    if (object === null) throw new HostError("InvalidObjectPath", name);
    const value = this.access.call(object, name, this.paths.arguments(ArgumentInfo));
    return value === undefined || isObject(value) ? null : value;
  }

  private set(object: HostObject | null, values: Record<string, unknown>): null {
    if (object === null) throw new HostError("InvalidObjectPath", Object.keys(values).join());
    for (const [name, value] of Object.entries(values)) this.access.write(object, name, value);
    return null;
  }
}

/** Called before each action with its index; a test makes it throw. */
export type BeforeAction = (index: number) => void;

/** Runs a request's actions in order. The first that fails ends it; what ran before stays, as in Excel. */
export function processRequest(
  body: RequestBody,
  roots: Roots,
  access: Access,
  before: BeforeAction = () => undefined,
): ReplyBody {
  const reply: ReplyBody = { Error: null, Results: [], TraceIds: [] };
  const actions = new Actions(body.ObjectPaths, roots, access);
  for (const [index, action] of body.Actions.entries()) {
    try {
      before(index);
      if (action.ActionType === ActionType.Trace) reply.TraceIds.push(action.Id);
      reply.Results.push({ ActionId: action.Id, Value: actions.perform(action) });
    } catch (error) {
      const known = error instanceof HostError ? error : new HostError("GeneralException", String(error));
      reply.Error = {
        Code: known.code,
        Message: known.message,
        Location: known.location ?? action.Name,
        ActionIndex: index,
        HttpStatusCode: known.status,
      };
      return reply;
    }
  }
  return reply;
}
