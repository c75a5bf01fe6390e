import { PlainEngine } from "../workbench/plain-engine";
import { contractHolds, FACTS } from "./contract";

/** Another engine is put under the host by writing one file. */
contractHolds(
  new PlainEngine(),
  FACTS.filter(({ calculates }) => !calculates),
);
