import { loadedOnce } from "./loading";

/** What archives, shows and tells of periods: comes when a workbook first keeps some, or is to. */
export const periodsPart = loadedOnce(() => import(/* webpackChunkName: "ledger" */ "./periods-part"));
