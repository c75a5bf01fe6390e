import type { SourceTable } from "../../commands";

/** What of the pasted text is no part of the table, to the letter: nothing goes unseen. */
export const LeftOut = ({
  notes = [],
  left,
  title = "",
}: Pick<SourceTable, "left"> & Partial<Pick<SourceTable, "notes" | "title">>) => {
  const count = notes.length + left.length;
  if (count === 0 && title === "") return null;
  return (
    <details>
      <summary>表外的文字（{count + (title === "" ? 0 : 1)}）</summary>
      <ul class="missing">
        {title !== "" && (
          <li>
            <span class="quiet">标题：</span>
            {title}
          </li>
        )}
        {notes.map((note) => (
          <li key={note}>
            <span class="quiet">注：</span>
            {note}
          </li>
        ))}
        {left.map(({ line, text, because }) => (
          <li key={`${line} ${text}`}>
            <span class="quiet">
              第 {line} 行，{because}，没有读入：
            </span>
            {text}
          </li>
        ))}
      </ul>
    </details>
  );
};
