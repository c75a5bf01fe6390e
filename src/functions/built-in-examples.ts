import { builtInPlan } from "../plan/built-in";
import { exampleWords, filled } from "./examples";

const words = exampleWords(builtInPlan);

/** Excel reads the functions' help before it has any workbook's plan: their places are filled from the built-in one. */
export const fillFromBuiltIn = (text: string): string => filled(text, words);
