import type { Dropdown } from "@fluentui/web-components";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
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
  /** Fluent itself empties the field for what is no choice, and tells of one choice twice */
  const typed = useRef<string | null>(null);
  const told = useRef<string | null>(null);
  const [query, setQuery] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const id = `combobox-${label}`;
  const found = matching(query, choices);
  const show = (text: string): void => {
    const dropdown = element.current;
    if (!dropdown?.control || !dropdown.listbox) return;
    dropdown.open ??= false; // so that aria-expanded says so
    dropdown.value = text;
    dropdown.control.value = text;
  };
  // the control comes with Fluent's next update, so the first value waits for it
  useEffect(() => {
    typed.current = told.current = null;
    setRefusal(null);
    setTimeout(() => show(value));
  }, [value]);
  useEffect(() => {
    const control = element.current?.control;
    control?.setAttribute("aria-invalid", String(refusal !== null));
    control?.setAttribute("aria-describedby", `${id}-refusal`);
  }, [refusal]);
  // at once, lest Enter comes between the narrowed list and its first line
  useLayoutEffect(() => {
    if (element.current && query !== "") element.current.activeIndex = found.length > 0 ? 0 : -1;
  }, [query]);
  // Fluent would look at the beginnings of texts only; an empty field means none of them
  useEffect(() => {
    const dropdown = element.current;
    if (!dropdown) return;
    dropdown.filterOptions = (text, options = dropdown.enabledOptions) => {
      const texts = text === "" ? [] : matching(text, choices).map((choice) => choice.text);
      return options.filter((option) => texts.includes(option.text));
    };
  }, [choices]);

  const type = (): void => {
    typed.current = element.current?.control.value ?? "";
    told.current = null;
    setQuery(typed.current);
  };
  const choose = (event: Event): void => {
    if (!element.current || event.target !== element.current) return; // the control's own event, which Fluent answers with this one
    const text = element.current.value ?? typed.current?.trim() ?? value;
    const again = text === told.current;
    typed.current = told.current = text;
    setQuery("");
    show(text);
    if (again) return;
    const words = text === value ? null : refuses(text);
    setRefusal(words);
    if (words === null && text !== value) onChange(text);
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
        onInput={type}
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
