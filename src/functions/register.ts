import { FUNCTIONS } from "./table";

/** Connects every function with Excel as soon as the page loads, so that a workbook that opens can calculate. */
for (const [id, compute] of Object.entries(FUNCTIONS)) CustomFunctions.associate(id, compute);
