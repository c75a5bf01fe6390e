import type { MountView } from "../engine/view";
import "./workbench.css";
import "./ribbon.css";
import "./opening.css";

/**
 * Opens the workbench. The page is painted before this runs; what is heavy comes after.
 * @param load gives the spreadsheet
 */
export function openPage(load: () => Promise<{ mount: MountView }>): void {
  Promise.all([import("."), load()])
    .then(([{ start }, { mount }]) => start(mount))
    .catch((error: unknown) => {
      console.error(error);
      const status = document.querySelector("#opening [role=status]")!;
      status.textContent = "工作台没有打开：程序文件没有读全，或浏览器太旧。";
      document.querySelector("#opening")!.classList.add("failed");
    });
}
