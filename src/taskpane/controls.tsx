import type { ComponentChildren } from "preact";
import { tabAfter } from "./tab-keys";

/** Colours of the style sheet. */
export function showTheme(dark: boolean): void {
  document.documentElement.dataset["theme"] = dark ? "dark" : "light";
}

interface ButtonProps {
  onClick: () => void;
  /** Says so without `disabled`, which would take the keyboard focus away while a command runs. */
  unavailable?: boolean;
  main?: boolean;
  children: string;
}

export const Button = ({ onClick, unavailable = false, main = false, children }: ButtonProps) => (
  <button
    type="button"
    class={main ? "button main" : "button"}
    aria-disabled={unavailable ? "true" : "false"}
    onClick={() => unavailable || onClick()}
  >
    {children}
  </button>
);

export const Progress = ({ label }: { label: string }) => <progress aria-label={label} />;

interface TabsProps<Id extends string> {
  tabs: readonly { id: Id; label: string; content: ComponentChildren }[];
  active: Id;
  onChange: (id: Id) => void;
}

/** Tabs and their panels; arrow keys, Home and End move between the tabs. */
export const Tabs = <Id extends string>({ tabs, active, onChange }: TabsProps<Id>) => {
  const move = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.id === active);
    const next = tabs[tabAfter(event.key, at, tabs.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    onChange(next.id);
    document.getElementById(next.id)?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label="窗格" class="tabs" onKeyDown={move}>
        {tabs.map(({ id, label }) => (
          <button
            key={id}
            id={id}
            type="button"
            role="tab"
            aria-selected={id === active ? "true" : "false"}
            aria-controls={`${id}-panel`}
            tabIndex={id === active ? 0 : -1}
            onClick={() => onChange(id)}
          >
            {label}
          </button>
        ))}
      </div>
      {tabs.map(({ id, content }) => (
        <section
          key={id}
          id={`${id}-panel`}
          class="panel"
          role="tabpanel"
          aria-labelledby={id}
          hidden={id !== active}
        >
          {content}
        </section>
      ))}
    </>
  );
};
