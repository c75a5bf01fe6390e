import { fold } from "../../text";
import type { ListRead, TaskDraft } from "../draft";
import { responsibleOf } from "../indicators/bureau-cell";
import { type Left, type Line, printedOf, textOf } from "../source/grid";
import { type Columns, headerOf, type List, listOf, nothingPasted } from "./lists";
import { isSame } from "../source/header";
import { reasonToLeave } from "../source/noise";
import type { Pasted, Refusal } from "../pasted";
import { type Answers, Questions } from "../question";
import { BUREAU, NOTE } from "../source/words";

type Key = "number" | "text" | "lead" | "responsible" | "helpers" | "deadline";

const COLUMNS: Columns<Key> = [
  ["number", /^(序号|编号|序|任务序号)$/],
  ["lead", /^(牵头|主办)(责任)?(单位|部门|处室|科室)$/],
  ["helpers", /^(配合|协同|协办|参与|参加|协作|联合)(责任)?(单位|部门|处室|科室)$/],
  [
    "responsible",
    /(责任|牵头|配合|协同|承办|实施|负责|落实|完成|主办|参与)(单位|部门|处室|科室|主体)|^(单位|部门|责任人)$/,
  ],
  ["deadline", /时限|期限|完成时间|时间(节点|安排|要求)|^(时间|进度安排)$/],
  ["text", /任务|举措|措施|事项|项目|内容|要点|工作/],
];
const DEADLINE = /^(长期|持续|全年|每年|常年|\d{4}年?.*|.*月底前?|年底前?|.*(年底|季度)前?.*)$/;
/** （责任单位：…；配合单位：…；完成时限：…） at the end of a sentence, and its parts */
const RESPONSIBLE_AT_END =
  /[（(【[]?\s*((?:责任|牵头|主办|负责|实施|落实)(?:单位|部门)\s*[：:][^。]+?)[；;。）)】\]]*\s*$/;
const PART_LABEL = /^(?:责任|牵头|主办|负责|实施|落实|配合|协同|协办|参与|参加)(?:单位|部门)\s*[：:]\s*/;
const DEADLINE_PART = /[；;，,]?\s*(?:完成)?(?:时限|时间)\s*[：:]\s*([^；;）)】\]]+)$/;
const NUMBER = /^\s*[（(]?(\d{1,3})\s*[.．、)）]\s*(?=\D)/;

/** Reads the tasks of a plan: a table 序号·重点任务·责任单位·完成时限, or sentences that end in （责任单位：…）. Numbers are made where none are printed. */
export function readTaskTable(pasted: Pasted, answers: Answers): ListRead<TaskDraft> | Refusal {
  const questions = new Questions(answers);
  const list = listOf(pasted, COLUMNS);
  if (!list) return nothingPasted(pasted.picture, "重点任务表");
  const header = headerOf(list.lines, COLUMNS);
  const read =
    header?.places.has("text") === true
      ? rowsUnder(list, header.at, header.places)
      : rowsWithout(list, questions);
  if (!read || read.rows.length === 0)
    return {
      refused:
        "看不出重点任务。请连同表头一起复制：序号、重点任务、责任单位、完成时限；或一行一项，句末写（责任单位：…）。",
    };
  return {
    rows: numbered(read.rows),
    left: [...list.left, ...read.left],
    questions: questions.asked,
    open: questions.open(),
  };
}

/** The cells of bureaus of one task, by their column. */
type Bureaus = Readonly<Record<"lead" | "responsible" | "helpers", string>>;

interface FoundTask {
  readonly printed: string;
  readonly text: string;
  readonly bureaus: Bureaus;
  readonly deadline: string;
}

interface Found {
  readonly rows: FoundTask[];
  readonly left: Left[];
}

/** The bureaus alone, and their cells to the letter where those say more. */
function responsibleIn({ lead, responsible, helpers }: Bureaus): Pick<TaskDraft, "responsible" | "printed"> {
  const labelled = [
    ["牵头单位", lead],
    ["责任单位", responsible],
    ["配合单位", helpers],
  ].flatMap(([label, names]) => (names === "" ? [] : [`${label}：${names}`]));
  const printed = lead === "" && helpers === "" ? responsible : labelled.join("；");
  const bare = responsibleOf(printed, "").responsible;
  return fold(bare) === fold(printed) ? { responsible: bare } : { responsible: bare, printed };
}

/** Printed numbers where they all are whole and differ, else 1, 2, 3. */
function numbered(rows: Found["rows"]): TaskDraft[] {
  const numbers = rows.map(({ printed }) => (/^\d{1,4}$/.test(printed) ? Number(printed) : 0));
  const isGood = new Set(numbers).size === rows.length && !numbers.includes(0);
  return rows.map(({ text, bureaus, deadline }, i) => ({
    number: isGood ? numbers[i]! : i + 1,
    text,
    ...responsibleIn(bureaus),
    deadline,
  }));
}

