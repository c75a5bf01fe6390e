import { indicatorsOf, isCellSafe, type Plan } from "../../plan";
import { fold } from "../../text";

/* 指标代码: the table's own, the code of the same indicator in the plan in use, or made of the section. */

interface Coded {
  /** of the table's own column; "" where it has none */
  readonly code: string;
  readonly section: string;
  readonly name: string;
  readonly unit: string;
}

const LETTERS = 26;
const letterOf = (place: number): string =>
  place < LETTERS
    ? String.fromCharCode(65 + place)
    : letterOf(Math.floor(place / LETTERS) - 1) + letterOf(place % LETTERS);

const keyOf = ({ name, unit }: { name: string; unit: string }): string => `${fold(name)}|${fold(unit)}`;

/** Share of the rows that the plan in use has too, from which on it is the same plan, changed. */
const SAME_PLAN = 0.5;

/** Codes of the plan in use by name and unit; not of names it has twice. None where it is another plan. */
function knownCodes(rows: readonly Coded[], known: Plan | null): Map<string, string> {
  const codes = new Map<string, string | null>();
  for (const one of known ? indicatorsOf(known) : []) {
    const key = keyOf(one);
    codes.set(key, codes.has(key) ? null : one.code);
  }
  const same = rows.filter((row) => codes.has(keyOf(row))).length >= SAME_PLAN * rows.length;
  return new Map(
    same ? [...codes].flatMap(([key, code]) => (code === null ? [] : [[key, code] as const])) : [],
  );
}

/** A code for each row, no two alike. */
export function codesOf(rows: readonly Coded[], known: Plan | null): string[] {
  const kept = knownCodes(rows, known);
  const used = new Set<string>();
  const take = (code: string): string | null => {
    const key = code.toUpperCase();
    if (used.has(key)) return null;
    used.add(key);
    return code;
  };
  const printed = rows.map(({ code }) => (isCellSafe(fold(code)) ? take(fold(code)) : null));
  const held = rows.map((row, i) => {
    const code = printed[i] === null ? kept.get(keyOf(row)) : undefined;
    return printed[i] ?? (code === undefined ? null : take(code));
  });
  const sections = new Map<string, { letter: string; next: number }>();
  return rows.map((row, i) => {
    if (!sections.has(row.section)) sections.set(row.section, { letter: letterOf(sections.size), next: 1 });
    const section = sections.get(row.section)!;
    if (held[i] !== null) return held[i]!;
    for (;;) {
      const code = take(`${section.letter}${String(section.next++).padStart(2, "0")}`);
      if (code !== null) return code;
    }
  });
}
