const twoDigits = (n: number): string => String(n).padStart(2, "0");

/** `2023-07-05 14:30`, on this machine's clock */
export const stamp = (now: Date): string =>
  `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())} ${twoDigits(now.getHours())}:${twoDigits(now.getMinutes())}`;
