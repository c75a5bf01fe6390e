import { openPage } from "../../src/workbench/page/open";

/** The workbench's first script, with the plain engine in Univer's place. */
openPage(() => import("./plain-view"));
