const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Makes a row of buttons one stop of the Tab key: arrow keys, Home and End move within it, as in a toolbar or a row of tabs. */
export function moveByArrows(row: HTMLElement, items: () => HTMLElement[]): void {
  const stopAt = (item: HTMLElement): void => items().forEach((i) => (i.tabIndex = i === item ? 0 : -1));
  row.addEventListener("focusin", (event) => {
    const item = items().find((i) => i.contains(event.target as Node));
    if (item) stopAt(item);
  });
  row.addEventListener("keydown", (event) => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const step = STEPS[event.key];
    if (at < 0 || !step) return;
    event.preventDefault();
    all[step(at, all.length)]!.focus();
  });
  const [first] = items();
  if (first) stopAt(first);
}
