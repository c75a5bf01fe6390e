/** The part of Office's theme the pane follows. */
export type HostTheme = Partial<Pick<Office.OfficeTheme, "isDarkTheme" | "bodyBackgroundColor">>;

/** Relative luminance, 0 to 1, of `#RRGGBB`; null for any other text. Source: WCAG 2.2, "relative luminance". */
export function luminance(hex: string): number | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!match) return null;
  const [red, green, blue] = match.slice(1).map((part) => {
    const share = parseInt(part, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** Below this, white text contrasts more than black. */
const DARK_BELOW = 0.179;

/** Office's theme decides where the host tells it; otherwise the system's preference. */
export function isDark(host: HostTheme | undefined, systemPrefersDark: boolean): boolean {
  if (host?.isDarkTheme !== undefined) return host.isDarkTheme;
  const background = luminance(host?.bodyBackgroundColor ?? "");
  return background === null ? systemPrefersDark : background < DARK_BELOW;
}