function rowsUnder({ lines }: List, at: number, places: ReadonlyMap<Key, number>): Found {
  const found: Found = { rows: [], left: [] };
  for (const line of lines.slice(0, at))
    found.left.push({ line: line.line, text: textOf(line), because: "表头上方的文字" });
  const used = new Set(places.values());
  for (const line of lines.slice(at + 1)) {
    const cell = (key: Key): string => line.cells[places.get(key) ?? -1]?.text ?? "";
    const isMerged = line.cells[places.get("text")!]?.from === "above";
    const last = found.rows[found.rows.length - 1];
    const bureaus = { lead: cell("lead"), responsible: cell("responsible"), helpers: cell("helpers") };
    const names = Object.values(bureaus).join("");
    const reason = reasonNot(line, lines[at]!, cell("text"), names);
    if ((isMerged || fold(cell("text")) === "") && last && fold(names) !== "")
      found.rows[found.rows.length - 1] = {
        ...last,
        bureaus: {
          lead: joined(last.bureaus.lead, bureaus.lead),
          responsible: joined(last.bureaus.responsible, bureaus.responsible),
          helpers: joined(last.bureaus.helpers, bureaus.helpers),
        },
      };
    else if (reason !== undefined) found.left.push({ line: line.line, text: textOf(line), because: reason });
    else {
      line.cells.forEach(({ text, from }, i) => {
        if (!used.has(i) && !from && fold(text) !== "")
          found.left.push({ line: line.line, text, because: "这一列不是序号、任务、责任单位、时限" });
      });
      found.rows.push({
        printed: fold(cell("number")),
        text: cell("text"),
        bureaus,
        deadline: cell("deadline"),
      });
    }
  }
  return found;
}

const joined = (before: string, more: string): string =>
  more === "" || before === more ? before : before === "" ? more : `${before}、${more}`;

function reasonNot(line: Line, header: Line, text: string, responsible: string): string | undefined {
  if (isSame(line, header)) return "重复的表头";
  const printed = printedOf(line);
  if (NOTE.test(printed[0]!)) return "注";
  const reason = printed.length === 1 ? reasonToLeave(printed[0]!) : undefined;
  if (reason !== undefined) return reason;
  if (fold(text) === "") return "这一行没有任务";
  return printed.length === 1 && fold(responsible) === "" && line.cells.length > 1
    ? "分类标题；任务表不分类"
    : undefined;
}

/** Who is responsible, and until when, at the end of a sentence; null where that is not said. */
function endOf(whole: string): { at: number; bureaus: string; deadline: string } | null {
  const match = RESPONSIBLE_AT_END.exec(whole);
  if (!match) return null;
  const said = match[1]!;
  const deadline = DEADLINE_PART.exec(said)?.[1]?.trim() ?? "";
  const bureaus = said.replace(DEADLINE_PART, "").trim();
  const parts = bureaus.split(/[；;]/);
  const isClosed = /^[^（(]*[）)]/.test(bureaus.replace(/[（(][^（()）]*[)）]/g, ""));
  if (isClosed || !parts.every((part) => PART_LABEL.test(part.trim()))) return null;
  return { at: match.index, bureaus: parts.length > 1 ? bureaus : bureaus.replace(PART_LABEL, ""), deadline };
}

/** Tasks without a header: sentences that name who is responsible, or columns known by what they hold. */
function rowsWithout({ lines }: List, questions: Questions): Found | undefined {
  const found: Found = { rows: [], left: [] };
  for (const line of lines) {
    const whole = printedOf(line).join(" ");
    const end = endOf(whole);
    const text = end ? whole.slice(0, end.at).trim() : whole;
    const printed = NUMBER.exec(text)?.[1] ?? "";
    if (end)
      found.rows.push({
        printed,
        text: text.replace(NUMBER, ""),
        bureaus: { lead: "", responsible: end.bureaus, helpers: "" },
        deadline: end.deadline,
      });
    else found.left.push({ line: line.line, text: whole, because: "没有写责任单位" });
  }
  return found.rows.length > 0 ? found : byContent(lines, questions);
}

function byContent(lines: readonly Line[], questions: Questions): Found | undefined {
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const share = (column: number, test: (text: string) => boolean): number =>
    lines.filter(({ cells }) => test(fold(cells[column]?.text ?? ""))).length / lines.length;
  const columns = Array.from({ length: Math.min(width, 12) }, (_, i) => i);
  const first = (test: (text: string) => boolean, but: readonly (number | undefined)[]): number | undefined =>
    columns.find((i) => !but.includes(i) && share(i, test) >= 0.6);
  const number = first((text) => /^\d{1,4}$/.test(text), []);
  const deadline = first((text) => DEADLINE.test(text), [number]);
  const responsible = first((text) => BUREAU.test(text.split(/[、，,；;]/)[0]!), [number, deadline]);
  const text = columns
    .filter((i) => ![number, deadline, responsible].includes(i))
    .sort((a, b) => share(b, (own) => own.length >= 6) - share(a, (own) => own.length >= 6))[0];
  if (text === undefined || responsible === undefined) return undefined;
  const id = questions.ask({
    id: "task columns",
    place: "整张表",
    printed: printedOf(lines[0]!).join("  "),
    asks: "表没有表头，哪一列是任务，哪一列是责任单位？",
    proposals: [
      {
        id: "read",
        words: `第 ${text + 1} 列是任务，第 ${responsible + 1} 列是责任单位`,
        follows: "按这样读",
      },
      {
        id: "other",
        words: `第 ${responsible + 1} 列是任务，第 ${text + 1} 列是责任单位`,
        follows: "按这样读",
      },
    ],
  });
  const [task, unit] = id === "read" ? [text, responsible] : [responsible, text];
  const places = new Map<Key, number>([
    ["text", task],
    ["responsible", unit],
  ]);
  if (number !== undefined) places.set("number", number);
  if (deadline !== undefined) places.set("deadline", deadline);
  const { rows, left } = rowsUnder(
    { lines: [{ line: 0, cells: [{ text: "表头" }] }, ...lines], left: [] },
    0,
    places,
  );
  return { rows, left };
}
