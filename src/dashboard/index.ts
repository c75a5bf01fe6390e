/* 看板: the figures on one page, as tables with native charts beside them. */
export * from "./blocks";
export * from "./charts";
export * from "./colors";
export * from "./course";
export * from "./dashboard";
export * from "./progress";
