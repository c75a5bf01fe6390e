import type { ComponentChildren } from "preact";
import "./fluent";

/* Fluent keeps roles and states to itself (ElementInternals); they are written out where older screen readers look. */

interface ButtonProps {
  onClick: () => void;
  main?: boolean;
  small?: boolean;
  /** id of the words that say why it cannot be pressed now; absent: it can */
  notYet?: string | undefined;
  /** what it is called where its words alone do not tell */
  label?: string;
  /** id of the words beside it that tell what it is for, where its own are the same as another's */
  about?: string;
  children: string;
}

/** One that cannot be pressed now keeps its place among the stops of the keyboard, so that its reason is heard. */
export const Button = ({
  onClick,
  main = false,
  small = false,
  notYet,
  label,
  about,
  children,
}: ButtonProps) => (
  <fluent-button
    role="button"
    appearance={main ? "primary" : "outline"}
    size={small ? "small" : "medium"}
    disabledFocusable={notYet !== undefined}
    {...(notYet !== undefined && { "aria-disabled": "true", "aria-describedby": notYet })}
    {...(label !== undefined && { "aria-label": label })}
    {...(about !== undefined && { "aria-describedby": about })}
    onClick={notYet === undefined ? onClick : () => undefined}
  >
    {children}
  </fluent-button>
);

/** The ✕ of a message bar. */
export const Close = ({ onClick }: { onClick: () => void }) => (
  <fluent-button
    slot="dismiss"
    role="button"
    aria-label="关闭"
    title="关闭"
    appearance="transparent"
    size="small"
    iconOnly
    onClick={onClick}
  >
    ✕
  </fluent-button>
);

interface ProgressProps {
  label: string;
  /** absent while it is unknown how far the work has come */
  steps?: { done: number; total: number } | undefined;
}

export const Progress = ({ label, steps }: ProgressProps) => (
  <fluent-progress-bar
    role="progressbar"
    aria-label={label}
    {...(steps && { max: steps.total, value: steps.done })}
  />
);

interface TabsProps {
  tabs: readonly { id: string; label: string; content: ComponentChildren }[];
  active: string;
  onChange: (id: string) => void;
  /** stands between the tabs and whichever panel is open */
  children: ComponentChildren;
}

/** Tabs and their panels; arrow keys, Home and End move between the tabs. */
export const Tabs = ({ tabs, active, onChange, children }: TabsProps) => (
  <>
    <div class="head">
      <fluent-tablist
        aria-label="窗格"
        activeid={active}
        onChange={({ currentTarget }) => onChange(currentTarget.activeid)}
      >
        {tabs.map(({ id, label }) => (
          // Fluent follows the focus, which the tab may still have when a command has opened another
          <fluent-tab key={id} id={id} aria-controls={`${id}-panel`} onClick={() => onChange(id)}>
            {label}
          </fluent-tab>
        ))}
      </fluent-tablist>
      {children}
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
