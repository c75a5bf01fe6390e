import { givenVersion } from "../plan";

/** What a place of a file says, such as `“指标填报” F3` or 文件信息; text is empty for nothing. */
export interface Said {
  where: string;
  text: string;
  /** the periods that a number such as 2023.1 may mean; absent: what the text says */
  means?: readonly string[];
}

/** A record on a file's table in words, with what its bureau typed. */
export interface TypedRow {
  /** such as A03 */
  code: string;
  name: string;
  /** such as `本期值 3`; empty where nothing was typed */
  typed: string[];
}

/** A cell with what stands in it. */
export interface Told {
  address: string;
  text: string;
}

interface ChangedCell {
  address: string;
  header: string;
  was: string;
  expected: string;
}

/** What is odd about a returned file that can be read. Codes with parameters; the words stand below, once. */
export type IncomingIssue =
  | { code: "other-plan"; found: string; own: string }
  | { code: "other-version"; found: string; own: string; changes: readonly string[] }
  | { code: "other-period"; found: string; own: string; says: Said[] }
  | { code: "period-outside"; words: string; says: Said[] }
  | { code: "period-ambiguous"; found: string; means: readonly string[]; says: Said[] }
  | { code: "period-unreadable"; found: string; says: Said[] }
  | { code: "periods-differ"; says: Said[] }
  | { code: "bureau-unknown"; found: string }
  | { code: "bureau-gone"; found: string; rows: TypedRow[] }
  | { code: "bureaus-differ"; says: Said[] }
  | { code: "merged-as"; bureau: string; period: string; says: Said[] }
  | { code: "to-ledger"; period: string; own: string }
  | { code: "identity-missing" }
  | { code: "other-template"; newer: boolean }
  | { code: "same-bureau"; bureau: string; other: string }
  | { code: "sheet-missing"; sheet: string; records: number }
  | { code: "second-sheet"; sheet: string; taken: string }
  | { code: "other-sheet"; sheet: string; cells: number; first: Told }
  | { code: "ledger-sheet"; sheet: string; rows: number }
  | { code: "beyond"; sheet: string; rows: number; columns: number }
  | { code: "outside"; sheet: string; cells: Told[] }
  | { code: "note"; sheet: string; address: string; text: string }
  | { code: "rows-gone"; rows: TypedRow[] }
  | { code: "row-missing"; rows: { key: string; name: string }[] }
  | { code: "row-duplicate"; key: string; address: string; typed: string }
  | { code: "row-foreign"; key: string; address: string; typed: string }
  | { code: "header-renamed"; address: string; was: string; header: string }
  | { code: "column-missing"; sheet: string; header: string }
  | { code: "columns-moved"; sheet: string }
  | { code: "plan-cell-changed"; cells: ChangedCell[] }
  | { code: "formula-changed"; addresses: string[] }
  | { code: "calculation-changed"; sheet: string }
  | { code: "values-only" }
  | { code: "formula-value"; address: string; formula: string; value: string }
  | { code: "formula-uncalculated"; address: string; formula: string }
  | { code: "given-changed"; address: string; header: string; was: string; now: string }
  | { code: "number-text"; address: string; text: string; value: number }
  | { code: "error-cell"; address: string; error: string }
  | { code: "row-hidden"; rows: string[] }
  | { code: "merged"; addresses: string[]; master: string };

/** A list is cut after this many, and says how many there are. */
const MOST_LISTED = 50;
const MOST_LETTERS = 80;
/** Cells of ours are told by the first few; what people typed is never folded away. */
const MOST_ADDRESSES = 6;
const addresses = (all: readonly string[]): string =>
  all.length > MOST_ADDRESSES
    ? `${all.slice(0, MOST_ADDRESSES).join("、")}等 ${all.length} 处`
    : all.join("、");
const listed = (items: readonly string[]): string =>
  items.length > MOST_LISTED
    ? `${items.slice(0, MOST_LISTED).join("、")}等（共 ${items.length} 处）`
    : items.join("、");
const cut = (text: string): string => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text);
const quoted = (says: readonly Said[]): string =>
  says.map(({ where, text }) => (text === "" ? `${where} 为空` : `${where} 为“${text}”`)).join("，");
const cellsIn = (cells: readonly Told[]): string =>
  cells.map(({ address, text }) => `${address}“${text}”`).join("、");

