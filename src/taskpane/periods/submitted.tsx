import { openFile, savesFiles, submission } from "../../commands";
import { Button, Save, useShown } from "../controls";

/** The file that 生成上报文件 last made. */
export const Submitted = () => {
  const { file } = useShown(submission);
  if (!file) return null;
  return savesFiles() ? (
    <p>
      上报文件：
      <Save {...file} />
    </p>
  ) : (
    <div class="actions">
      <Button small onClick={() => void openFile(file)}>
        {`打开 ${file.name}`}
      </Button>
    </div>
  );
};
