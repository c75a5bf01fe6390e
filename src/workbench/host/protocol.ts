/** What Office.js sends for one context.sync() and what it expects back. Names are the library's own. */
export enum ActionType {
  Instantiate = 1,
  Load = 2,
  Call = 3,
  Set = 4,
  Trace = 5,
  Retrieve = 7,
  EnsureUnchanged = 8,
  Update = 9,
}

export enum PathType {
  Root = 1,
  New = 2,
  Method = 3,
  Property = 4,
  Indexer = 5,
  Reference = 6,
  Null = 7,
}

export interface ArgumentInfo {
  Arguments?: unknown[];
  /** parallel to Arguments; a number above 0 names an object path */
  ReferencedObjectPathIds?: unknown[];
}

export interface ObjectPath {
  ObjectPathType: PathType;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

export interface Query {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

export interface Action {
  Id: number;
  ActionType: ActionType;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: Query;
  ObjectState?: Record<string, unknown>;
}

export interface RequestBody {
  Actions: Action[];
  ObjectPaths: Record<number, ObjectPath>;
}

export interface ReplyError {
  Code: string;
  Message: string;
  Location: string;
  ActionIndex: number;
  HttpStatusCode: number;
}

export interface ReplyBody {
  Error: ReplyError | null;
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
}
