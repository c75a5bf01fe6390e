import { type Change, changeWords } from "../ledger";
import {
  type Alike,
  byBureaus,
  byFields,
  type IndicatorStanding,
  type Summary,
  type Tally,
  tallyOf,
  type Vocabulary,
} from "../summary";
import { NO_BUREAU } from "../report";
import { count, joined, named, type Piece, type Sentence, shareOf, some, words } from "./piece";

/* What a bulletin says of the indicators, sentence by sentence. */

const present = <T extends Alike>(all: readonly T[]): T[] => all.filter(({ items }) => items.length > 0);

/** `，已填报20项，未填报9项`, or that all or none are. */
function filledWords({ all, filled, missing }: Pick<Tally, "all" | "filled" | "missing">): Piece[] {
  if (all.length === 0) return [];
  if (missing.length === 0) return [words("，全部填报")];
  if (filled.length === 0) return [words("，均未填报")];
  return [words("，已填报"), ...some(filled), words("，未填报"), ...some(missing)];
}

/** `已达标2项、滞后4项` */
const counted = (all: readonly Alike[]): Piece[] =>
  joined(
    present(all).map(({ word, items }) => [words(word), ...some(items)]),
    "、",
  );

/** `可评价的10项中，已达标2项，占20.0%；滞后4项，占40.0%。` */
function classSentence({ judged, classes }: Tally): Sentence[] {
  if (judged.length === 0) return [];
  const classed = present(classes);
  const [only] = classed;
  if (classed.length === 1 && only)
    return [[words("可评价的"), ...some(judged), words(`均为${only.word}。`)]];
  const parts = classed.map(({ word, items, share }) => [
    words(word),
    ...some(items),
    ...shareOf(share, items.length, judged.length),
  ]);
  return [[words("可评价的"), ...some(judged), words("中，"), ...joined(parts, "；"), words("。")]];
}

/** `另有3项未作评价：无基期1项、不评价2项。` */
function unjudgedSentence({ unjudged }: Tally): Sentence[] {
  const items = unjudged.flatMap((one) => one.items);
  if (items.length === 0) return [];
  return [[words("另有"), ...some(items), words("未作评价："), ...counted(unjudged), words("。")]];
}

/** One sentence of the ledger's, traced to what it tells. */
export const changeSentence = (changes: readonly Change[]): Sentence[] =>
  changes.length === 0 ? [] : [[{ text: changeWords(changes), trace: { kind: "changes", changes } }]];

/** 总体情况 of the indicators. */
export function overallSentences(
  indicators: readonly IndicatorStanding[],
  vocabulary: Vocabulary,
  final: boolean,
): Sentence[] {
  const tally = tallyOf(indicators, vocabulary, final);
  const all: Sentence =
    tally.all.length === 0
      ? [words("没有纳入通报的指标。")]
      : [words("纳入通报的指标"), ...some(tally.all), ...filledWords(tally), words("。")];
  return [all, ...classSentence(tally), ...unjudgedSentence(tally)];
}

/** 分领域: a sentence each; none where the plan has no fields. */
export const fieldSentences = (
  indicators: readonly IndicatorStanding[],
  vocabulary: Vocabulary,
  final: boolean,
): Sentence[] =>
  byFields(indicators).map(({ name, items }) => {
    const tally = tallyOf(items, vocabulary, final);
    const standing = counted(tally.classes);
    const unjudged = tally.unjudged.flatMap((one) => one.items);
    return [
      named(name),
      words("领域"),
      ...some(items),
      ...filledWords(tally),
      ...(standing.length > 0 ? [words("；其中"), ...standing] : []),
      ...(unjudged.length > 0 ? [words("；未作评价"), ...some(unjudged)] : []),
      words("。"),
    ];
  });

/** `市住建局1项（共同负责1项）` */
function bureauParts(lagging: readonly IndicatorStanding[], { plan }: Summary): Sentence[] {
  const groups = byBureaus(lagging, plan).sort((a, b) => b.items.length - a.items.length);
  return groups.map(({ name, items }) => {
    const joint = items.filter(({ bureaus }) => bureaus.length > 1);
    const shared = joint.length === 0 ? [] : [words("（共同负责"), ...some(joint), words("）")];
    return [named(name), ...some(items), ...shared];
  });
}

/** What is said above the table of what lags. */
export function laggingSentences(summary: Summary, vocabulary: Vocabulary): Sentence[] {
  const { judged, lagging } = tallyOf(summary.indicators ?? [], vocabulary, summary.final);
  if (judged.length === 0) return [[words("没有可以评价的指标。")]];
  if (lagging.length === 0) return [[words("可评价的指标中没有滞后的。")]];
  const severe = lagging.filter(({ status }) => status === "severe");
  const bureaus = new Set(lagging.flatMap((one) => one.bureaus).filter((name) => name !== NO_BUREAU));
  const worst = severe.length === 0 ? [] : [words("（其中严重滞后"), ...some(severe), words("）")];
  const answer: Piece[] =
    bureaus.size === 0
      ? [words("，规划没有写明责任部门。")]
      : [
          words("，涉及"),
          { text: String(bureaus.size), trace: { kind: "bureaus", items: lagging } },
          words("个责任部门："),
          ...joined(bureauParts(lagging, summary), "，"),
          words("。"),
        ];
  return [[words("滞后指标"), count(lagging), words("项"), ...worst, ...answer]];
}
