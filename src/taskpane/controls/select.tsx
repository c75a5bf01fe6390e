import type { Dropdown } from "@fluentui/web-components";
import { useEffect, useRef } from "preact/hooks";
import "./fluent";

interface SelectProps {
  label: string;
  value: string;
  options: readonly string[];
  onChange: (value: string) => void;
}

/** One of a few. */
export function Select({ label, value, options, onChange }: SelectProps) {
  const element = useRef<Dropdown>(null);
  const id = `select-${label}`;
  // the control comes with Fluent's next update and has no name of its own
  useEffect(
    () =>
      void setTimeout(() => {
        const dropdown = element.current;
        if (!dropdown?.control || !dropdown.listbox) return;
        dropdown.control.setAttribute("aria-labelledby", `${id}-label`);
        dropdown.open ??= false; // so that aria-expanded says so
        dropdown.value = value;
      }),
    [value, options.join()],
  );
  return (
    <div class="field">
      <label id={`${id}-label`} onClick={() => element.current?.focus()}>
        {label}
      </label>
      <fluent-dropdown
        ref={element}
        type="dropdown"
        onChange={() => {
          const chosen = element.current?.value;
          if (chosen && chosen !== value) onChange(chosen);
        }}
      >
        <fluent-listbox role="listbox" aria-labelledby={`${id}-label`}>
          {options.map((option) => (
            <fluent-option key={option} role="option" value={option}>
              {option}
            </fluent-option>
          ))}
        </fluent-listbox>
      </fluent-dropdown>
    </div>
  );
}
