import { setTheme } from "@fluentui/web-components/theme/set-theme.js";
import { webDarkTheme, webLightTheme } from "@fluentui/tokens";
import { isDark } from "./dark";

/** Chinese first: Fluent's own list has no Chinese font. */
const fontFamilyBase =
  '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';
const THEMES = {
  light: { ...webLightTheme, fontFamilyBase },
  dark: { ...webDarkTheme, fontFamilyBase },
};

/** Shows the theme now and whenever the system's preference changes. */
export function followTheme(): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const update = (): void => {
    const theme = isDark(Office.context.officeTheme, system.matches) ? "dark" : "light";
    setTheme(THEMES[theme]);
    document.documentElement.dataset["theme"] = theme;
  };
  system.addEventListener("change", update);
  update();
}
