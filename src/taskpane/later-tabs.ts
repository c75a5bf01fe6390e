/** The tabs that are loaded when one of them is first opened, by their ids. */
export { Audit as audit } from "./audit";
export { Exchange as exchange } from "./exchange";
export { Functions as functions } from "./functions";
export { LaggingList as lagging } from "./lagging";
