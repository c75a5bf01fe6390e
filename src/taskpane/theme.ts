import { isDark } from "./dark";

/** Shows the theme now and whenever the system's preference changes; theme.css, made by the build, holds both. */
export function followTheme(): void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const update = (): void => {
    const dark = isDark(Office.context.officeTheme, system.matches);
    document.documentElement.dataset["theme"] = dark ? "dark" : "light";
  };
  system.addEventListener("change", update);
  update();
}
