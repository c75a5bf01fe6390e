import { loadedOnce } from "./loading";

/** What leaves for the bureaus and what comes back, with its libraries: comes when a command first needs it. */
export const exchange = loadedOnce(() => import(/* webpackChunkName: "files" */ "../exchange"));
