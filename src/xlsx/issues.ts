/** Why a file as a whole is not read. Codes with parameters; the words stand below, once. */
export type FileIssue =
  | { code: "too-large"; megabytes: number; limit: number }
  | { code: "empty" }
  | { code: "old-excel" }
  | { code: "xml-2003" }
  | { code: "binary" }
  | { code: "password" }
  | { code: "not-a-workbook"; looksLike: string }
  | { code: "truncated" }
  | { code: "damaged"; part: string }
  | { code: "many-parts"; parts: number; limit: number }
  | { code: "zip-bomb"; megabytes: number; limit: number }
  | { code: "unreadable"; details: string }
  | { code: "sheet-lost"; sheet: string }
  | { code: "part-lost"; part: "sharedStrings" | "styles" }
  | { code: "too-much"; what: "cells" | "merges" | "setup" | "styles"; sheet?: string; limit: number }
  | { code: "no-sheet" };

/** What a file is opened for: 汇总, or 打开 in the workbench. */
export type Purpose = "merge" | "open";

/** What is wrong, and what to do for each purpose. */
interface Words extends Record<Purpose, string> {
  what: string;
}

/** The same for both purposes. */
const both = (what: string, advice: string): Words => ({ what, merge: advice, open: advice });

const SEND_AGAIN: Omit<Words, "what"> = {
  merge: "请对方重新发送",
  open: "请重新下载或复制一份再打开",
};
const SAVE_AGAIN: Omit<Words, "what"> = {
  merge: "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再汇总",
  open: "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”，再打开另存的文件",
};
const UNUSUAL: Omit<Words, "what"> = {
  merge: "请确认来源，请对方重新填报",
  open: "请确认来源，或用 Excel 分成几个文件再打开",
};
const KINDS = ".xlsx、.xlsm、.xltx 或 .xltm";

const PARTS = { sharedStrings: "文字", styles: "格式" };
const MUCH = {
  cells: (limit: number) => `单元格多于 ${limit} 个`,
  merges: (limit: number) => `合并区域多于 ${limit} 个`,
  setup: () => "列、有效性、条件格式等设置多得不正常",
  styles: () => "格式多得不正常",
};

const words: { [C in FileIssue["code"]]: (issue: Extract<FileIssue, { code: C }>) => Words } = {
  "too-large": (i) => ({
    what: `文件有 ${i.megabytes} MB，超过 ${i.limit} MB`,
    merge: "不像填报文件；请只交回分发的填报文件",
    open: "请用 Excel 或 WPS 删去图片和不用的工作表，另存后再打开",
  }),
  empty: () => ({ what: "文件是空的（0 字节）", ...SEND_AGAIN }),
  "old-excel": () => ({ what: "这是旧格式的文件（.xls 或 WPS 的 .et）", ...SAVE_AGAIN }),
  "xml-2003": () => ({ what: "这是 Excel 2003 的 XML 表格", ...SAVE_AGAIN }),
  binary: () => ({ what: "这是二进制工作簿（.xlsb）", ...SAVE_AGAIN }),
  password: () => ({
    what: "文件设有打开密码",
    merge: "请对方去掉密码另存后再交，或打开后另存为不加密的 .xlsx",
    open: "请用 Excel 或 WPS 去掉密码，另存后再打开",
  }),
  "not-a-workbook": (i) => ({
    what: `文件不是 Excel 工作簿${i.looksLike}`,
    merge: "请选择用 Excel 或 WPS 保存的 .xlsx 文件",
    open: `请选择用 Excel 或 WPS 保存的 ${KINDS} 文件`,
  }),
  truncated: () => ({ what: "文件不完整（可能没有传完或已损坏）", ...SEND_AGAIN }),
  damaged: () => ({ what: "文件已损坏（内容与写入时的校验不符），没有读取", ...SEND_AGAIN }),
  "many-parts": (i) => ({
    what: `文件由 ${i.parts} 个部分组成，多于 ${i.limit} 个，未予打开`,
    ...UNUSUAL,
  }),
  "zip-bomb": (i) => ({
    what: `文件解开后有 ${i.megabytes} MB，超过 ${i.limit} MB，未予打开`,
    ...UNUSUAL,
  }),
  unreadable: () => ({ what: "文件打不开（内容已损坏）", ...SAVE_AGAIN }),
  "sheet-lost": (i) => ({
    what: `工作表“${i.sheet}”的内容在文件中缺失或已损坏，整个文件没有读取`,
    ...SEND_AGAIN,
  }),
  "part-lost": (i) => ({ what: `文件缺少${PARTS[i.part]}部分，没有读取`, ...SEND_AGAIN }),
  "too-much": (i) => ({
    what: `${i.sheet === undefined ? "文件" : `工作表“${i.sheet}”`}的${MUCH[i.what](i.limit)}，没有读取`,
    merge: "请该单位用分发的原文件填报",
    open: "请用 Excel 或 WPS 删去不用的内容，另存后再打开",
  }),
  "no-sheet": () => both("文件中没有“指标填报”表，也没有“任务分工”表", "请确认选对了文件"),
};

/** The Chinese sentence for an issue: what is wrong with the file, and what to do about it. */
export function fileIssueMessage(issue: FileIssue, purpose: Purpose = "merge"): string {
  const said = (words[issue.code] as (issue: FileIssue) => Words)(issue);
  return `${said.what}；${said[purpose]}`;
}
