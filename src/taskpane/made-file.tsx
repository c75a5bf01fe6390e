import { openFile, type OutgoingFile, savesFiles } from "../commands";
import { Button, Save } from "./controls";

interface MadeFileProps {
  /** what it is, such as 上报文件 */
  label: string;
  file: Pick<OutgoingFile, "name" | "bytes">;
  /** saves it as soon as it is there: the user has just asked for it */
  atOnce?: boolean;
}

/** A file that a command made: to be saved or, where the pane cannot save, to be opened in a window of its own. */
export const MadeFile = ({ label, file, atOnce = false }: MadeFileProps) =>
  savesFiles() ? (
    <p>
      {label}：
      <Save key={file.name} {...file} atOnce={atOnce} />
    </p>
  ) : (
    <div class="actions">
      <Button small onClick={() => void openFile(file)}>
        {`打开 ${file.name}`}
      </Button>
    </div>
  );
