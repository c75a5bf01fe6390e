import { loadedOnce } from "./loading";

/** What leaves for the bureaus and what comes back, with its libraries: comes when a command first needs it. */
export const exchange = loadedOnce(() => import(/* webpackChunkName: "files" */ "../exchange"));

/** What reads a workbook for that, and writes what is merged: in the same part. */
export const merging = loadedOnce(() => import(/* webpackChunkName: "files" */ "../excel/merge"));

/** What turns the form's calculated columns, which needs the plain formulas: in the same part. */
export const converting = loadedOnce(() => import(/* webpackChunkName: "files" */ "../excel/convert"));
