import type { Made } from "../../commands";

/** `2023年，2023-07-05 14:30 生成，在“看板”表。` @param act what making it is called */
export const madeWords = ({ time, period, sheet }: Made, act: string): string =>
  `${[...(period === "" ? [] : [period]), `${time} ${act}`, `在“${sheet}”表`].join("，")}。`;
