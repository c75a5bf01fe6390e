import { planFileOf, readPlanTable } from "../../src/draft";
import { insertTable } from "../../src/excel";
import { indicatorsOf, type Plan } from "../../src/plan";
import { builtInPlan } from "../../src/plan/built-in";
import { openPlan } from "../../src/plan/open";
import { FORM } from "../../src/sheets";
import type { Host } from "../../src/workbench/host/host";
import { costOf, emptied } from "./insertion";
import { compare, ms, ratio, type Section } from "./section";

/** Cells of made-up rows in the forms that plans print: name, unit, base, target, attribute, bureau. */
const ROWS = [
  ["每千名老年人拥有养老床位", "张", "32", "≥38", "预期性", "市民政局"],
  ["护理型床位占比", "%", "42.5", "不低于55%", "约束性", "市民政局、市卫生健康委"],
  ["城镇调查失业率", "%", "5.2", "<5.5", "预期性", "市人社局"],
  ["单位GDP能源消耗降低", "%", "—", "〔14〕", "约束性", "市发展改革委"],
  ["农村居民人均可支配收入", "元", "14236", "2.1万元以上，力争2.2万元", "预期性", "市农业农村局"],
  ["示范性托育机构", "家", "1", "2-3家", "预期性", "市卫生健康委"],
  ["森林覆盖率", "%", "30.2", "持续提高", "约束性", "市林业局"],
  ["高标准农田面积", "万亩", "310", "430", "约束性", "市农业农村局"],
] as const;
const HEADER = ["序号", "指标", "单位", "2020年", "2025年", "属性", "责任单位"];
const SECTION = 20;

/** A table of so many indicators, in sections. */
const tableOf = (count: number): string[][] => [
  HEADER,
  ...Array.from({ length: count }, (_, i) => i).flatMap((i) => {
    const [name, ...rest] = ROWS[i % ROWS.length]!;
    const row = [String(i + 1), `${name}（第${Math.floor(i / ROWS.length) + 1}片区）`, ...rest];
    return i % SECTION === 0 ? [[`${i / SECTION + 1}、第${i / SECTION + 1}类`], row] : [row];
  }),
];
const asText = (rows: string[][]): string => rows.map((row) => row.join("\t")).join("\n");
const asHtml = (rows: string[][]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td><p class=MsoNormal><span lang=EN-US>${cell.replace("<", "&lt;")}</span></p></td>`).join("")}</tr>`).join("")}</table>`;
/** Blank cells lost, as many pages give it. */
const asCells = (rows: string[][]): string => rows.flat().join("\n");

const SIZES = [200, 5000] as const;
const AIM = "≤ 100 ms for 200";
const MAKES = { text: asText, HTML: asHtml, "a cell a line": asCells };

/** Time to read a pasted table to its draft, and growth from 200 rows to 5,000. */
export const pastedTables: Section = {
  title: "Plans: reading a pasted table",
  run: async () => {
    const rows = [["pasted as", ...SIZES.map((size) => `${size} rows`), "per row, more / less", "aim"]];
    for (const [make, print] of Object.entries(MAKES)) {
      const works = SIZES.map((size) => {
        const printed = print(tableOf(size));
        const pasted = make === "HTML" ? { html: printed } : { text: printed };
        return () => {
          const draft = readPlanTable(pasted, new Map(), null);
          if ("refused" in draft) throw new Error(`${make}: ${draft.refused}`);
          return draft;
        };
      });
      const [less, more] = await compare(works, 3);
      rows.push([make, ms(less!), ms(more!), ratio(more! / SIZES[1], less! / SIZES[0]), AIM]);
    }
    return rows;
  },
};

function planOf(count: number): Plan {
  const draft = readPlanTable({ text: asText(tableOf(count)) }, new Map(), null);
  if ("refused" in draft) throw new Error(draft.refused);
  return openPlan(planFileOf(draft, [], []));
}

/** What the form of a plan costs: it must grow no faster than its rows. */
export const forms = (host: Host): Section => ({
  title: "Plans: 指标填报 of plans of several sizes, into an empty workbook",
  run: async () => {
    const rows = [["indicators", "requests", "actions", "KiB", "bytes per row", "client"]];
    for (const plan of [builtInPlan, planOf(29), planOf(100), planOf(300)]) {
      const count = indicatorsOf(plan).length;
      await emptied(host, FORM.name);
      await insertTable(FORM, plan); // warm
      await emptied(host, FORM.name);
      const cost = await costOf(host, () => insertTable(FORM, plan));
      rows.push([
        plan === builtInPlan ? `${count}, built-in` : String(count),
        String(cost.requests),
        String(cost.actions),
        (cost.bytes / 1024).toFixed(1),
        (cost.bytes / count).toFixed(0),
        ms(cost.client),
      ]);
    }
    await emptied(host, FORM.name);
    return rows;
  },
});
