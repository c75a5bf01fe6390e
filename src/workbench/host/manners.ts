/** How Excel is known, or must be feared, to behave: on or off, each by itself. */
export interface Manner {
  /** in the developer panel */
  words: string;
  /** whether the workbench behaves so unless told */
  usual: boolean;
}

export const MANNERS = {
  /** the user edits a cell: what may wait for that waits, everything else is refused */
  editing: { words: "正在编辑单元格：请求等到编辑结束", usual: false },
  /** OfficeDev/office-js#771, #2196 */
  anotherWorkbook: { words: "另一个工作簿在前：不能激活、选定、增删工作表", usual: false },
  /** protecting, unprotecting and deleting a sheet */
  undoEmptied: { words: "保护、撤销保护、删除工作表后不能再撤销", usual: false },
  /** OfficeDev/office-js#2594 */
  mixedRules: { words: "规则不一的单元格不接受新的数据验证", usual: true },
  /** OfficeDev/office-js#5222, #6835 */
  staleRules: { words: "条件格式不能按编号取得", usual: false },
  /** by somebody's password, or whatever else */
  unprotectRefused: { words: "不能撤销工作表保护", usual: false },
  protectRefused: { words: "不能保护工作表", usual: false },
  /** nobody has tried what Excel does */
  nullMembers: { words: "空对象的成员一取就出错", usual: false },
  /** how blanks and errors reach a function; unless told, as in today's Excel: one blank cell as 0, errors as objects */
  blanksAsZero: { words: "区域中的空白单元格也作为 0 交给函数", usual: false },
  blanksAsNull: { words: "单个空白单元格也作为空值交给函数", usual: false },
  errorsAsText: { words: "区域中的错误值作为文字交给函数", usual: false },
  errorsNotPassed: { words: "参数中有错误值时不调用函数，直接显示错误", usual: false },
  wholeSheets: { words: "不复制整张工作表", usual: false },
  insideBorders: { words: "单行、单列没有内部边框", usual: true },
} as const satisfies Record<string, Manner>;

export type MannerName = keyof typeof MANNERS;
/** Which manners hold now; may be changed at any time. */
export type Manners = Record<MannerName, boolean>;

const each = (holds: (name: MannerName) => boolean): Manners =>
  Object.fromEntries(Object.keys(MANNERS).map((name) => [name, holds(name as MannerName)])) as Manners;

export const usualManners = (): Manners => each((name) => MANNERS[name].usual);

/** Of the user's doing or in the way of any command, and so not always so. */
const PASSING: readonly MannerName[] = ["editing", "anotherWorkbook", "unprotectRefused", "protectRefused"];

/** Whatever may make an add-in fail at any time, at once. */
export const strictManners = (): Manners => each((name) => !PASSING.includes(name));
