import { fold } from "../text";

const [OFFSET, PRIME] = [0xcbf29ce484222325n, 0x100000001b3n];

/** FNV-1a, 64 bits: the same text gives the same letters on every machine. */
function lettersOf(text: string): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  return hash.toString(36);
}

/** The id of a plan whose file has none: the same for every version of a place's plan. */
export const planId = (place: string, name: string): string => `plan-${lettersOf(fold(`${place}|${name}`))}`;
