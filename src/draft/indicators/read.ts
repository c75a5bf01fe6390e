import type { Plan } from "../../plan";
import { codesOf } from "./codes";
import type { Draft, DraftIndicator } from "../draft";
import { headOf } from "./head";
import { RowReader } from "./row";
import type { Questions } from "../question";
import type { SourceTable } from "../source/table";

/** Reads what the cells of a table mean: its draft, with all that is to be asked. */
export function readDraft(source: SourceTable, questions: Questions, known: Plan | null): Draft {
  const head = headOf(source, questions, known);
  const reader = new RowReader(source, head, questions);
  const rows = source.rows.flatMap((row, i) => reader.read(row, i));
  const codes = codesOf(rows, known);
  const indicators = rows.map(({ part, ...row }, i): DraftIndicator => ({
    ...row,
    code: codes[i]!,
    partOf: part === undefined ? "" : codes[part]!,
  }));
  return { head, indicators, questions: questions.asked, open: questions.open(), source };
}
