/** Why a file as a whole is not read, or what is odd about it. Codes with parameters; the words stand below, once. */
export type FileIssue =
  | { code: "too-large"; megabytes: number; limit: number }
  | { code: "empty" }
  | { code: "old-excel" }
  | { code: "password" }
  | { code: "not-a-workbook"; looksLike: string }
  | { code: "truncated" }
  | { code: "zip-bomb"; entries: number; megabytes: number }
  | { code: "unreadable"; details: string }
  | { code: "no-sheet" };

const words: { [C in FileIssue["code"]]: (issue: Extract<FileIssue, { code: C }>) => string } = {
  "too-large": (i) => `文件有 ${i.megabytes} MB，超过 ${i.limit} MB，不像填报文件；请只交回分发的填报文件`,
  empty: () => "文件是空的（0 字节），请对方重新发送",
  "old-excel": () =>
    "这是旧格式的文件（.xls 或 WPS 的 .et）；请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再汇总",
  password: () => "文件设有打开密码；请对方去掉密码另存后再交，或打开后另存为不加密的 .xlsx",
  "not-a-workbook": (i) => `文件不是 .xlsx 工作簿${i.looksLike}；请选择用 Excel 或 WPS 保存的 .xlsx 文件`,
  truncated: () => "文件不完整（可能没有传完或已损坏），请对方重新发送",
  "zip-bomb": (i) =>
    `文件解开后有 ${i.entries} 个部分、${i.megabytes} MB，大得不正常，未予打开；请确认来源，请对方重新填报`,
  unreadable: () => "文件打不开（内容已损坏）；请用 Excel 或 WPS 打开并另存为 .xlsx 后再汇总",
  "no-sheet": () => "文件中没有“指标填报”表，也没有“任务分工”表；请确认选对了文件",
};

/** The Chinese sentence for an issue: what is wrong with the file and what to do. */
export const fileIssueMessage = (issue: FileIssue): string =>
  (words[issue.code] as (issue: FileIssue) => string)(issue);
