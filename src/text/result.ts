/** A value, or the issue that says why there is none. Parsers never throw. */
export type Result<T, I> = { ok: true; value: T } | { ok: false; issue: I };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const fail = <I>(issue: I): { ok: false; issue: I } => ({ ok: false, issue });
