/**
 * The only door to the .xlsx and zip libraries. They come with files.js, which a command loads when it first needs it.
 * Both are MIT; excelts is maintained (5.1.17), has no dependencies and keeps validations, conditional formats,
 * protection, names and print setup. A returned file is only read, so what it would lose on a round trip does not matter.
 */
export const loadXlsx = () => import(/* webpackMode: "eager" */ "@cj-tech-master/excelts");
export const loadZip = () => import(/* webpackMode: "eager" */ "fflate");
export type Xlsx = Awaited<ReturnType<typeof loadXlsx>>;
