import printed from "./built-in.json";
import { type PlanFile, readPlanFile } from "./schema";

/** The built-in plan's file, read and checked by the build itself: what ships holds the result, and no schema. */
export const builtInFile: PlanFile = readPlanFile(printed);
