interface RibbonButton {
  action: string;
  control: string;
  label: string;
  tip: string;
  icon: string;
}

interface RibbonGroup {
  label: string;
  buttons: RibbonButton[];
}

const ICON_SIZE = "32";

const all = (parent: Element | Document, name: string): Element[] => [
  ...parent.getElementsByTagNameNS("*", name),
];
const child = (parent: Element, name: string): Element | undefined =>
  [...parent.children].find((c) => c.localName === name);
const resid = (element: Element | undefined): string => element?.getAttribute("resid") ?? "";

/** The ribbon as manifest.xml describes it, in its default language. */
export function readRibbon(manifest: Document): RibbonGroup[] {
  const resources = new Map(
    ["String", "Image", "Url"].flatMap((name) =>
      all(manifest, name).map(
        (e) => [e.getAttribute("id") ?? "", e.getAttribute("DefaultValue") ?? ""] as const,
      ),
    ),
  );
  const text = (element: Element | undefined): string => resources.get(resid(element)) ?? "";
  const icon = (control: Element): string => {
    const image = all(control, "Image").find((i) => i.getAttribute("size") === ICON_SIZE);
    return new URL(text(image)).pathname.slice(1);
  };
  const button = (control: Element): RibbonButton => ({
    action: all(control, "FunctionName")[0]?.textContent ?? "",
    control: control.id,
    label: text(child(control, "Label")),
    tip: text(all(control, "Description")[0]),
    icon: icon(control),
  });
  return all(manifest, "Group").map((group) => ({
    label: text(child(group, "Label")),
    buttons: all(group, "Control").map(button),
  }));
}

/** Draws the groups in one line; a button is disabled while its command runs. */
export function drawRibbon(
  parent: HTMLElement,
  groups: RibbonGroup[],
  press: (button: RibbonButton) => Promise<void>,
): void {
  for (const { label, buttons } of groups) {
    const group = document.createElement("div");
    group.className = "group";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", label);
    group.append(...buttons.map((item) => drawButton(item, press)));
    parent.append(group);
  }
}

function drawButton(item: RibbonButton, press: (button: RibbonButton) => Promise<void>): HTMLElement {
  const element = document.createElement("button");
  element.type = "button";
  element.title = item.tip;
  const image = document.createElement("img");
  Object.assign(image, { src: item.icon, alt: "", width: 16, height: 16 });
  element.append(image, item.label);
  element.addEventListener("click", () => {
    const hadFocus = document.activeElement === element;
    element.disabled = true;
    void press(item).finally(() => {
      element.disabled = false;
      // a disabled button loses the keyboard
      if (hadFocus && document.activeElement === document.body) element.focus();
    });
  });
  return element;
}
