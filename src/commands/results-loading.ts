import { loadedOnce } from "./loading";

/** What makes 看板, 通报 and 督办台账: comes when one of them is first asked for. */
export const resultsPart = loadedOnce(() => import(/* webpackChunkName: "results" */ "./results-part"));
