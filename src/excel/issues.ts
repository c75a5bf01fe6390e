import { UPDATE } from "../report";

/** Why a command could not be carried out: codes with parameters, and the words that tell the user what to do. */
export type CommandIssue =
  | { code: "no-form"; sheet: string }
  | { code: "form-parameters"; words: string }
  | { code: "form-damaged"; sheet: string }
  | { code: "newer-template"; sheet: string }
  | { code: "workbook-protected" }
  | { code: "no-free-name"; sheet: string }
  | { code: "plan-faulty"; words: string }
  | { code: "plan-refused"; words: string }
  | { code: "plan-unused"; words: string }
  | { code: "cancelled" }
  | { code: "cell-taken"; address: string }
  | { code: "cell-locked"; address: string }
  | { code: "foreign-sheet"; sheet: string }
  | { code: "changed-meanwhile"; place: string }
  | { code: "host-refused"; hostCode: string; details: string }
  | { code: "half-made"; sheet: string; details: string }
  | { code: "half-written"; backup: string; details: string }
  | { code: "half-marked"; sheet: string; details: string }
  | { code: "left-unprotected"; sheets: string[]; details: string }
  | { code: "not-calculated"; address: string; shown: string }
  | { code: "half-converted"; sheet: string; details: string }
  | { code: "half-merged"; details: string }
  | { code: "half-archived"; details: string }
  | { code: "script-not-loaded"; file: string; details: string }
  | { code: "half-entered"; addresses: string[]; details: string };

/** Excel's error codes in the user's words. Source: Office.js documentation, "Excel.ErrorCodes". */
const HOST_WORDS: Record<string, string> = {
  InvalidOperationInCellEditMode: "有单元格正在编辑，请先按回车或 Esc 结束编辑，再点一次",
  AccessDenied:
    "工作表或工作簿受保护，请先在“审阅”中撤销保护（可能需要密码），再点一次；如没有设过密码，请更新 Excel，或另存后重新打开再试",
  ItemAlreadyExists:
    "工作簿中已有同名的工作表或名称，请给工作表改名，或在“公式”→“名称管理器”中删去重复的 YIZHI 名称，再点一次",
  GeneralException:
    "Excel 没有完成操作。如另一个工作簿在前，请切回本工作簿再点一次；如仍不行，请把“详情”发给技术人员",
  InvalidSelection: "没有选中本工作簿的单元格，请切回本工作簿再点一次",
  ItemNotFound: "要用的工作表或名称已不存在，请重新插入指标模板后再试",
  InvalidArgument: "Excel 不接受其中一项设置，请更新 Excel 后再试；如仍不行，请把“详情”发给技术人员",
  ApiNotFound: "此版本的 Excel 缺少所需功能，请更新 Excel（Microsoft 365 或 Office 2024）后再试",
  NotImplemented: "此版本的 Excel 缺少所需功能，请更新 Excel（Microsoft 365 或 Office 2024）后再试",
  RequestAborted: "Excel 中断了操作，请稍候再点一次",
  ServiceNotAvailable: "Excel 暂时没有应答，请稍候再点一次",
  InsufficientMemory: "内存不足，请关闭一些工作簿后再试",
  NoAnswer:
    "Excel 迟迟没有应答。请先按回车或 Esc 结束单元格编辑，等 Excel 空闲后看一看工作簿，再点一次（重复点不会多出内容）；如多出“一指备份”表，其中是操作前的内容",
};

