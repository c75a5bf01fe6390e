import { exportedPlan, importPlanFile } from "../../commands";
import { useShown } from "../controls";
import { MadeFile } from "../made-file";

/** The browser's own control: only a person's click may open it. */
export const Import = () => (
  <label class="choose">
    导入规划
    <input
      class="unseen"
      type="file"
      accept=".xlsx,.xlsm"
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? [];
        // the same file may be chosen again
        if (file) void importPlanFile(file.name, async () => new Uint8Array(await file.arrayBuffer()));
        currentTarget.value = "";
      }}
    />
  </label>
);

/** The file that 导出规划 made, saved at once where the pane can save. */
export const Exported = () => {
  const { file } = useShown(exportedPlan);
  return file && <MadeFile label="规划文件" file={file} atOnce />;
};
