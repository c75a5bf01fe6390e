import { tidy } from "../../plan";

/* Several values in one cell, taken apart without changing a digit. */

const VALUE = /(-?\d[\d,]*(?:\.\d+)?[^\d、,，;；/和与]*)/;
const LIST = new RegExp(`^([^\\d]*?)${VALUE.source}((?:[、,，;；/和与][^\\d]*?${VALUE.source})+)$`);
const TAIL = /(以上|以下|以内|左右|上下)$/;

/** `分别控制在3.1‰、5.2‰、6.6‰以下` → each with 控制在 and 以下; one where there is but one. */
export function valuesIn(printed: string): string[] {
  const text = tidy(printed);
  const list = LIST.exec(text);
  if (!list) return [printed];
  const lead = list[1]!.replace(/分别|均为?|都为?|达到?|为/g, "");
  const parts = text.slice(list[1]!.length).split(/[、,，;；/和与](?=[^\d]*\d)/);
  const tail = TAIL.exec(parts[parts.length - 1]!)?.[1] ?? "";
  return parts.map((part) => {
    const own = /^\D*\D(?=\d)/.exec(part)?.[0] ?? "";
    const led = own === "" || own === "-" ? lead + part : part;
    return TAIL.test(part) || tail === "" ? led : led + tail;
  });
}

/** One value for each of several things: 均达到100%. */
export const isForEach = (printed: string): boolean => /^(?:均|都|各).*\d/.test(tidy(printed));

/** `6万张，其中普惠性养老床位超过2.1万张` */
const WHEREOF =
  /^(.*?\d.*?)[，,；;、]\s*(?:其中|并且|且|包含|包括)[，,：:]?\s*(\D+?)(?=(?:不|至少|超过|达|为|约|占(?!比)|≥|>|\d))(.+)$/;

export interface Whereof {
  readonly whole: string;
  readonly part: string;
  readonly value: string;
}

/** 6000（其中公办4000） */
const WHEREOF_BEHIND = /[(（]((?:其中|包含|包括|含).*)[)）]$/;

export function whereofIn(printed: string): Whereof | null {
  const plain = printed
    .trim()
    .replace(
      WHEREOF_BEHIND,
      (_, inner: string) => `，其中${inner.replace(/^(?:其中|包含|包括|含)[，,：:]?/, "")}`,
    );
  const [, whole, part, rest] = WHEREOF.exec(plain) ?? [];
  if (whole === undefined || part === undefined || rest === undefined) return null;
  return { whole, part, value: rest.split(/[，,；;](?!\d{3}(?!\d))/)[0]! };
}

/** What stands before the first comma: the rest is kept in words. */
export const clausesIn = (printed: string): string[] =>
  printed
    .replace(/[)）]$/, "")
    .split(/[，；;。(（]|,(?!\d{3}(?!\d))|[、/／](?=\D*\d)/)
    .map((clause) => clause.trim())
    .filter((clause) => /\d/.test(clause));

const FROM_TO =
  /^(?:由|从)(?:(?:19|20)\d\d年(?:底|末)?的?)?(.*\d.*?)(?:提高|增加|上升|增长|提升|扩大|下降|降低|减少|降|升|增)(?:到|至)(.+)$/;
/** 300→400 */
const ARROW = /^(.*\d[^→>]*?)\s*(?:→|⇒|[-—=]+>)\s*(.*\d.*)$/;
const WITH_BASE =
  /^(.*?\d.*?)[(（](?:19|20)\d\d年(?:底|末)?(?:为|[:：])?\s*((?:[<>≥≤]\s*)?-?\d[^()（）]*)[)）]$/;

/** A baseline printed with its target: `由50%提高到65%`, `65（2020年为50）`. */
export function baseAndTarget(printed: string): { base: string; target: string } | null {
  const moved = FROM_TO.exec(printed.trim()) ?? ARROW.exec(printed.trim());
  if (moved) return { base: moved[1]!.trim(), target: moved[2]!.trim() };
  const beside = WITH_BASE.exec(printed.trim());
  return beside && { base: beside[2]!.trim(), target: beside[1]!.trim() };
}
