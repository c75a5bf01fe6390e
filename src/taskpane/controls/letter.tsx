import type { Letter } from "../../commands";
import { Copy } from "./copy";

type CopyLetterProps = Pick<Letter, "kind" | "text"> & {
  /** id of the words beside it that say to whom, where other letters have the same button */
  about?: string;
};

/** Copies a letter to a bureau, such as 督办, to be sent by other means. */
export const CopyLetter = ({ kind, ...rest }: CopyLetterProps) => (
  <Copy label={`复制${kind}文字`} {...rest} />
);
