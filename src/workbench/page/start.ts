import "./workbench.css";
import "./ribbon.css";
import "./opening.css";

/** The page is painted before this runs; what is heavy comes after. */
import(".")
  .then(({ start }) => start())
  .catch((error: unknown) => {
    console.error(error);
    const status = document.querySelector("#opening [role=status]")!;
    status.textContent = "工作台没有打开：程序文件没有读全，或浏览器太旧。";
    document.querySelector("#opening")!.classList.add("failed");
  });
