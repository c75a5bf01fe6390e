/* What the figures add up to: how many stand how, by field and by bureau, in which places, in two vocabularies. */
export * from "./fingerprint";
export * from "./places";
export * from "./ranking";
export * from "./shares";
export * from "./standing";
export * from "./summary";
export * from "./tally";
export * from "./tasks";
export * from "./vocabulary";