const words: { [C in CommandIssue["code"]]: (issue: Extract<CommandIssue, { code: C }>) => string } = {
  "no-form": (i) => `工作簿中没有“${i.sheet}”表，请先点“插入指标模板”`,
  "form-parameters": (i) => i.words,
  "form-damaged": (i) =>
    `“${i.sheet}”的行或列被改动过，请先点“${UPDATE.form}”修复（填报内容会保留），再点一次`,
  "newer-template": (i) =>
    `“${i.sheet}”由更新版本的加载项制作，没有改动。请先更新加载项，再点一次；在此之前可以照常填写`,
  "workbook-protected": () =>
    "工作簿结构受保护，不能新增工作表。请在“审阅”→“保护工作簿”中撤销保护，再点一次；工作簿没有改动",
  "no-free-name": (i) => `工作表名“${i.sheet}”及其备用名都已被占用，请给这些工作表改名后再点一次`,
  "plan-faulty": (i) =>
    `工作簿中的规划有误，没有执行。${i.words}；改好后再点一次，或在“规划”中点“恢复内置规划”`,
  "plan-unused": (i) => `规划已写入工作簿，但有误，没有采用。请在表中改正：${i.words}`,
  "plan-refused": (i) => `规划有误，没有写入，工作簿没有改动。请改正后再点一次：${i.words}`,
  cancelled: () => "已取消，工作簿没有改动",
  "cell-taken": (i) => `${i.address} 已有内容，没有写入。请先选中一个空单元格，再点一次`,
  "cell-locked": (i) => `${i.address} 是受保护的单元格，没有写入。请先选中别的空单元格或别的工作表，再点一次`,
  "foreign-sheet": (i) => `工作簿中已有别的“${i.sheet}”表，未作改动；请给那张表改名，再点一次`,
  "changed-meanwhile": (i) => `核对之后“${i.place}”又有改动，没有写入任何内容；请重新汇总`,
  "host-refused": (i) =>
    `${HOST_WORDS[i.hostCode] ?? "Excel 没有完成操作，请再点一次；如仍不行，请把“详情”发给技术人员"}。已填的内容没有改动`,
  "half-made": (i) =>
    `Excel 中断了写入，“${i.sheet}”没有写完，也没能自动删去。请删去这张表，再点一次；已填的内容没有改动`,
  "half-written": (i) =>
    `Excel 中断了写入，也没能自动恢复。操作前的内容完整保存在工作表“${i.backup}”中（如有此表），请勿删除，核对后再点一次`,
  "half-marked": (i) =>
    `Excel 中断了写入，“${i.sheet}”的突出显示没有写完，也没能自动恢复。请再点一次；已填的内容没有改动`,
  "left-unprotected": (i) =>
    `Excel 不能再给${i.sheets.map((sheet) => `“${sheet}”`).join("、")}加上保护，操作没有完成，内容已恢复原样，但表现在没有保护。请在“审阅”→“保护工作表”中加上保护（不设密码）；如加不上，请另存后重新打开，再点一次`,
  "not-calculated": (i) =>
    `${i.address} 显示 ${i.shown}，还没有算出结果，没有转换。请等计算完成再点一次；如一直如此，请先点“转回 YIZHI 函数”`,
  "half-converted": (i) =>
    `Excel 中断了写入，“${i.sheet}”的计算列没有转换完，也没能自动恢复。请点“${UPDATE.form}”修复，再点一次；填报内容没有改动`,
  "half-merged": () =>
    "Excel 中断了写入，汇总可能只写了一部分，也没能自动恢复。请重新选择这些文件汇总：已写入的会列为“相同”，其余的会再列出",
  "half-archived": () =>
    "Excel 中断了写入，归档可能只写了一部分，也没能自动恢复。请核对报告期和填报内容，再点一次：已归档的不会重复",
  "script-not-loaded": (i) =>
    `没有读到加载项的 ${i.file}，请检查网络后再试；加载项刚升级过的，请关闭 Excel 再打开；如仍不行，请告诉信息中心。已填的内容没有改动`,
  "half-entered": (i) =>
    `Excel 中断了写入，${i.addresses.join("、")} 可能只写了一部分，也没能自动恢复。请核对这些单元格，再点一次`,
};

/** The Chinese sentence for an issue: what is in the way and what to do. */
export const issueMessage = (issue: CommandIssue): string =>
  (words[issue.code] as (issue: CommandIssue) => string)(issue);

/** Thrown by commands for whatever the user can mend. */
export class CommandError extends Error {
  constructor(readonly issue: CommandIssue) {
    super(issueMessage(issue));
    this.name = "CommandError";
  }
}

/** Whether Excel refused with this code. */
export const refusedWith = (error: unknown, hostCode: string): boolean =>
  error instanceof CommandError && error.issue.code === "host-refused" && error.issue.hostCode === hostCode;

/** For whoever helps the user: codes and places, not sentences. */
export const detailsOf = (error: unknown): string =>
  error instanceof CommandError && "details" in error.issue ? error.issue.details : String(error);

/** Turns what Office.js threw into an issue; a programming mistake stays what it is. */
export function toCommandError(error: unknown): unknown {
  if (error instanceof CommandError || !(error instanceof OfficeExtension.Error)) return error;
  const { code, message, debugInfo } = error;
  return new CommandError({
    code: "host-refused",
    hostCode: code,
    details: [code, message, debugInfo?.errorLocation, debugInfo?.statement].filter(Boolean).join(" · "),
  });
}
