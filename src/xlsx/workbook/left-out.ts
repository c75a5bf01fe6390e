import { elements, xmlOf } from "..";
import { isReadable } from "./areas";
import { isArrayFormula } from "./arrays";
import type { FileCell } from "./cells";
import type { FileSheet, XlsxFile } from "./file";
import { printFormulas } from "./names";
import { BEYOND, columnsIn, hiddenBeyond } from "./hidden";
import { type Size, usedSize } from "./used-size";
import { coveredValues, isOddValue } from "./contents";
import { cutAreas, isKnownValidation, placeOf, validationsIn } from "./validations";

type Count = (file: XlsxFile) => number;

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);

const parts =
  (path: RegExp): Count =>
  ({ parts: all }) =>
    Object.keys(all).filter((name) => path.test(name)).length;

const inSheets =
  (count: (sheet: FileSheet) => number): Count =>
  ({ sheets }) =>
    sum(sheets.map(count));

/** Elements of a sheet's part, of which it holds for those that count. */
const tags = (name: string, holds = /(?:)/): Count =>
  inSheets(
    ({ xml }) =>
      [...xml.matchAll(new RegExp(`<${name}(?=[\\s/>])[^>]*`, "g"))].filter(([tag]) => holds.test(tag))
        .length,
  );

/** Cells, of which it holds for those that count. */
const cells = (holds: (cell: FileCell) => boolean): Count =>
  inSheets((sheet) => sheet.cells.filter(holds).length);

/** Cells whose look has a part that the workbench does not draw. */
const looks =
  (holds: (look: string, styles: string) => boolean): Count =>
  (file) => {
    const [list] = elements(file.styles, "cellXfs");
    const all = [...(list?.content ?? "").matchAll(/<xf\b[^>]*?(?:\/>|>[^]*?<\/xf>)/g)].map(([look]) => look);
    const odd = new Set(all.flatMap((look, i) => (holds(look, file.styles) ? [i] : [])));
    return odd.size === 0 ? 0 : cells(({ style }) => odd.has(style))(file);
  };

/** The part of the styles at which a look points, such as its border. */
const pointed = (look: string, styles: string, list: string, name: string, attribute: string): string => {
  const index = Number(new RegExp(`${attribute}="(\\d+)"`).exec(look)?.[1] ?? 0);
  return elements(elements(styles, list)[0]?.content ?? "", name)[index]?.content ?? "";
};

const has = (xml: string, name: string): boolean => new RegExp(`<${name}(?=[\\s/>])`).test(xml);
const sheetsWith = (holds: (sheet: FileSheet) => boolean): Count => inSheets((sheet) => Number(holds(sheet)));

/** A part of text that looks otherwise than the rest. */
const RICH = /<r>\s*<rPr>/;

const richTexts: Count = (file) => {
  const shared = elements(file.texts, "si");
  const rich = new Set(shared.flatMap(({ content }, i) => (RICH.test(content) ? [i] : [])));
  return (
    cells(({ type, value }) => type === "s" && rich.has(Number(value)))(file) +
    inSheets(({ xml }) => elements(xml, "is").filter(({ content }) => RICH.test(content)).length)(file)
  );
};

