import {
  adopt,
  adoptionAwaits,
  dropDraft,
  isEmpty,
  keepsTables,
  keptTables,
  type PlanDraft,
  setKeeps,
} from "../../commands";
import { Button } from "../controls";

/** Tasks and bureaus of the present plan, where nothing else is pasted in their place. */
const Kept = ({ draft }: { draft: PlanDraft }) => {
  const words = keptTables(draft);
  return (
    words !== "" && (
      <label>
        <input
          type="checkbox"
          checked={keepsTables(draft)}
          onChange={({ currentTarget }) => setKeeps(currentTarget.checked)}
        />{" "}
        保留当前规划的{words}
      </label>
    )
  );
};

/** Takes what was read into the workbook, once nothing is open. */
export const Adoption = ({ draft }: { draft: PlanDraft }) => {
  if (isEmpty(draft)) return null;
  const awaits = adoptionAwaits(draft);
  return (
    <div class="deciding">
      <Kept draft={draft} />
      <p id="adoption-awaits" class="hint" role="status">
        {awaits === null ? "还没有写入工作簿。" : `${awaits}，然后才能采用。`}
      </p>
      <div class="actions">
        <Button main notYet={awaits === null ? undefined : "adoption-awaits"} onClick={() => void adopt()}>
          采用
        </Button>
        <Button onClick={dropDraft}>放弃草稿</Button>
      </div>
    </div>
  );
};
