import { isDark } from "./dark";

/** Shows the theme now, whenever the system's preference changes, and when a person comes back, since Office does not tell of its own; theme.css, made by the build, holds both. */
export function followTheme(): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const update = (): void => {
    const dark = isDark(Office.context.officeTheme, system.matches);
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
  };
  system.addEventListener("change", update);
  addEventListener("focus", update);
  update();
}
