import { isDark } from "./dark";

/** Office.js repeats its last answer about the theme for so many milliseconds. */
const OFFICE_KEEPS = 5000;

/**
 * Shows the theme now and whenever it changes; theme.css, made by the build, holds both. Excel tells nothing when its own
 * theme changes: it is asked again when the user comes back to the pane.
 */
export function followTheme(): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const update = (): void => {
    const dark = isDark(Office.context.officeTheme, system.matches);
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
  };
  system.addEventListener("change", () => {
    update();
    setTimeout(update, OFFICE_KEEPS);
  });
  addEventListener("focus", update);
  update();
}
