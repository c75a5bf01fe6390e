import { exportedPlan, importPlanFile, openFile, savesFiles } from "../../commands";
import { Button, Save, useShown } from "../controls";

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
  if (!file) return null;
  return savesFiles() ? (
    <p>
      规划文件：
      <Save key={file.name} {...file} atOnce />
    </p>
  ) : (
    <div class="actions">
      <Button small onClick={() => void openFile(file)}>
        {`打开 ${file.name}`}
      </Button>
    </div>
  );
};
