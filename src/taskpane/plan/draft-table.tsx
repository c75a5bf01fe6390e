import type { DraftIndicator, Question } from "../../commands";
import { More } from "../controls";
import { markId } from "./jump";
import { type Asked, askedOf, isOfName, type Shown, shownColumns, shownRows } from "./rows";

interface MarkProps extends Asked {
  isOpen: boolean;
  onAsk: (number: number) => void;
}

/** Beside a doubtful cell: leads to its question. */
const Mark = ({ question, number, isOpen, onAsk }: MarkProps) => (
  <button
    type="button"
    id={markId(number)}
    class="doubt-mark"
    aria-label={`${isOpen ? "待确认" : "已确认"} ${number + 1}：${question.asks}`}
    title={question.asks}
    onClick={() => onAsk(number)}
  >
    {isOpen ? "？" : "✓"}
    {number + 1}
  </button>
);

interface CellProps {
  words: string;
  asked: readonly Asked[];
  isOpen: (question: Question) => boolean;
  onAsk: (number: number) => void;
}

/** What stands in a cell, and what is asked about it. */
const Content = ({ words, asked, isOpen, onAsk }: CellProps) => (
  <>
    {words}
    {asked.map((one) => (
      <Mark key={one.question.id} {...one} isOpen={isOpen(one.question)} onAsk={onAsk} />
    ))}
  </>
);

const doubtOf = (asked: readonly Asked[], isOpen: CellProps["isOpen"]): string | undefined =>
  asked.length === 0 ? undefined : asked.some(({ question }) => isOpen(question)) ? "open" : "settled";

const Name = ({ code, name, unit, partOf }: DraftIndicator) => (
  <>
    <span class="quiet">{code}</span> {partOf !== "" && <span class="mark">其中</span>} {name}
    {unit !== "" && <span class="quiet">（{unit}）</span>}
  </>
);

interface DraftTableProps extends Shown {
  /** those of the questions that nobody has answered */
  open: readonly Question[];
  /** at most so many indicators; the rest on demand */
  most: number;
  onAll: () => void;
  onAsk: (number: number) => void;
}

/** The draft as it would stand on the sheet 规划指标; what is doubtful is marked and leads to its question. */
export function DraftTable({ open, most, onAll, onAsk, ...shown }: DraftTableProps) {
  const columns = shownColumns(shown);
  const asked = askedOf(shown.questions);
  const unanswered = new Set(open.map(({ id }) => id));
  const isOpen = ({ id }: Question): boolean => unanswered.has(id);
  const { indicators } = shown;
  return (
    <div class="group">
      <div class="wide" tabIndex={0} role="region" aria-label="规划草稿表，可横向滚动">
        <table aria-label="规划草稿" class="draft">
          <thead>
            <tr>
              <th scope="col">指标</th>
              {columns.map(({ header }) => (
                <th key={header} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shownRows(shown, most).map((row, place) => {
              if ("section" in row)
                return (
                  <tr key={`section ${place}`}>
                    <th colSpan={columns.length + 1} scope="rowgroup">
                      <span>{row.section}</span>
                    </th>
                  </tr>
                );
              const indicator = indicators[row.at]!;
              const here = asked.get(row.at) ?? [];
              const ofName = here.filter(({ question }) => isOfName(question.cell!.column));
              return (
                <tr key={row.at}>
                  <th scope="row" data-doubt={doubtOf(ofName, isOpen)}>
                    <Name {...indicator} />
                    <Content words="" asked={ofName} isOpen={isOpen} onAsk={onAsk} />
                  </th>
                  {columns.map(({ header, text, holds, isLong }) => {
                    const ofCell = here.filter(({ question }) => holds(question.cell!.column));
                    return (
                      <td key={header} class={isLong && "long"} data-doubt={doubtOf(ofCell, isOpen)}>
                        <Content words={text(indicator)} asked={ofCell} isOpen={isOpen} onAsk={onAsk} />
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <More all={indicators.length} shown={most} measure="行" onAll={onAll} />
    </div>
  );
}
