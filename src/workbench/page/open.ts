import { FONT } from "../../grid";
import type { SiteFiles } from "./site-files";
import type { MountView } from "../engine/view";
import "./workbench.css";
import "./ribbon.css";
import "./opening.css";

/** @throws Error that names the file, where the site does not have it */
const get = async (file: string): Promise<Response> => {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response;
};

const fetchFiles = async (): Promise<SiteFiles> => {
  const [{ functions }, manifest] = await Promise.all([
    get("functions.json").then((r) => r.json() as Promise<Pick<SiteFiles, "functions">>),
    get("manifest.xml").then((r) => r.text()),
  ]);
  return { functions, manifest };
};

/** A canvas does not wait for its font. */
const loadFonts = (): Promise<unknown> =>
  Promise.all(["", "bold "].map((weight) => document.fonts.load(`${weight}12px ${FONT}`)));

/**
 * Opens the workbench. The page is painted before this runs; what is heavy comes after, all at once.
 * @param load gives the spreadsheet
 */
export function openPage(load: () => Promise<{ mount: MountView }>): void {
  Promise.all([import(/* webpackChunkName: "page" */ "."), load(), fetchFiles(), loadFonts()])
    .then(([{ start }, { mount }, files]) => start(mount, files))
    .catch((error: unknown) => {
      console.error(error);
      const status = document.querySelector("#opening [role=status]")!;
      status.textContent = "工作台没有打开：程序文件没有读全，或浏览器太旧。";
      document.querySelector("#opening")!.classList.add("failed");
    });
}
