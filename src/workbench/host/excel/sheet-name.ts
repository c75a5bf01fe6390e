import { HostError } from "../errors";

const LENGTH = 31;
const BAD = /[:\\/?*[\]]|^'|'$|^\s*$/;

const isAmong = (name: string, others: string[]): boolean =>
  others.some((other) => other.toLowerCase() === name.toLowerCase());

/** @throws HostError InvalidArgument for what is no name of a sheet, ItemAlreadyExists for one of another sheet */
export function checkName(name: string, others: string[]): void {
  if (name.length > LENGTH || BAD.test(name)) throw new HostError("InvalidArgument", `sheet name "${name}"`);
  if (isAmong(name, others)) throw new HostError("ItemAlreadyExists", `sheet "${name}"`);
}

/** As Excel numbers copies: `甲 (2)`, then `甲 (3)`. */
export function copyName(name: string, taken: string[]): string {
  const base = name.replace(/ \(\d+\)$/, "");
  const numbered = (n: number): string => {
    const suffix = ` (${n})`;
    const wanted = base.slice(0, LENGTH - suffix.length) + suffix;
    return isAmong(wanted, taken) ? numbered(n + 1) : wanted;
  };
  return numbered(2);
}

/** As Excel names new sheets: the first of `Sheet1`, `Sheet2` … that is free. */
export function freeName(taken: string[], n = 1): string {
  return taken.includes(`Sheet${n}`) ? freeName(taken, n + 1) : `Sheet${n}`;
}
