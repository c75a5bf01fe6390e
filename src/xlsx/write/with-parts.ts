import { loadZip } from "../libraries";

/** Parts as XML by their path, given those that are there. */
export type Step = (part: (path: string) => string | undefined) => Record<string, string>;

/** A file with what the library cannot write, one step after the other. */
export async function withParts(bytes: Uint8Array, steps: readonly Step[]): Promise<Uint8Array> {
  if (steps.length === 0) return bytes;
  const { strFromU8, strToU8, unzipSync, zipSync } = await loadZip();
  const parts = unzipSync(bytes);
  const part = (path: string): string | undefined => parts[path] && strFromU8(parts[path]);
  for (const step of steps) for (const [path, xml] of Object.entries(step(part))) parts[path] = strToU8(xml);
  return zipSync(parts);
}
