import { chooseFile, type ComparedFile } from "../../commands";

interface ChoiceProps {
  of: ComparedFile;
  index: number;
}

/** A file that can be merged is taken in unless the user leaves it out. */
const TakeIn = ({ of: { file, choice }, index }: ChoiceProps) => (
  <label>
    <input
      type="checkbox"
      checked={choice !== null}
      onChange={({ currentTarget }) => chooseFile(index, currentTarget.checked ? undefined : null)}
    />{" "}
    并入<span class="unseen"> {file}</span>
  </label>
);

/** A file that contradicts itself, or is of another period, is merged only as the user says. */
const TakeAs = ({ of: { file, choice, alternatives }, index }: ChoiceProps) => (
  <fieldset class="item">
    <legend class="unseen">{file} 是否并入</legend>
    {["不并入", ...alternatives].map((words, i) => (
      <label key={words}>
        <input
          type="radio"
          name={`file-${index}`}
          checked={(choice ?? -1) === i - 1}
          onChange={() => chooseFile(index, i === 0 ? undefined : i - 1)}
        />{" "}
        {words}
      </label>
    ))}
  </fieldset>
);

/** A returned file: whose it is, what is odd about it, whether it is merged. */
export const File = ({ of, index }: ChoiceProps) => {
  const { file, title, merged, plain, choice, entries, alternatives, remarks, findings, signed } = of;
  return (
    <li class="card">
      <div class="item">
        <span class="item-head">
          <b>{file}</b>
          <span class="mark">
            {merged ? `${title}，${entries} 个值` : choice === null ? "不并入" : "未并入"}
          </span>
        </span>
        {remarks.map((remark) => (
          <span key={remark}>{remark}</span>
        ))}
        {findings.map((finding) => (
          <span key={finding} class="quiet">
            {finding}
          </span>
        ))}
        {signed !== "" && <span class="quiet">{signed}</span>}
        {plain && <TakeIn of={of} index={index} />}
      </div>
      {alternatives.length > 0 && <TakeAs of={of} index={index} />}
    </li>
  );
};
