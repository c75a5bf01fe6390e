import type { Dropdown } from "@fluentui/web-components";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Choice, matching } from "./choices";
import "./fluent";
import { Refusal } from "./refusal";

interface ComboboxProps {
  label: string;
  /** what stands in the field */
  value: string;
  choices: readonly Choice[];
  placeholder?: string;
  /** why the field does not take a text, in words; null when it does */
  refuses: (text: string) => string | null;
  /** gets the text of a choice, or what was typed when it is none; never what is refused */
  onChange: (text: string) => void;
}

/** A field to type in or choose from; typing narrows the list. Keeps what was typed, even if refused, until `value` changes. */
export function Combobox({ label, value, choices, placeholder = "", refuses, onChange }: ComboboxProps) {
  const element = useRef<Dropdown>(null);
  const [query, setQuery] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const id = `combobox-${label}`;
  const found = matching(query, choices);
  const show = (): void => {
    const dropdown = element.current;
    if (!dropdown?.control || !dropdown.listbox) return;
    dropdown.open ??= false; // so that aria-expanded says so
    dropdown.value = value;
    dropdown.control.value = value; // Fluent empties the field for what is no choice
  };
  // the control comes with Fluent's next update, so the first value waits for it
  useEffect(() => {
    setRefusal(null);
    setTimeout(show);
  }, [value]);
  useEffect(() => {
    const control = element.current?.control;
    control?.setAttribute("aria-invalid", String(refusal !== null));
    control?.setAttribute("aria-describedby", `${id}-refusal`);
  }, [refusal]);
  useEffect(() => {
    if (element.current && query !== "") element.current.activeIndex = found.length > 0 ? 0 : -1;
  }, [query]);

  const choose = (): void => {
    const typed = element.current?.control.value.trim() ?? "";
    const words = refuses(typed);
    setQuery("");
    setRefusal(words);
    if (words === null && typed !== value) onChange(typed);
  };
  return (
    <div class="field">
      <label id={`${id}-label`} onClick={() => element.current?.focus()}>
        {label}
      </label>
      <fluent-dropdown
        ref={element}
        type="combobox"
        placeholder={placeholder}
        aria-labelledby={`${id}-label`}
        onInput={() => setQuery(element.current?.control.value ?? "")}
        onChange={choose}
      >
        <fluent-listbox role="listbox" aria-labelledby={`${id}-label`}>
          {choices.map((choice) => (
            <fluent-option
              key={choice.text}
              role="option"
              value={choice.text}
              textAttribute={choice.text}
              hidden={!found.includes(choice)}
              disabled={!found.includes(choice)}
            >
              {choice.text}
              {choice.note && <small> {choice.note}</small>}
            </fluent-option>
          ))}
        </fluent-listbox>
      </fluent-dropdown>
      <Refusal id={`${id}-refusal`} words={refusal} />
    </div>
  );
}
