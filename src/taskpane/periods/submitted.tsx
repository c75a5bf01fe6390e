import { submission } from "../../commands";
import { useShown } from "../controls";
import { MadeFile } from "../made-file";

/** The file that 生成上报文件 last made. */
export const Submitted = () => {
  const { file } = useShown(submission);
  return file && <MadeFile label="上报文件" file={file} />;
};
