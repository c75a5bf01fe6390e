import { tryNoAnswer } from "./no-answers";
import { CASES } from "./sweep";

tryNoAnswer([...CASES.marking, ...CASES.writing]);
