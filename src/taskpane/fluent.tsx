import {
  baseLayerLuminance,
  bodyFont,
  fluentButton,
  fluentProgress,
  fluentTab,
  fluentTabPanel,
  fluentTabs,
  provideFluentDesignSystem,
  StandardLuminance,
} from "@fluentui/web-components";
import type { ComponentChildren, HTMLAttributes } from "preact";

interface FluentElement extends HTMLAttributes<HTMLElement> {
  children?: ComponentChildren;
}

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "fluent-button": FluentElement & {
        appearance?: "accent" | "neutral" | "stealth";
      };
      "fluent-progress": FluentElement;
      "fluent-tabs": FluentElement & {
        activeid: string;
        activeindicator: boolean;
      };
      "fluent-tab": FluentElement;
      "fluent-tab-panel": FluentElement;
    }
  }
}

/** Defines the elements in use; the font is the page's own. */
export function defineElements(): void {
  provideFluentDesignSystem().register(
    fluentButton(),
    fluentProgress(),
    fluentTab(),
    fluentTabPanel(),
    fluentTabs(),
  );
  bodyFont.setValueFor(document.body, "inherit");
}

/** Sets Fluent's tokens and the style sheet's colours together. */
export function showTheme(dark: boolean): void {
  document.documentElement.dataset["theme"] = dark ? "dark" : "light";
  baseLayerLuminance.setValueFor(
    document.body,
    dark ? StandardLuminance.DarkMode : StandardLuminance.LightMode,
  );
}

interface ButtonProps {
  onClick: () => void;
  /** Says so without `disabled`, which would take the keyboard focus away while a command runs. */
  unavailable?: boolean;
  main?: boolean;
  children: string;
}

export const Button = ({
  onClick,
  unavailable = false,
  main = false,
  children,
}: ButtonProps) => (
  <fluent-button
    appearance={main ? "accent" : "neutral"}
    aria-disabled={unavailable ? "true" : "false"}
    onClick={() => unavailable || onClick()}
  >
    {children}
  </fluent-button>
);

export const Progress = ({ label }: { label: string }) => (
  <fluent-progress aria-label={label} />
);

interface TabsProps<Id extends string> {
  tabs: readonly { id: Id; label: string; content: ComponentChildren }[];
  active: Id;
  onChange: (id: Id) => void;
}

/** Tabs with arrow keys. The moving indicator is off, as it sticks when the pane is hidden; the style sheet marks the tab. */
export const Tabs = <Id extends string>({
  tabs,
  active,
  onChange,
}: TabsProps<Id>) => (
  <fluent-tabs
    activeid={active}
    activeindicator={false}
    onChange={(event) => {
      const chosen = tabs.find(
        (tab) => tab.id === event.currentTarget.getAttribute("activeid"),
      );
      // a field inside a panel sends its change through here too
      if (event.target === event.currentTarget && chosen) onChange(chosen.id);
    }}
  >
    {tabs.map(({ id, label }) => (
      <fluent-tab key={id} id={id} slot="tab" role="tab">
        {label}
      </fluent-tab>
    ))}
    {tabs.map(({ id, content }) => (
      <fluent-tab-panel
        key={id}
        id={`${id}-panel`}
        slot="tabpanel"
        role="tabpanel"
      >
        {content}
      </fluent-tab-panel>
    ))}
  </fluent-tabs>
);
