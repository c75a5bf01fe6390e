/**
 * The only door to the .xlsx and zip libraries: chunks of their own, loaded when a command first needs them.
 * Both are MIT; excelts is maintained (5.1.17), has no dependencies and keeps validations, conditional formats,
 * protection, names and print setup. A returned file is only read, so what it would lose on a round trip does not matter.
 */
export const loadXlsx = () => import("@cj-tech-master/excelts");
export const loadZip = () => import("fflate");
export type Xlsx = Awaited<ReturnType<typeof loadXlsx>>;
