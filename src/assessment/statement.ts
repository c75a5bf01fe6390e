import { fold } from "../text";

/** 人工判断: what a bureau may state of a target in words, as the list of 本期值 offers it. Each is a status. */
export const STATEMENTS = { met: "已达标", inProgress: "推进中", notMet: "未达标" } as const;
export type Statement = keyof typeof STATEMENTS;

/** What people write in place of these, and surely mean. */
const ALSO: Readonly<Record<Statement, readonly string[]>> = {
  met: ["达标", "已经达标", "已完成", "完成", "已实现", "实现", "已达到", "已达成", "已達標", "已達到"],
  inProgress: ["推进", "正在推进", "持续推进", "有序推进", "进行中", "正在进行", "实施中", "推進中"],
  notMet: ["不达标", "没有达标", "没达标", "未完成", "没有完成", "未实现", "未达到", "未達標"],
};

/** Every text that is a statement, folded. */
export const STATEMENT_TEXTS: Readonly<Record<Statement, readonly string[]>> = {
  met: [STATEMENTS.met, ...ALSO.met],
  inProgress: [STATEMENTS.inProgress, ...ALSO.inProgress],
  notMet: [STATEMENTS.notMet, ...ALSO.notMet],
};

const BY_TEXT = new Map(
  (Object.keys(STATEMENT_TEXTS) as Statement[]).flatMap((statement) =>
    STATEMENT_TEXTS[statement].map((text) => [text, statement] as const),
  ),
);

/** What a text states; null where that is not sure. */
export const statementOf = (text: string): Statement | null => BY_TEXT.get(fold(text)) ?? null;

/** `已达标、推进中、未达标` */
export const STATEMENT_LIST = Object.values(STATEMENTS).join("、");
