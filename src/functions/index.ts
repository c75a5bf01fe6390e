export { exampleWords, filled } from "./examples";
export * from "./ids";
export * from "./register";
export { FUNCTIONS } from "./table";
