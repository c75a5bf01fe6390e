import { tryEachRefusal } from "./refusals";
import { CASES } from "./sweep";

tryEachRefusal(CASES.plan);
