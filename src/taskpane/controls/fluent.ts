import "@fluentui/web-components/button/define.js";
import "@fluentui/web-components/dropdown/define.js";
import "@fluentui/web-components/listbox/define.js";
import "@fluentui/web-components/message-bar/define.js";
import "@fluentui/web-components/option/define.js";
import "@fluentui/web-components/progress-bar/define.js";
import "@fluentui/web-components/tab/define.js";
import "@fluentui/web-components/tablist/define.js";
import "@fluentui/web-components/text-input/define.js";
import type {
  Button,
  Dropdown,
  DropdownOption,
  Listbox,
  MessageBar,
  ProgressBar,
  Tab,
  Tablist,
  TextInput,
} from "@fluentui/web-components";
import type { HTMLAttributes, Ref } from "preact";

/* Each component is one import above and one line below; what is not imported weighs nothing. */

/** An element's own properties beside those every element has. */
type Props<E extends HTMLElement, Own extends keyof E = never> = Omit<HTMLAttributes<E>, Own | "ref"> &
  Partial<Pick<E, Own>> & { ref?: Ref<E> };

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "fluent-button": Props<Button, "appearance" | "size" | "iconOnly" | "disabledFocusable">;
      "fluent-dropdown": Props<Dropdown, "type" | "placeholder">;
      "fluent-listbox": Props<Listbox>;
      "fluent-message-bar": Props<MessageBar, "intent" | "layout">;
      "fluent-option": Props<DropdownOption, "value" | "disabled" | "textAttribute">;
      "fluent-progress-bar": Props<ProgressBar, "value" | "max">;
      "fluent-tab": Props<Tab>;
      "fluent-tablist": Props<Tablist, "activeid">;
      "fluent-text-input": Props<TextInput, "value" | "placeholder">;
    }
  }
}
