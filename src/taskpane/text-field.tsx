import type { TextInput } from "@fluentui/web-components";
import { useEffect, useRef } from "preact/hooks";
import "./fluent";

interface TextFieldProps {
  label: string;
  /** what the workbook says; what is being typed stays until it says something else */
  value: string;
  placeholder?: string;
  /** gets what was typed, on Enter or when the field is left */
  onChange: (text: string) => void;
}

export function TextField({ label, value, placeholder = "", onChange }: TextFieldProps) {
  const element = useRef<TextInput>(null);
  useEffect(() => {
    if (element.current) element.current.value = value;
  }, [value]);
  return (
    <fluent-text-input
      ref={element}
      placeholder={placeholder}
      onChange={() => {
        const typed = element.current?.value ?? "";
        if (typed !== value) onChange(typed);
      }}
    >
      {label}
    </fluent-text-input>
  );
}
