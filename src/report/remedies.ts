import { type PerTable, perTable, type TableId } from "../sheets";

/** What the pane's button says that mends a sheet which is there, or turns it to another bureau. */
export const UPDATE: Readonly<PerTable<string>> = perTable(({ button }) => button.update);

/** What to do where a sheet of ours has lost or changed something. */
export const repairRemedy = (table: TableId): string => `请点“${UPDATE[table]}”修复，填报内容会保留`;
