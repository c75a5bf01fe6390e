import { mergeLocales } from "@univerjs/core";
import validation from "@univerjs/data-validation/locale/zh-CN";
import design from "@univerjs/design/locale/zh-CN";
import docsUi from "@univerjs/docs-ui/locale/zh-CN";
import conditionalUi from "@univerjs/sheets-conditional-formatting-ui/locale/zh-CN";
import sheetsValidationUi from "@univerjs/sheets-data-validation-ui/locale/zh-CN";
import sheetsValidation from "@univerjs/sheets-data-validation/locale/zh-CN";
import formulaUi from "@univerjs/sheets-formula-ui/locale/zh-CN";
import formula from "@univerjs/sheets-formula/locale/zh-CN";
import numfmtUi from "@univerjs/sheets-numfmt-ui/locale/zh-CN";
import sheetsUi from "@univerjs/sheets-ui/locale/zh-CN";
import sheets from "@univerjs/sheets/locale/zh-CN";
import ui from "@univerjs/ui/locale/zh-CN";

/** Texts that Univer asks for and no language file of its has. */
const MISSING: Record<string, string> = {
  "ui.ribbon.menu": "功能区",
  // the functions of the add-in are those of the user
  "sheets-formula-ui.functionType.user": "一指填报",
  "sheets-ui.borderLine.borderTlbr": "左上至右下斜线",
  "sheets-ui.borderLine.borderTlbcTlmr": "左上角两条斜线",
  "sheets-ui.borderLine.borderTlbrTlbcTlmr": "左上角三条斜线",
  "sheets-ui.borderLine.borderBlTr": "左下至右上斜线",
  "sheets-ui.borderLine.borderMltrBctr": "右上角两条斜线",
  "sheets-ui.merge.confirm.warning": "拆开合并单元格",
  "sheets-ui.merge.confirm.dismantleMergeCellWarning": "一些合并单元格会被拆开。要继续吗？",
  "sheets-ui.filter.confirm.error": "不能插入",
  "sheets-ui.filter.confirm.notAllowedToInsertRange": "所选区域有筛选，请先取消筛选，再移动单元格。",
  "sheets-ui.info.error": "数字是文本",
  "sheets-ui.info.forceStringInfo": "以文本形式存储的数字",
  "sheets-formula.progress.analyzing": "分析公式",
  "sheets-formula.progress.calculating": "计算公式",
  "sheets-formula.progress.array-analysis": "分析数组公式",
  "sheets-formula.progress.array-calculation": "计算数组公式",
  "sheets-formula.progress.done": "计算完成",
  ...parameters("LET", {
    name1: ["名称1", "第一个名称，以字母或汉字开头。"],
    nameValue1: ["值1", "名称1的值。"],
    calculationOrName2: ["计算或名称2", "用到以上名称的计算，须是最后一个参数；或第二个名称。"],
    nameValue2: ["值2", "名称2的值。"],
    calculationOrName3: ["计算或名称3", "用到以上名称的计算，须是最后一个参数；或第三个名称。"],
  }),
};

function parameters(name: string, texts: Record<string, [string, string]>): Record<string, string> {
  const at = `sheets-formula.functionList.${name}.functionParameter`;
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, [label, detail]]) => [
      [`${at}.${key}.name`, label],
      [`${at}.${key}.detail`, detail],
    ]),
  );
}

interface Texts {
  [key: string]: string | Texts;
}

/** Puts a text where a key such as `ui.ribbon.menu` looks for it. */
function put(texts: Texts, key: string, text: string): void {
  const path = key.split(".");
  const last = path.pop()!;
  const place = path.reduce((at, name) => (at[name] ??= {}) as Texts, texts);
  place[last] = text;
}

/** Univer's texts in Chinese. */
export const CHINESE = structuredClone(
  mergeLocales(
    validation,
    design,
    docsUi,
    conditionalUi,
    sheetsValidationUi,
    sheetsValidation,
    formulaUi,
    formula,
    numfmtUi,
    sheetsUi,
    sheets,
    ui,
  ),
);
for (const [key, text] of Object.entries(MISSING)) put(CHINESE, key, text);
