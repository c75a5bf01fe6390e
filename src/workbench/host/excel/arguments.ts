import { HostError } from "../errors";

/** @throws HostError InvalidArgument for what is not among the values */
export function oneOf<T extends string>(value: unknown, allowed: readonly T[], what: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new HostError("InvalidArgument", `${what} "${String(value)}"`);
  return found;
}

/** @throws HostError ApiNotFound for what Excel knows besides, or may know */
export function hosted<T extends string>(value: unknown, allowed: readonly T[], what: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new HostError("ApiNotFound", `${what} "${String(value)}"`);
  return found;
}

/** @throws HostError InvalidArgument for no text, or an empty one */
export function color(value: unknown): string {
  if (typeof value !== "string" || value === "") throw new HostError("InvalidArgument", "color");
  return value;
}

/** @throws HostError InvalidArgument for what is no number, or none within these bounds */
export function number(value: unknown, what: string, least = -Infinity, most = Infinity): number {
  if (typeof value !== "number" || !(value >= least && value <= most))
    throw new HostError("InvalidArgument", `${what} ${String(value)}`);
  return value;
}
