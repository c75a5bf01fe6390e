import { HostError } from "./errors";
import { AS_IS, CAMEL, loadAny } from "./load";
import { HostObject } from "./object";
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

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Finds the objects of one request; each path once. Null stands for a null object. */
class Paths {
  private readonly found = new Map<number, HostObject | null>();

  constructor(
    private readonly paths: Record<number, ObjectPath>,
    private readonly roots: Roots,
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
        ? parent.getProperty(path.Name)
        : parent.callMethod(
            path.ObjectPathType === PathType.Indexer ? "GetItem" : path.Name,
            this.arguments(path.ArgumentInfo),
          );
    if (value !== null && !(value instanceof HostObject))
      throw new HostError("ApiNotFound", `${parent.type}.${path.Name}`);
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

function call(object: HostObject | null, action: Action, paths: Paths, roots: Roots): unknown {
  if (action.Name === "_KeepReference") {
    if (object) roots.references.set((object.reference ??= `r${nextReference++}`), object);
    return null;
  }
  if (action.Name === "_RemoveReference") {
    roots.references.delete(String(paths.arguments(action.ArgumentInfo)[0]));
    return null;
  }
  if (object === null) throw new HostError("InvalidObjectPath", action.Name);
  const value = object.callMethod(action.Name, paths.arguments(action.ArgumentInfo));
  return value === undefined || value instanceof HostObject ? null : value;
}

function set(object: HostObject | null, values: Record<string, unknown>): null {
  if (object === null) throw new HostError("InvalidObjectPath", Object.keys(values).join());
  for (const [name, value] of Object.entries(values)) object.setProperty(pascal(name), value);
  return null;
}

function perform(action: Action, paths: Paths, roots: Roots): unknown {
  const object = paths.object(action.ObjectPathId);
  switch (action.ActionType) {
    case ActionType.Instantiate:
      return object?.identity() ?? null;
    case ActionType.Load:
      return object && loadAny(object, action.QueryInfo ?? {}, AS_IS);
    case ActionType.Retrieve:
      return object && loadAny(object, action.QueryInfo ?? {}, CAMEL);
    case ActionType.Call:
      return call(object, action, paths, roots);
    case ActionType.Set:
      return set(object, { [action.Name]: paths.arguments(action.ArgumentInfo)[0] });
    case ActionType.Update:
      return set(object, action.ObjectState ?? {});
    case ActionType.EnsureUnchanged:
      return null;
    default:
      throw new HostError("ApiNotFound", `action type ${action.ActionType}`);
  }
}

/** Called before each action with its index; a test makes it throw. */
export type BeforeAction = (index: number) => void;

/** Runs a request's actions in order. The first that fails ends it; what ran before stays, as in Excel. */
export function processRequest(
  body: RequestBody,
  roots: Roots,
  before: BeforeAction = () => undefined,
): ReplyBody {
  const reply: ReplyBody = { Error: null, Results: [], TraceIds: [] };
  const paths = new Paths(body.ObjectPaths, roots);
  for (const [index, action] of body.Actions.entries()) {
    try {
      before(index);
      if (action.ActionType === ActionType.Trace) reply.TraceIds.push(action.Id);
      const value = action.ActionType === ActionType.Trace ? null : perform(action, paths, roots);
      reply.Results.push({ ActionId: action.Id, Value: value });
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
