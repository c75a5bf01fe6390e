import { tryNoAnswer } from "./no-answers";
import { tryEachRefusal } from "./refusals";
import { CASES } from "./sweep";

tryEachRefusal(CASES.book);
tryNoAnswer(CASES.book);
