import {
  briefingToCopy,
  makeBriefing,
  results,
  type ResultsRead,
  type ResultsState,
  saveBriefing,
  savesFiles,
  setVocabulary,
} from "../../commands";
import { Button, Copy, useShown } from "../controls";
import { MadeFile } from "../made-file";
import { isDue, MadeLine } from "./made";

type Vocabulary = ResultsState["vocabulary"];

const VOCABULARIES: readonly [id: Vocabulary, words: string, example: string][] = [
  ["schedule", "序时", "达到序时、滞后等"],
  ["midterm", "中期评估", "快于预期、滞后于预期等"],
];

/** 口径: in which words the bulletin says how indicators stand. */
const Choice = ({ vocabulary }: { vocabulary: Vocabulary }) => (
  <fieldset class="group">
    <legend>口径</legend>
    {VOCABULARIES.map(([id, words, example]) => (
      <label key={id}>
        <input
          type="radio"
          name="vocabulary"
          checked={id === vocabulary}
          onChange={() => void setVocabulary(id)}
        />{" "}
        {words} <span class="quiet">{example}</span>
      </label>
    ))}
  </fieldset>
);

const CANNOT_SAVE = "document-cannot";

/** 通报: as sheets, as a document, and as text. */
export function Briefing({ briefing, hasBriefing }: Pick<ResultsRead, "briefing" | "hasBriefing">) {
  const { vocabulary, file } = useShown(results);
  const saves = savesFiles();
  return (
    <section class="group" aria-label="通报">
      <h2>通报</h2>
      <MadeLine made={briefing} act="生成" stale="“进展通报”表上还是生成时的数" />
      <Choice vocabulary={vocabulary} />
      <div class="actions">
        <Button main={isDue(briefing)} onClick={() => void makeBriefing()}>
          生成通报
        </Button>
        <Button notYet={saves ? undefined : CANNOT_SAVE} onClick={() => void saveBriefing()}>
          保存通报文档
        </Button>
        {hasBriefing && <Copy label="复制通报文字" text={briefingToCopy} />}
      </div>
      {!saves && (
        <p id={CANNOT_SAVE} class="hint">
          Mac 版 Excel 的窗格不能保存文档：请用“进展通报”表，或复制通报文字，粘贴到 Word。
        </p>
      )}
      {file && <MadeFile label="通报文档" file={file} atOnce />}
    </section>
  );
}
