import { isUnit as isKnownUnit } from "../../plan";
import type { Cell, Grid, Heading, Line } from "./grid";
import { AREAS, GRADE, HEADERS, type HeaderRole, lookOf, plain } from "./words";

const IN_BRACKETS = /[(（]([^()（）]*)[)）]/g;
const AT_END = /[(（]([^()（）]{1,12})[)）](?=[*①-⑳\d]*$)/;
const YEAR = /(?:^|\D)((?:19|20)\d\d)(?!\d)/;
const FIVE_YEARS = "一二三四五六七八九十";

/** The last year of a five-year plan that a text names: “十四五” ends in 2025. */
export function endOfPlan(text: string): number | undefined {
  const match = /十([一二三四五六七八九])五/.exec(plain(text));
  return match ? 2005 + 5 * FIVE_YEARS.indexOf(match[1]!) + 5 : undefined;
}

const isUnit = (text: string): boolean => isKnownUnit(text) || /^[^\d\s]+[/／][^\s]+$/.test(text);

const YEAR_ROLES: readonly (readonly [HeaderRole, RegExp])[] = [
  ["baseline", /[(（](基期|基准|基数|基年|现状|现值|实际|实绩|完成|预计)/],
  ["target", /[(（](目标|规划|预期)/],
];

/** 2025年目标（年均增长%） */
const GROWTH_BEHIND = /[(（][^()（）]*(年均|增长|增速|增幅)/;
const SPAN = /(?:19|20)\d\d年?[-—–~至到]((?:19|20)\d\d)/;
/** 2026—2030年, “十五五”时期: what is counted over all of it, or how it stands at its end. */
const PERIOD =
  /^(?:(?:19|20)\d\d年?[-—–~至到](?:19|20)\d\d年?|[“"]?十[一二三四五六七八九]五[”"]?(?=.*(?:时期|期间)))(?:规划)?(?:时期|期间)?(?:目标|合计|完成)?(?:数|值)?$/;
const SHARE = /(%|‰|个?百分点)[)）]?$/;

const roleOf = (text: string): HeaderRole | undefined => HEADERS.find(([, words]) => words.test(text))?.[0];

/** 全市2025年 is a year as 2025年 is. */
function roleAnywhere(text: string): HeaderRole | undefined {
  const role = roleOf(text);
  if (role) return role;
  const area = AREAS.find((words) => words.test(text));
  const rest = area ? roleOf(text.replace(area, "")) : undefined;
  return rest === "year" || rest === "target" || rest === "baseline" ? rest : undefined;
}

/** What a header says: role, year, unit, and of what its numbers are. */
export function headingOf(header: string): Heading {
  const whole = plain(header);
  const bare = whole.replace(IN_BRACKETS, "").replace(/[〔[【]([^〕\]】]*)[〕\]】]/g, "$1");
  const named = bare === "" ? whole.replace(/[(（)）]/g, "") : bare.replace(/(\D)\d{1,2}$/, "$1");
  const said = roleAnywhere(named);
  const isPeriod = PERIOD.test(named);
  const role = isPeriod && said === undefined ? "year" : roleBehind(said, whole);
  const year =
    Number(SPAN.exec(whole)?.[1] ?? YEAR.exec(whole)?.[1]) ||
    (role === "growth" || role === "year" || /目标|末|规划/.test(named) ? endOfPlan(named) : undefined);
  const printed = AT_END.exec(whole)?.[1] ?? "";
  const unit = isUnit(printed) ? printed : role === "growth" ? SHARE.exec(whole)?.[1] : undefined;
  return {
    role,
    header,
    ...(role && YEARLY.includes(role) && year ? { year } : {}),
    ...(role && unit ? { unit } : {}),
    ...(isPeriod ? { of: "period" } : role === "growth" || role === "target" ? sumOf(whole) : {}),
  };
}

const YEARLY: readonly HeaderRole[] = ["baseline", "target", "growth", "year"];

/** The role that the bracket behind a year or a target makes plainer: 2020年（基期）. */
function roleBehind(said: HeaderRole | undefined, whole: string): HeaderRole | undefined {
  if ((said === "target" && GROWTH_BEHIND.test(whole)) || (said === "year" && /[(（]年均/.test(whole)))
    return "growth";
  return said === "year" ? (YEAR_ROLES.find(([, words]) => words.test(whole))?.[0] ?? said) : said;
}

function sumOf(text: string): { of?: "cumulative" | "average" } {
  const cumulative = /累计|五年新增/.test(text);
  const average = /年均|平均|增速|增长率/.test(text);
  return cumulative === average ? {} : { of: cumulative ? "cumulative" : "average" };
}

/** Roles that make a row a header together with any other. */
const TELLING: readonly (HeaderRole | undefined)[] = [
  "name",
  "target",
  "baseline",
  "year",
  "growth",
  "responsible",
];

const LONGEST = 40;
/** Numbers other than years. */
const NO_HEADING = /^(?!(?:19|20)\d\d$)[\d.,%<>≥≤〔〕 -]+$/;

/** 2025, which may be a year or a value. */
const BARE_YEAR = /^(19|20)\d\d$/;
/** An indicator's name has its unit with it: 重点项目（个）. */
export const hasUnit = (text: string): boolean => {
  const unit = AT_END.exec(plain(text))?.[1];
  return unit !== undefined && isKnownUnit(unit);
};

/** Headings of what a table is about, beside which a bare year is one. */
const STANDS_BY_YEAR: readonly (HeaderRole | undefined)[] = ["name", "number", "unit", "section", "place"];

/** What heads the column of names, and is no name itself. */
const HEADS_NAMES = /^(序号|指标|指标名称|指标内容|项目名称|名称)$/;

const isGrade = (text: string): boolean => GRADE.test(plain(text).replace(IN_BRACKETS, ""));

/** 优秀, 良好, 合格 beside 指标. */
const isGraded = (texts: readonly string[]): boolean =>
  texts.filter(isGrade).length >= 2 && texts.some((text) => HEADS_NAMES.test(plain(text)));

/** A row whose cells mostly are header words, two or more. */
export function isHeader(texts: readonly string[]): boolean {
  const printed = texts.filter((text) => text.trim() !== "");
  if (isGraded(printed)) return true;
  const roles = printed.map((text) =>
    text.length <= LONGEST && !NO_HEADING.test(text) ? headingOf(text).role : undefined,
  );
  const known = roles.filter(Boolean);
  return (
    known.length >= 2 &&
    known.length * 2 >= printed.length &&
    known.some((role) => TELLING.includes(role)) &&
    // a row of values such as 2010 and 2020 is none
    known.some((role) => role !== "year") &&
    (!printed.some((text) => BARE_YEAR.test(plain(text))) ||
      printed.some((text, i) => STANDS_BY_YEAR.includes(roles[i]) && !hasUnit(text))) &&
    new Set(printed.map(plain)).size >= 2 &&
    !printed.some((text) => NO_HEADING.test(text) && /\d/.test(text)) &&
    // of several to be ticked each has a column
    new Set(printed.filter((text) => lookOf(text) === "attribute").map(plain)).size !== 1
  );
}

/** A row below the header that is one again: it has the first one's word for the names, or no value. */
export function isFurtherHeader(header: readonly Line[], { cells }: Pick<Line, "cells">): boolean {
  const texts = cells.map(({ text }) => text);
  if (!isHeader(texts)) return false;
  const own = header.flatMap((row) => row.cells.map(({ text }) => text));
  const names = own.filter((text) => headingOf(text).role === "name").map(plain);
  return (
    texts.some((text) => names.includes(plain(text)) || HEADS_NAMES.test(plain(text))) ||
    !texts.some((text) => ["value", "attribute"].includes(lookOf(text)))
  );
}

/** Index of the row with which the header begins; -1 where none is. */
export const headerAt = (lines: readonly Line[], most = 40): number =>
  lines.slice(0, most).findIndex(({ cells }) => isHeader(cells.map(({ text }) => text)));

const isBlank = (cell: Cell | undefined): boolean => plain(cell?.text ?? "") === "";

/** （万吨） below a heading. */
const isUnitOfColumn = (text: string): boolean => {
  const inner = /^[(（](.+)[)）]$/.exec(plain(text))?.[1];
  return inner !== undefined && isKnownUnit(inner);
};

/** What divides the columns of a year: 最低 and 最高, 全国 and 全市, 总量 and 增速. */
const DIVIDES = /^(最[低高]|[上下]限|总量|总额|绝对[值额量数]|增[速幅]|增长率?)(值)?$/;

/** Below a name's head that is merged downwards stands header only, as long as it looks like no value. */
function isBelowMerged(above: Line, line: Line, own: readonly Cell[]): boolean {
  const name = above.cells.findIndex(({ text }) => headingOf(text).role === "name");
  const [top, cell] = [above.cells[name], line.cells[name]];
  if (!top || !cell || own.length < 2 || own.some(({ text }) => lookOf(text) === "value")) return false;
  if (cell.from === "above") return true;
  const known = own.filter(
    ({ text }) =>
      DIVIDES.test(plain(text)) ||
      headingOf(text).role !== undefined ||
      AREAS.some((words) => plain(text).replace(words, "") === ""),
  );
  return isBlank(cell) && known.length === own.length;
}

/** A second row of header: nothing but header words, under a heading that is merged or under a blank. */
function goesOn(above: Line, line: Line | undefined): boolean {
  if (!line) return false;
  const own = line.cells.filter((cell) => cell.from !== "above" && !isBlank(cell));
  if (isBelowMerged(above, line, own)) return true;
  const merged = line.cells.some(
    (cell, i) => cell.from === "above" || isBlank(cell) !== isBlank(above.cells[i]),
  );
  return (
    own.length > 0 &&
    merged &&
    own.every(
      ({ text }) =>
        isUnitOfColumn(text) ||
        (headingOf(text).role !== undefined &&
          !["attribute", "value"].includes(lookOf(text).replace("value", YEAR.test(text) ? "" : "value"))),
    )
  );
}

export interface Header {
  readonly headings: readonly Heading[];
  /** rows of the header: first, and the first after it */
  readonly from: number;
  readonly to: number;
}

/** The header that begins at a row: one line, or several joined down each column. */
export function readHeader({ lines }: Pick<Grid, "lines">, from: number): Header {
  let to = from + 1;
  while (to < from + 4 && goesOn(lines[to - 1]!, lines[to])) to++;
  const rows = lines.slice(from, to);
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const first = rows[0]!.cells.map(({ text }) => text);
  const headings = Array.from({ length: width }, (_, column): Heading => {
    const texts = rows
      .map((row, depth) => spread(row, column, rows[depth + 1]))
      .filter((text) => text !== "");
    const heading = headingOf(texts.filter((text, i) => text !== texts[i - 1]).join(" "));
    return isGrade(heading.header) && isGraded(first) ? { ...heading, role: "target" } : heading;
  });
  return { headings, from, to };
}

/** A heading stands above all that a lower row divides it into, though its cells are not said to be merged. */
function spread(row: Line, column: number, below: Line | undefined): string {
  const text = row.cells[column]?.text ?? "";
  if (text !== "" || !below || isBlank(below.cells[column])) return text;
  for (let i = column - 1; i >= 0; i--) if (!isBlank(row.cells[i])) return row.cells[i]!.text;
  return "";
}

/** The same texts, spaces and forms of characters apart. */
export const isSame = (a: Line, b: Line): boolean =>
  a.cells.length === b.cells.length &&
  a.cells.every(({ text }, i) => plain(text) === plain(b.cells[i]!.text));
