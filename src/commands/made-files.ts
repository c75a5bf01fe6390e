import type { OutgoingFile } from "../exchange";
import { storeOfPlan } from "./store";

/** The files of the last 分发, to be saved one by one or as a .zip. */
export interface Distribution {
  files: OutgoingFile[];
  zip: { name: string; bytes: Uint8Array };
}

export const distribution = storeOfPlan<{ last: Distribution | null }>({ last: null });

/** The file of the last 生成上报文件, to be saved; null: there is none. */
export const submission = storeOfPlan<{ file: OutgoingFile | null }>({ file: null });
