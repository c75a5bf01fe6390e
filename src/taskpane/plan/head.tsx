import { type DraftHead, refusesYear, setHead } from "../../commands";
import { TextField } from "../controls";

/** 规划名称, 地区 and years as read; they can be changed. */
export const Head = ({ name, place, stage, baselineYear, targetYear }: DraftHead) => (
  <>
    <TextField
      label="规划名称"
      value={name}
      placeholder="例如 寿县“十五五”规划"
      onChange={(text) => setHead({ name: text })}
    />
    <div class="pair">
      <TextField
        label="地区"
        value={place}
        placeholder="例如 寿县"
        onChange={(text) => setHead({ place: text })}
      />
      <TextField
        label="阶段"
        value={stage}
        placeholder="例如 征求意见稿"
        onChange={(text) => setHead({ stage: text })}
      />
      <TextField
        label="基期年"
        value={String(baselineYear)}
        refuses={refusesYear}
        onChange={(text) => setHead({ baselineYear: Number(text) })}
      />
      <TextField
        label="目标年"
        value={String(targetYear)}
        refuses={refusesYear}
        onChange={(text) => setHead({ targetYear: Number(text) })}
      />
    </div>
  </>
);
