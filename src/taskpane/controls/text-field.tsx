import type { TextInput } from "@fluentui/web-components";
import { useEffect, useRef, useState } from "preact/hooks";
import "./fluent";
import { Refusal } from "./refusal";

interface TextFieldProps {
  label: string;
  /** what the workbook says; what is being typed stays until it says something else */
  value: string;
  placeholder?: string;
  /** why the field does not take a text, in words; null when it does */
  refuses?: (text: string) => string | null;
  /** gets what was typed, on Enter or when the field is left; never what is refused */
  onChange: (text: string) => void;
  /** gets every text on its way */
  onInput?: (text: string) => void;
}

export function TextField({
  label,
  value,
  placeholder = "",
  refuses = () => null,
  onChange,
  onInput,
}: TextFieldProps) {
  const element = useRef<TextInput>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    setRefusal(null);
    if (element.current) element.current.value = value;
  }, [value]);
  const leave = (): void => {
    const typed = element.current?.value.trim() ?? "";
    const words = refuses(typed);
    setRefusal(words);
    if (words === null && typed !== value) onChange(typed);
  };
  return (
    <div class="field">
      <fluent-text-input
        ref={element}
        placeholder={placeholder}
        onChange={leave}
        onInput={() => onInput?.(element.current?.value ?? "")}
      >
        {label}
      </fluent-text-input>
      <Refusal words={refusal} />
    </div>
  );
}