/** `A03 参保人数（本期值 3）`; what people typed is never cut */
const typedWords = (rows: readonly TypedRow[]): string =>
  rows
    .map(({ code, name, typed }) => `${code} ${name}（${typed.length > 0 ? typed.join("，") : "未填"}）`)
    .join("、");

/** As people number them; what has been changed without another number is told so. */
function ofVersions({ found, own }: { found: string; own: string }): string {
  const [theirs, ours] = [givenVersion(found), givenVersion(own)];
  return theirs === ours
    ? `规划（“${ours}”版）的内容有过改动，文件与本表不是按同一份填报`
    : `文件按规划的“${theirs}”版填报，本表为“${ours}”版`;
}

const DECIDE = "未并入；请与该单位核对，确知以哪一处为准的，可在下面选定后并入";

const words: { [C in IncomingIssue["code"]]: (issue: Extract<IncomingIssue, { code: C }>) => string } = {
  "other-plan": (i) =>
    `这是“${i.found}”的填报表，本表是“${i.own}”；未并入，请确认是否选错文件，或先在本工作簿换成那份规划`,
  "other-version": (i) =>
    `${ofVersions(i)}，已按代码读取；${
      i.changes.length > 0
        ? `两版不同处：${listed(i.changes)}；请核对这些项，需要时重新分发给该单位填报`
        : "该单位的各项在两版中相同，请核对"
    }`,
  "other-period": (i) =>
    `报告期不符：${quoted(i.says)}，本表为“${i.own}”；未并入本表，确是那一期的，可在下面选定并入历史数据`,
  "period-outside": (i) => `${i.words}：${quoted(i.says)}；未并入，请核对`,
  "period-ambiguous": (i) =>
    `报告期填的是数 ${i.found}，可能是 ${i.means.join("，也可能是 ")}：${quoted(i.says)}；${DECIDE}`,
  "period-unreadable": (i) =>
    i.found === ""
      ? `文件没有填报告期：${quoted(i.says)}；未并入，请填上报告期后再汇总`
      : `文件的报告期“${i.found}”无法识别：${quoted(i.says)}；未并入，请改正后再汇总`,
  "periods-differ": (i) => `报告期不一致：${quoted(i.says)}；${DECIDE}`,
  "bureau-unknown": (i) =>
    i.found === ""
      ? "看不出是哪个单位的文件；未并入，请在“填报单位”处补上单位名称"
      : `填报单位“${i.found}”不在规划的单位名录中；未并入，请改正单位名称`,
  "bureau-gone": (i) =>
    `填报单位“${i.found}”已不在本表的规划中（文件按规划的另一版填报），未并入；${
      i.rows.length > 0 ? `文件中填有 ${typedWords(i.rows)}，需要的请在本表中填写` : "文件中没有填写内容"
    }`,
  "bureaus-differ": (i) => `填报单位不一致：${quoted(i.says)}；${DECIDE}`,
  "merged-as": (i) => `${quoted(i.says)}；已按您的选择作为“${i.bureau}”${i.period}的文件读取`,
  "to-ledger": (i) => `按您的选择并入历史数据（${i.period}），不写入本表（${i.own}）`,
  "identity-missing": () => "文件信息已被删除，按表中的填报单位和报告期读取；请核对单位是否正确",
  "other-template": (i) =>
    `表样${i.newer ? "由更新版本的加载项制作（请更新加载项）" : "与现在分发的不同（可能按旧表样分发）"}，已按代码和表头读取，公式不作比较；请核对有无遗漏`,
  "same-bureau": (i) => `${i.bureau}另有文件“${i.other}”；两份都已读取，数值不同处列为冲突，由您选定`,
  "sheet-missing": (i) =>
    `文件中没有“${i.sheet}”表，该表应填的 ${i.records} 项都没有并入；请该单位重新发送带有“${i.sheet}”表的完整文件`,
  "second-sheet": (i) =>
    `工作表“${i.sheet}”也是填报表，只读取了“${i.taken}”；如需要前者的内容，请另存后单独汇总`,
  "other-sheet": (i) =>
    `另有工作表“${i.sheet}”，${i.cells} 个单元格有内容（${cellsIn([{ ...i.first, text: cut(i.first.text) }])}${i.cells > 1 ? "等" : ""}），未读取；请打开文件看是否需要`,
  "ledger-sheet": (i) =>
    `“${i.sheet}”表是该单位归档的往期数据（${i.rows} 行），未读取；需要其中哪一期，请该单位调阅那一期，生成上报文件再交`,
  beyond: (i) =>
    `“${i.sheet}”第 ${i.rows} 行以下或第 ${i.columns} 列以右还有内容，未读取；请打开文件看是否需要`,
  outside: (i) => `“${i.sheet}”表样以外写有：${cellsIn(i.cells)}；未并入，请看是否需要`,
  note: (i) => `“${i.sheet}”${i.address} 有批注“${i.text}”；未并入，请看是否需要`,
  "rows-gone": (i) => `本表的规划中已没有 ${typedWords(i.rows)}；未并入，请看是否需要`,
  "row-missing": (i) =>
    `缺少 ${listed(i.rows.map(({ key, name }) => `${key} ${cut(name)}`))} ${i.rows.length > 1 ? `这 ${i.rows.length} 行` : "这一行"}，视为未填报；请该单位补报`,
  "row-duplicate": (i) =>
    `${i.key} 在 ${i.address} 重复出现，只读取第一处${i.typed === "" ? "" : `，此处填有“${i.typed}”，未并入`}；请核对重复行的内容`,
  "row-foreign": (i) =>
    `${i.address} 的 ${i.key} 不归该单位填报，填有“${i.typed}”，未并入；如需要请在本表中填写`,
  "header-renamed": (i) => `${i.address} 的表头“${i.header}”被改为“${i.was}”，仍按原位置读取；请核对`,
  "column-missing": (i) => `“${i.sheet}”中找不到“${i.header}”列，该列未读取；请该单位用原表样重报`,
  "columns-moved": (i) => `“${i.sheet}”列的顺序变了，已按表头读取；请核对`,
  "plan-cell-changed": (i) =>
    `${i.cells
      .map(
        ({ address, header, was, expected }) =>
          `${address} 的“${header}”应为“${cut(expected)}”，被改为“${was}”`,
      )
      .join("；")}；本表不受影响，请告知该单位不要改动`,
  "formula-changed": (i) =>
    `${i.addresses.length} 个单元格的公式被改动：${addresses(i.addresses)}；本表不受影响，会自行计算`,
  "calculation-changed": (i) =>
    `“${i.sheet}”表被改动，文件中的差距、进度、审核提示不可靠；本表不受影响，会自行计算，请告知该单位不要改动`,
  "values-only": () => "计算列已转为数值；本表不受影响，会自行计算",
  "formula-value": (i) => `${i.address} 填的是公式 ${i.formula}，取其结果“${i.value}”；请核对`,
  "formula-uncalculated": (i) =>
    `${i.address} 填的是公式 ${i.formula}，文件中没有结果，未并入；请用 Excel 或 WPS 打开保存一次再汇总`,
  "given-changed": (i) =>
    `${i.address} 的“${i.header}”分发时已填 ${i.was}（取自历史数据），${i.now === "" ? "被清空；汇总不清空本表" : `被改为“${i.now}”`}；请核对`,
  "number-text": (i) => `${i.address} 的“${i.text}”是文本形式的数，按 ${i.value} 汇总；请核对`,
  "error-cell": (i) => `${i.address} 是错误值 ${i.error}，未并入；请该单位改正后重报`,
  "row-hidden": (i) => `被隐藏的行仍已读取：${listed(i.rows)}；请核对`,
  merged: (i) =>
    `${listed(i.addresses)} 与 ${i.master} 合并成一格，只有 ${i.master} 有值；请取消合并，分别填写`,
};

/** With one of these nothing of the file is merged unasked. */
const REFUSING: ReadonlySet<IncomingIssue["code"]> = new Set([
  "other-plan",
  "other-period",
  "period-outside",
  "period-ambiguous",
  "period-unreadable",
  "periods-differ",
  "bureau-unknown",
  "bureau-gone",
  "bureaus-differ",
]);

export const refuses = (issue: IncomingIssue): boolean => REFUSING.has(issue.code);

/** The Chinese sentence for an issue: where, what, and what to do. */
export const incomingIssueMessage = (issue: IncomingIssue): string =>
  (words[issue.code] as (issue: IncomingIssue) => string)(issue);
