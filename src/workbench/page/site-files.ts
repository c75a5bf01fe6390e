import type { FunctionMetadata } from "../engine/functions";

/** What the page reads from its site beside its scripts. */
export interface SiteFiles {
  functions: FunctionMetadata[];
  /** as text */
  manifest: string;
}
