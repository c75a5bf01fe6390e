import { LocaleService, type Injector } from "@univerjs/core";
import { IMenuManagerService, MenuManagerPosition, type IMenuSchema } from "@univerjs/ui";

/** Names for readers of screens that the spreadsheet has in English only. */
export const NAMES: Record<string, string> = {
  Close: "关闭",
  "Close sidebar": "关闭侧栏",
  "Resize sidebar": "调整侧栏宽度",
  "Sidebar panel": "侧栏",
  "Sheet tabs": "工作表标签",
  "Close badge": "移除",
  "Previous Month": "上个月",
  "Next Month": "下个月",
  "Zoom in": "放大",
  "Zoom out": "缩小",
  "Reset zoom": "恢复大小",
  "Image gallery": "图片",
  Previous: "上一个",
  Next: "下一个",
  Back: "返回",
  increment: "增加",
  decrement: "减少",
  "Notifications alt+T": "通知（Alt+T）",
};

/** Attributes that hold a name; and what is written for readers of screens alone. */
const NAMED = ["aria-label", "title"] as const;
const HIDDEN_TEXT = ".univer-sr-only";

/** What each tool of the spreadsheet's toolbar is called, by the command that it gives. */
function toolNames(injector: Injector): Map<string, string> {
  const locale = injector.get(LocaleService);
  const names = new Map<string, string>();
  const walk = ({ item, children = [] }: IMenuSchema): void => {
    const text = item?.tooltip ?? item?.title;
    if (item && text) names.set(item.id, locale.t(text));
    children.forEach(walk);
  };
  injector.get(IMenuManagerService).getMenuByPositionKey(MenuManagerPosition.RIBBON).forEach(walk);
  return names;
}

function rename(root: Element): void {
  for (const attribute of NAMED)
    for (const element of root.querySelectorAll(`[${attribute}]`)) {
      const name = NAMES[element.getAttribute(attribute)!];
      if (name) element.setAttribute(attribute, name);
    }
  for (const element of root.querySelectorAll(HIDDEN_TEXT)) {
    const name = NAMES[element.textContent];
    // the text stays the framework's own
    if (name && element.firstChild instanceof Text) element.firstChild.data = name;
  }
}

/** A tool with a list is no button of its own: it is one that opens something. */
function nameTool(tool: Element, name: string): void {
  if (tool.getAttribute("aria-label") === name) return;
  tool.setAttribute("aria-label", name);
  if (tool.tagName === "BUTTON") return;
  const [main, list] = [
    ".univer-toolbar-button-selector-main",
    ".univer-toolbar-button-selector-trigger",
  ].map((part) => tool.querySelector(part));
  tool.setAttribute("role", main ? "group" : "button");
  main?.setAttribute("role", "button");
  main?.setAttribute("aria-label", name);
  list?.setAttribute("role", "button");
  list?.setAttribute("aria-label", `${name}：更多`);
}

/** Gives whatever the spreadsheet draws a Chinese name, now and whenever it draws more. */
export function nameInChinese(page: HTMLElement, toolbar: HTMLElement, injector: Injector): void {
  let tools = new Map<string, string>();
  const update = (): void => {
    rename(page);
    for (const tool of toolbar.querySelectorAll<HTMLElement>("[data-u-command]")) {
      const command = tool.dataset.uCommand!;
      if (!tools.has(command)) tools = toolNames(injector);
      const name = tools.get(command);
      if (name) nameTool(tool, name);
    }
  };
  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      update();
    });
  }).observe(page, { childList: true, subtree: true });
  update();
}
