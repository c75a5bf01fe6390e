import type { FUniver } from "@univerjs/core/facade";

/** The spreadsheet follows the system's light or dark theme, as the page's style sheets do by themselves. */
export function followTheme(api: FUniver): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const update = (): void => api.toggleDarkMode(system.matches);
  system.addEventListener("change", update);
  update();
}