/** What stands in the layers over the cells. */
const drawn =
  (name: string): Count =>
  ({ parts: all }) =>
    sum(
      Object.keys(all)
        .filter((path) => /(^|\/)drawings\/drawing\d*\.xml$/i.test(path))
        .map(
          (path) => [...xmlOf(all, path).matchAll(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])`, "g"))].length,
        ),
    );

const CHART_PART = /(^|\/)charts\/chart(Ex)?\d*\.xml$/i;

/** Charts of kinds that the workbench does not draw, and those on sheets of their own. */
const otherCharts: Count = ({ parts: all, sheets }) => {
  const drawn = new Set(sheets.flatMap(({ charts }) => charts.map(({ path }) => path)));
  return Object.keys(all).filter((name) => CHART_PART.test(name) && !drawn.has(name)).length;
};

/** What a file may hold that the workbench has no place for, and how much of it there is. */
const KINDS: { name: string; unit?: string; count: Count }[] = [
  { name: "宏", unit: "组", count: parts(/vbaProject\.bin$/i) },
  { name: "图表", count: otherCharts },
  {
    name: "图表的部分外观和设置",
    unit: "个图表",
    count: inSheets(({ charts }) => charts.filter(({ loses }) => loses).length),
  },
  { name: "图片", count: drawn("pic") },
  { name: "形状和文本框", count: drawn("(?:sp|cxnSp|grpSp)") },
  { name: "窗体控件", count: parts(/(^|\/)(ctrlProps|activeX)\/[^/]+\.xml$/i) },
  { name: "嵌入对象", count: parts(/(^|\/)embeddings\//i) },
  {
    name: "批注",
    unit: "条",
    count: ({ parts: all, sheets }) =>
      sum(
        sheets.flatMap(({ related }) =>
          related
            .filter(({ type }) => type === "comments")
            .map(({ path }) => elements(xmlOf(all, path), "comment").length),
        ),
      ),
  },
  { name: "套用格式的表格", count: ({ tables }) => tables.length },
  { name: "数据透视表", count: parts(/(^|\/)pivotTables\/pivotTable\d*\.xml$/i) },
  { name: "切片器", count: parts(/(^|\/)slicers\/slicer\d*\.xml$/i) },
  { name: "外部工作簿链接", count: parts(/(^|\/)externalLinks\/externalLink\d*\.xml$/i) },
  {
    name: "数据连接",
    count: ({ parts: all }) => Number(Object.keys(all).some((name) => /connections\.xml$/i.test(name))),
  },
  { name: "自定义 XML", unit: "份", count: parts(/^customXml\/item\d+\.xml$/i) },
  { name: "图表工作表", unit: "张", count: parts(/(^|\/)chartsheets\/[^/]+\.xml$/i) },
  { name: "超链接", count: tags("hyperlink") },
  { name: "文字中的部分格式", unit: "个单元格", count: richTexts },
  { name: "单元格内图片或数据类型", count: cells(({ special }) => special === "rich value") },
  { name: "模拟运算表", count: cells(({ special }) => special === "data table") },
  { name: "筛选", count: tags("autoFilter") },
  { name: "排序设置", count: tags("sortState") },
  {
    name: "分页符",
    count: inSheets(
      ({ xml }) =>
        ["rowBreaks", "colBreaks"].flatMap((name) =>
          elements(xml, name).flatMap(({ content }) => elements(content, "brk")),
        ).length,
    ),
  },
  { name: "分级显示的行列", count: tags("(?:row|col)", /\soutlineLevel="[1-9]/) },
  { name: "未冻结的拆分窗格", count: tags("pane", /^(?!.*\sstate="frozen)/) },
  {
    name: "首页或奇偶页不同的页眉页脚",
    unit: "张表",
    count: tags("headerFooter", /\sdifferent(?:First|OddEven)="(?:1|true)"/),
  },
  { name: "背景图片", count: tags("picture") },
  { name: "迷你图", count: inSheets(({ extensions }) => elements(extensions, "x14:sparkline").length) },
  {
    name: "时间、文本长度或自定义的数据有效性",
    unit: "条",
    count: inSheets((sheet) => validationsIn(sheet).filter((rule) => !isKnownValidation(rule)).length),
  },
  { name: "数据有效性第 100 列以后的部分", count: inSheets(cutAreas) },
  {
    name: "地址读不出的数据有效性或条件格式",
    count: inSheets(
      (sheet) =>
        [
          ...validationsIn(sheet).map(placeOf),
          ...elements(sheet.xml, "conditionalFormatting").map(({ attribute }) => attribute("sqref") ?? ""),
        ].filter((place) => !isReadable(place)).length,
    ),
  },
  {
    name: "不用公式的条件格式",
    unit: "条",
    count: ({ sheets }) =>
      sum(
        sheets.map(
          ({ xml, extensions }) =>
            elements(xml, "cfRule").filter(({ attribute }) => attribute("type") !== "expression").length +
            elements(extensions, "x14:cfRule").filter(({ attribute }) => attribute("type") !== "dataBar")
              .length,
        ),
      ),
  },
  {
    name: "会变成普通公式的数组公式",
    count: cells(
      ({ array, formula = "" }) =>
        array !== undefined && array.rows * array.columns === 1 && !isArrayFormula(formula),
    ),
  },
  {
    name: "斜线边框",
    unit: "个单元格",
    count: looks((look, styles) => {
      const border = pointed(look, styles, "borders", "border", "borderId");
      return /<diagonal\s[^>]*style="(?!none)/.test(border);
    }),
  },
  {
    name: "图案或渐变填充",
    unit: "个单元格",
    count: looks((look, styles) => {
      const fill = pointed(look, styles, "fills", "fill", "fillId");
      return has(fill, "gradientFill") || /patternType="(?!none|solid|gray125")/.test(fill);
    }),
  },
  {
    name: "缩进、旋转、缩小填充等对齐方式",
    unit: "个单元格",
    count: looks((look) =>
      /<alignment[^>]*\s(?:indent="[1-9]|textRotation="[1-9]|shrinkToFit="(?:1|true)|horizontal="(?:fill|justify|distributed|centerContinuous)|vertical="(?:justify|distributed))/.test(
        look,
      ),
    ),
  },
  {
    name: "工作簿结构保护",
    count: ({ book }) =>
      Number(
        /<workbookProtection[^>]*\s(?:lock(?:Structure|Windows)="(?:1|true)"|\w*(?:Password|HashValue)="[^"])/.test(
          book,
        ),
      ),
  },
  { name: "由公式决定的打印区域或打印标题", count: ({ book }) => printFormulas(book) },
  {
    name: "离数据很远的隐藏行列",
    unit: "处",
    count: inSheets((sheet) => hiddenBeyond(sheet.xml, ...shownSize(sheet))),
  },
  {
    name: "离数据很远的列宽",
    unit: "处",
    count: inSheets(
      (sheet) =>
        columnsIn(sheet.xml).filter(
          ({ span: [first], attribute }) =>
            first >= shownSize(sheet)[1] && /^(?:1|true)$/.test(attribute("customWidth") ?? ""),
        ).length,
    ),
  },
  {
    name: "上标、下标、双线或会计用下划线",
    unit: "个单元格",
    count: looks((look, styles) =>
      /<vertAlign[^>]*\sval="s|<u\s[^>]*val="(?:double|\w+Accounting)"/.test(
        pointed(look, styles, "fonts", "font", "fontId"),
      ),
    ),
  },
  {
    name: "隐藏公式的保护",
    unit: "个单元格",
    count: looks((look) => /<protection[^>]*\shidden="(?:1|true)"/.test(look)),
  },
  {
    name: "条件格式里的边框、斜体等",
    unit: "处",
    count: ({ styles }) =>
      elements(elements(styles, "dxfs")[0]?.content ?? "", "dxf").filter(({ content }) =>
        /<(?:i|u|strike)(?=[\s/>])|<numFmt\s|<(?:left|right|top|bottom)\s[^>]*style="(?!none)/.test(content),
      ).length,
  },
  {
    name: "数据有效性里“忽略空值”或下拉箭头的设置",
    unit: "条",
    count: inSheets(
      (sheet) =>
        validationsIn(sheet)
          .filter(isKnownValidation)
          .filter(
            ({ attribute }) =>
              !/^(?:1|true)$/.test(attribute("allowBlank") ?? "") ||
              /^(?:1|true)$/.test(attribute("showDropDown") ?? ""),
          ).length,
    ),
  },
  {
    name: "不显示零值、隐藏行列标题或页面布局等视图设置",
    unit: "张表",
    count: tags(
      "sheetView",
      /\s(?:show(?:Zeros|RowColHeaders)="(?:0|false)"|showFormulas="(?:1|true)"|view="page)/,
    ),
  },
  {
    name: "页眉页脚图片",
    unit: "张表",
    count: sheetsWith(({ xml }) => has(xml, "legacyDrawingHF")),
  },
  {
    name: "隐藏的名称",
    count: ({ book }) =>
      elements(book, "definedName").filter(
        ({ attribute }) =>
          /^(?:1|true)$/.test(attribute("hidden") ?? "") && !(attribute("name") ?? "").startsWith("_xl"),
      ).length,
  },
  { name: "合并区域里被盖住的值", count: inSheets((sheet) => coveredValues(sheet, usedSize(sheet))) },
  {
    name: "离数据很远的合并部分",
    unit: "处",
    count: inSheets((sheet) => {
      const [rows, columns] = shownSize(sheet);
      return sheet.merges.filter((one) => one.row + one.rows > rows || one.column + one.columns > columns)
        .length;
    }),
  },
  { name: "写得不像数、改作文字的数值", count: cells(isOddValue) },
  { name: "允许编辑区域", count: tags("protectedRange") },
  {
    name: "迭代计算或手动计算设置",
    count: ({ book }) => Number(/<calcPr[^>]*\s(?:iterate="(?:1|true)"|calcMode="(?!auto"))/.test(book)),
  },
  { name: "自定义视图", count: ({ book }) => elements(book, "customWorkbookView").length },
  {
    name: "隐藏其余行的设置",
    unit: "张表",
    count: sheetsWith(({ xml }) => /<sheetFormatPr[^>]*\szeroHeight="(?:1|true)"/.test(xml)),
  },
  { name: "从右到左的表", unit: "张", count: tags("sheetView", /\srightToLeft="(?:1|true)"/) },
];

/** Rows and columns that the workbench keeps of a sheet, whether anything stands there or not. */
const shownSize = (sheet: FileSheet): Size => {
  const [rows, columns] = usedSize(sheet);
  return [Math.max(rows, BEYOND.rows), Math.max(columns, BEYOND.columns)];
};

/** Such as `图表 2 个`, each once. */
export const leftOut = (file: XlsxFile): string[] =>
  KINDS.flatMap(({ name, unit = "个", count }) => {
    const found = count(file);
    return found > 0 ? [`${name} ${found} ${unit}`] : [];
  });
