import type { MergeItem, ToldItem, ToldOption } from "../../commands";

const titleOf = ({ key, name, header, table, period }: MergeItem): string =>
  `${period === undefined ? "" : `历史数据 ${period}：`}${table === "tasks" ? `任务 ${key}` : key} ${name}·${header}`;

const sources = ({ from }: ToldOption): string =>
  from.map(({ bureau, file, address }) => `${bureau}，${file} ${address}`).join("；");

/** What is said of an option beside its value. */
function remark({ kind, held }: ToldOption): string {
  if (kind === "reading") return "（改正后）";
  return held.length > 0 ? `（原样，强制：${held.join("；")}）` : "";
}

interface ItemProps {
  told: ToldItem;
  /** the option's id; null: none is taken; undefined: not decided */
  choice: string | null | undefined;
  onChoose: (choice: string | null) => void;
}

/** A value that is written unless the user leaves it out. */
export const Change = ({ told: { item, old, options, usual }, choice, onChoose }: ItemProps) => {
  const option = options.find(({ id }) => id === usual)!;
  return (
    <li class="card">
      <label class="item">
        <span>
          <input
            type="checkbox"
            checked={choice !== null}
            onChange={({ currentTarget }) => onChoose(currentTarget.checked ? option.id : null)}
          />{" "}
          <b>{titleOf(item)}</b>
        </span>
        <span>
          {item.old !== "" && `${old} → `}
          {option.words}
        </span>
        <span class="quiet">{sources(option)}</span>
      </label>
    </li>
  );
};

const keeping = ({ item, old }: ToldItem): string => {
  if (item.old === "") return "不写入";
  if (item.period !== undefined) return `保留已归档的 ${old}`;
  return `保留本表的 ${old}${item.oldFrom.length > 0 ? `（${item.oldFrom.join("、")}）` : "（表中填写）"}`;
};

/** A cell about which someone has to decide; nothing is chosen until someone does. */
export const Choice = ({ told, choice, onChoose }: ItemProps) => {
  const { item, options } = told;
  const rows: [string | null, string, string][] = [
    [null, keeping(told), ""],
    ...options.map((option): [string, string, string] => [
      option.id,
      `${option.words}${remark(option)}`,
      sources(option),
    ]),
  ];
  return (
    <li class="card">
      <fieldset class="item">
        <legend>
          <b>{titleOf(item)}</b>
        </legend>
        {rows.map(([id, words, source]) => (
          <label key={id ?? ""}>
            <input type="radio" name={item.id} checked={choice === id} onChange={() => onChoose(id)} />{" "}
            {words} <span class="quiet">{source}</span>
          </label>
        ))}
      </fieldset>
    </li>
  );
};

/** A value that the workbook has already. */
export const Same = ({ told: { item, old } }: { told: ToldItem }) => (
  <li class="card">
    <div class="item">
      <b>{titleOf(item)}</b>
      <span>{old}</span>
    </div>
  </li>
);
