export * from "./audit";
export * from "./figures";
export * from "./issues";
export * from "./kind";
export * from "./lagging";
export * from "./reading";
export * from "./reason";
export * from "./status";
