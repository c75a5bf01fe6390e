export * from "./deadline";
export * from "./form";
export * from "./form-data";
export * from "./form-numbers";
export * from "./records";
export * from "./reminders";
export * from "./task-data";
export * from "./tasks";
