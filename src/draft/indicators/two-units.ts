import type { Questions } from "../question";
import type { Spot } from "./spot";

/** Asks which unit a row is in where its name says another than the column of units; that of the column first. */
export function askUnit(questions: Questions, { key, line, name, unit, row }: Spot, named: string): string {
  return questions.ask({
    id: `${key} unit`,
    ...{ line, place: `第 ${line} 行“${name}”`, printed: `${named} ${unit}`, cell: { row, column: "unit" } },
    asks: `名称里的单位是“${named}”，单位列是“${unit}”，按哪个？`,
    proposals: [unit, named].map((one) => ({
      id: one,
      words: `单位是${one}`,
      follows: "另一个单位记在备注",
    })),
  });
}
