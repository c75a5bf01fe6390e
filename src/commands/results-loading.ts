import { loadedOnce } from "./loading";
import { periodsPart } from "./periods-loading";

/** What makes 看板, 通报 and 督办台账: comes when one of them is first asked for, after what knows of periods. */
export const resultsPart = loadedOnce(async () => (await periodsPart()).loadResults());
