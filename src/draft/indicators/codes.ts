import { indicatorsOf, isCellSafe, lastNumbers, nameWithUnit, type Plan } from "../../plan";
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

const keyOf = (row: Coded): string => nameWithUnit(row);

/** Share of the rows that the plan in use has too, from which on it is the same plan, changed. */
const SAME_PLAN = 0.5;

const grouped = <T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
};

/**
 * Codes that rows have in the plan in use: of the only one of that name and unit, or of the same place in a section that is the
 * same; one that has left the plan and comes back has its own again.
 */
function knownCodes(rows: readonly Coded[], known: Plan | null): ReadonlyMap<Coded, string> {
  const own = (known?.sections ?? []).flatMap(({ title, indicators }) =>
    indicators.map(({ code, name, unit }): Coded => ({ code, name, unit, section: title })),
  );
  const [before, now] = [grouped(own, keyOf), grouped(rows, keyOf)];
  const left = grouped(known?.retired ?? [], ({ label }) => label);
  const isKnown = (row: Coded): boolean => before.has(keyOf(row)) || left.has(keyOf(row));
  if (rows.filter(isKnown).length < SAME_PLAN * rows.length) return new Map();
  const codes = new Map<Coded, string>();
  const sections = grouped(own, ({ section }) => section);
  for (const [section, these] of grouped(rows, (row) => row.section)) {
    const those = sections.get(section) ?? [];
    if (those.map(keyOf).join("\n") === these.map(keyOf).join("\n"))
      these.forEach((row, i) => codes.set(row, those[i]!.code));
  }
  for (const [key, these] of now) {
    const those = before.get(key) ?? left.get(key) ?? [];
    if (those.length === 1 && these.length === 1) codes.set(these[0]!, those[0]!.code);
  }
  return codes;
}

/** Codes made of a section's letters and the next number: always beyond the last that is known. */
class CodeMaker {
  private readonly last: Map<string, number>;

  constructor(codes: readonly string[]) {
    this.last = new Map([...lastNumbers(codes)].map(([letters, { number }]) => [letters, number]));
  }

  next(letters: string): string {
    const number = (this.last.get(letters) ?? 0) + 1;
    this.last.set(letters, number);
    return `${letters}${String(number).padStart(2, "0")}`;
  }
}

/** What the codes begin with that a section has in the plan in use, where they agree. */
function lettersOf(
  rows: readonly Coded[],
  section: string,
  kept: ReadonlyMap<Coded, string>,
): string | undefined {
  const known = rows.filter((row) => row.section === section && kept.has(row));
  const letters = new Set(known.flatMap((row) => [...lastNumbers([kept.get(row)!]).keys()]));
  return letters.size === 1 ? [...letters][0] : undefined;
}

/**
 * A code for each row, no two alike. An entry goes with its code: one of the plan in use stays with its indicator, and is given
 * to no other when that is dropped, then or later.
 */
export function codesOf(rows: readonly Coded[], known: Plan | null): string[] {
  const kept = knownCodes(rows, known);
  const used = new Set<string>();
  const take = (code: string | undefined): string | null => {
    const key = code?.toUpperCase() ?? "";
    if (key === "" || used.has(key)) return null;
    used.add(key);
    return code!;
  };
  const printed = rows.map(({ code }) => (isCellSafe(fold(code)) ? take(fold(code)) : null));
  const held = rows.map((row, i) => printed[i] ?? take(kept.get(row)));
  const given = known ? [...indicatorsOf(known), ...(known.retired ?? [])] : [];
  const maker = new CodeMaker([...used, ...given.map(({ code }) => code)]);
  const sections = [...new Set(rows.map(({ section }) => section))];
  const letters = new Map(
    sections.map((section, i) => [section, lettersOf(rows, section, kept) ?? letterOf(i)]),
  );
  return rows.map(({ section }, i) => held[i] ?? maker.next(letters.get(section)!));
}
