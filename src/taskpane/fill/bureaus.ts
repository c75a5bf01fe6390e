import type { Plan } from "../../plan";
import type { Choice } from "../controls";

/** 本单位: the whole place, then every bureau under its canonical name with its aliases. */
export const bureauChoices = ({ place, bureaus }: Pick<Plan, "place" | "bureaus">): Choice[] => [
  { text: place.whole },
  ...bureaus.map(({ name, aliases }) => ({
    text: name,
    ...(aliases.length > 0 && { note: aliases.join("、") }),
  })),
];
