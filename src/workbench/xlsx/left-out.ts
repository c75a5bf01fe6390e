import type { Workbook } from "@cj-tech-master/excelts";
import type { Parts } from "../../xlsx";
import { isKnownHighlight, isKnownValidation } from "./rules";

interface File {
  workbook: Workbook;
  parts: Parts;
}

const parts =
  (path: RegExp) =>
  (file: File): number =>
    Object.keys(file.parts).filter((name) => path.test(name)).length;

/** What a file may hold that the workbench has no place for, and how much of it there is. */
const KINDS: { name: string; count: (file: File) => number }[] = [
  { name: "图表", count: parts(/^xl\/charts\/chart\d*\.xml$/) },
  { name: "图片和图形所在的层", count: parts(/^xl\/drawings\/drawing\d*\.xml$/) },
  { name: "批注所在的表", count: parts(/^xl\/(comments\d*|comments\/comment\d*)\.xml$/) },
  { name: "套用格式的表格", count: parts(/^xl\/tables\/table\d*\.xml$/) },
  { name: "数据透视表", count: parts(/^xl\/pivotTables\/pivotTable\d*\.xml$/) },
  {
    name: "日期、文本长度或自定义的数据有效性",
    count: ({ workbook }) =>
      workbook.worksheets.flatMap((sheet) =>
        Object.values(sheet.dataValidations.model as Parameters<typeof isKnownValidation>[0][]).filter(
          (rule) => !isKnownValidation(rule),
        ),
      ).length,
  },
  {
    name: "不用公式的条件格式",
    count: ({ workbook }) =>
      workbook.worksheets.flatMap((sheet) =>
        sheet.conditionalFormattings.flatMap(({ rules }) => rules.filter((rule) => !isKnownHighlight(rule))),
      ).length,
  },
];

/** Such as `图表 2 个`, each once. */
export const leftOut = (file: File): string[] =>
  KINDS.flatMap(({ name, count }) => {
    const found = count(file);
    return found > 0 ? [`${name} ${found} 个`] : [];
  });
