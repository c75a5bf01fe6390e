import type { ErrorCode } from "../../host/errors";
import type { Faults } from "../../host/faults";
import type { Host } from "../../host/host";
import { type MannerName, MANNERS, usualManners } from "../../host/manners";
import { element } from "./element";

const CODES: ErrorCode[] = [
  "AccessDenied",
  "GeneralException",
  "InvalidArgument",
  "InvalidOperation",
  "ItemAlreadyExists",
  "ItemNotFound",
  "ApiNotFound",
];
const OLDER_SETS = Array.from({ length: 13 }, (_, i) => `1.${i + 1}`);

/** What is wrong now, in words. */
function words({ failAction, dropAnswer, delay, refuseAll, excelApi }: Faults, locked: boolean): string[] {
  const request = (skip = 0): string => (skip === 0 ? "下一次请求" : `再过 ${skip} 次后的请求`);
  return [
    failAction && `${request(failAction.skip)}的第 ${failAction.index + 1} 个动作失败（${failAction.code}）`,
    dropAnswer && `${request(dropAnswer.skip)}的应答丢失`,
    delay && `每次应答晚 ${delay} 毫秒`,
    refuseAll && "单元格正在编辑，拒绝一切请求",
    excelApi && `只有 ExcelApi ${excelApi}`,
    locked && "工作簿结构受保护",
  ].filter((text) => typeof text === "string");
}

/** One box per manner of Excel. */
const mannerBoxes = ({ manners }: Host): Map<MannerName, HTMLInputElement> =>
  new Map(
    (Object.keys(MANNERS) as MannerName[]).map((name) => {
      const box = element("input", { type: "checkbox" });
      box.addEventListener("change", () => (manners[name] = box.checked));
      return [name, box];
    }),
  );

const labelled = (label: string, control: HTMLElement): HTMLLabelElement =>
  element("label", {}, label, control);

const number = (value: number, min: number): HTMLInputElement =>
  element("input", { type: "number", min: String(min), value: String(value) });

const select = (options: readonly string[]): HTMLSelectElement =>
  element("select", {}, ...options.map((option) => element("option", { value: option }, option)));

function button(label: string, act: () => void): HTMLButtonElement {
  const made = element("button", { type: "button" }, label);
  made.addEventListener("click", act);
  return made;
}

/** The controls of fault injection, with a line that says what is wrong now. `reload` loads the add-in anew. */
export function faultControls(host: Host, reload: () => void): { view: HTMLElement; refresh: () => void } {
  const { faults, workbook, manners } = host;
  const boxes = mannerBoxes(host);
  const skip = number(1, 1);
  const index = number(1, 1);
  const code = select(CODES);
  const late = number(3000, 0);
  const older = select(OLDER_SETS);
  const status = element("p", { role: "status" });
  const refresh = (): void => {
    for (const [name, box] of boxes) box.checked = manners[name];
    const now = words(faults, workbook.password !== null);
    status.textContent = now.length > 0 ? `生效中：${now.join("；")}` : "没有故障";
  };
  const set = (change: () => void) => () => {
    change();
    refresh();
  };
  const whichRequest = (): number => Math.max(0, Number(skip.value) - 1);
  const clear = (): void => {
    const again = faults.excelApi !== undefined;
    for (const name of Object.keys(faults) as (keyof Faults)[]) delete faults[name];
    Object.assign(manners, usualManners());
    workbook.password = null;
    if (again) reload();
  };
  const claim = (): void => {
    faults.excelApi = older.value;
    reload();
  };
  const failAction = (): void => {
    const at = Math.max(0, Number(index.value) - 1);
    faults.failAction = { skip: whichRequest(), index: at, code: code.value as ErrorCode };
  };
  const rows: (Node | string)[][] = [
    [labelled("第几次请求 ", skip), labelled("第几个动作 ", index), labelled("错误 ", code)],
    [
      button("让这个动作失败", set(failAction)),
      button(
        "让这次应答丢失",
        set(() => (faults.dropAnswer = { skip: whichRequest() })),
      ),
      button(
        "拒绝一切（正在编辑）",
        set(() => (faults.refuseAll = "InvalidOperationInCellEditMode")),
      ),
      button(
        "保护工作簿结构",
        set(() => (workbook.password = "")),
      ),
    ],
    [
      labelled("应答晚（毫秒） ", late),
      button(
        "设定",
        set(() => (faults.delay = Number(late.value))),
      ),
      labelled("ExcelApi ", older),
      button("换成这个版本并重载窗格", set(claim)),
      button("清除全部故障", set(clear)),
    ],
    ["Excel 的脾气 ", ...[...boxes].map(([name, box]) => labelled(MANNERS[name].words, box))],
  ];
  const view = element("div", {}, ...rows.map((row) => element("div", { class: "row" }, ...row)), status);
  refresh();
  return { view, refresh };
}
