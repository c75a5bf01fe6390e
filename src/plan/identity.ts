import { fold, hash } from "../text";
import { baseVersion } from "./supplement";

/** The id of a plan that has none of its own, in letters that a file's name and a workbook's name take: of its place and name. */
export const planIdOf = (place: string, name: string): string =>
  `plan-${hash(`${fold(place)}|${fold(name)}`)}`;

const FINGERPRINT = /-[0-9a-f]{14}$/;

/** 版本 as a person gives it, without the fingerprint. */
export const givenVersion = (version: string): string => baseVersion(version).replace(FINGERPRINT, "");

/** A version of what is said: whatever of it changes, it is another. */
export const versionOf = (given: string, content: unknown): string =>
  `${givenVersion(given)}-${hash(JSON.stringify(content))}`;
