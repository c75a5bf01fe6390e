import { type Statement, STATEMENT_TEXTS } from "../assessment";
import { listed } from "./formula";
import type { RowRefs } from "./step";

/* 人工判断 of a target in words, as the assessment reads it. */

const ALL = Object.keys(STATEMENT_TEXTS) as Statement[];
const NUMBERS = Object.fromEntries(
  ALL.flatMap((statement, i) => STATEMENT_TEXTS[statement].map((text) => [text, i + 1])),
);

/** Which statement the entry is, from 1; 0 where it is none. */
const numberOf = ({ step }: RowRefs): string => listed(step("clean"), NUMBERS);

/** True where the entry is a statement. */
export const isStated = (refs: RowRefs): string => `${numberOf(refs)}>0`;

/** What is said of the statement that the entry is. */
export const stated = (refs: RowRefs, says: (statement: Statement) => string): string =>
  `CHOOSE(${numberOf(refs)},${ALL.map(says).join()})`;
