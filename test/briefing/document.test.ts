import { strFromU8, unzipSync } from "fflate";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { briefingDocument, briefingOf, textOf } from "../../src/briefing";
import { summaryWith } from "../summary/held";

const TWIPS_PER_MM = (72 / 25.4) * 20;

const briefing = briefingOf(
  summaryWith(
    {
      period: "2023年",
      form: { YL07: 48, YL06: { 本期值: 96, 情况说明: "两个小区<A&B>未交付" }, YL01: 96 },
      tasks: { 1: { 进展状态: "滞后" } },
    },
    plan,
  ),
  { vocabulary: "schedule", changes: [] },
);

const partsOf = async (): Promise<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(unzipSync(await briefingDocument(briefing))).map(([name, bytes]) => [
      name,
      strFromU8(bytes),
    ]),
  );
const unescaped = (xml: string): string =>
  xml
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");
/** The text of each paragraph. */
const paragraphs = (xml: string): string[] =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)].map(([p]) =>
    unescaped([...p.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text!).join("")),
  );

test("the document says what the bulletin says, sentence by sentence", async () => {
  const said = paragraphs((await partsOf())["word/document.xml"]!);
  // the title goes on two lines, broken where its sense allows
  expect(said.slice(0, 3)).toEqual([...briefing.title.map(({ text }) => text), textOf(briefing.period)]);
  for (const { heading, paragraphs: own, table } of briefing.sections) {
    expect(said).toContain(heading);
    for (const sentence of own) expect(said.some((one) => one.trim() === textOf(sentence))).toBe(true);
    for (const piece of table?.rows.flat() ?? []) expect(said).toContain(piece.text);
  }
  expect(said).toEqual(expect.arrayContaining(["附表1　指标进展情况表", "附表2　数据来源"]));
});

test("by the standard: paper, margins, lines and fonts, none of a theme", async () => {
  const parts = await partsOf();
  const xml = parts["word/document.xml"]!;
  const near = (name: string, millimetres: number): void => {
    const value = Number(new RegExp(`w:${name}="(\\d+)"`).exec(xml.slice(xml.indexOf("<w:pgSz")))?.[1]);
    expect([name, Math.abs(value - millimetres * TWIPS_PER_MM) <= 1]).toEqual([name, true]);
  };
  near("w", 210);
  near("h", 297);
  near("top", 37);
  near("left", 28);
  near("right", 26);
  near("bottom", 35);
  expect(xml).toContain('w:line="580" w:lineRule="exact"');
  for (const [name, part] of Object.entries(parts))
    if (name.endsWith(".xml")) expect(part).not.toMatch(/Theme="/);
  expect(new Set([...xml.matchAll(/w:eastAsia="([^"]+)"/g)].map(([, font]) => font))).toEqual(
    new Set(["方正小标宋简体", "仿宋", "黑体"]),
  );
  expect(parts["word/styles.xml"]).toContain('w:eastAsia="仿宋"');
});

test("a font that is not installed is shown as another that is named", async () => {
  const parts = await partsOf();
  const used = new Set(
    Object.entries(parts).flatMap(([name, part]) =>
      name.endsWith(".xml")
        ? [...part.matchAll(/w:(?:eastAsia|ascii)="([^"]+)"\/?/g)].map(([, font]) => font!)
        : [],
    ),
  );
  used.delete("zh-CN");
  const table = parts["word/fontTable.xml"]!;
  for (const font of used)
    expect([
      font,
      new RegExp(`<w:font w:name="${font}"><w:altName w:val="[^"]+,[^"]+"/>`).test(table),
    ]).toEqual([font, true]);
  // the page's number, by the standard
  expect(parts["word/footer1.xml"]).toMatch(/w:eastAsia="宋体".*<w:sz w:val="28"\/>/s);
});

test("发文单位 and 印发日期 have a line to be written on, which is seen: not flush right, within the text's 28 characters", async () => {
  const xml = (await partsOf())["word/document.xml"]!;
  const all = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([p]) => p);
  for (const label of ["发文单位：", "印发日期："]) {
    const line = all.find((p) => p.includes(label))!;
    expect(line).toContain('<w:jc w:val="left"/>');
    const blank = /<w:u [^>]*\/?>.*?<w:t[^>]*>(　+)<\/w:t>/s.exec(line)![1]!;
    const indent = Number(/w:left="(\d+)"/.exec(line)![1]) / (16 * 20);
    expect(indent + label.length + blank.length).toBeLessThanOrEqual(28);
  }
});

test("usual words of a table's narrow columns stand on one line", () => {
  const room = (width: number): number => ((width / 25.4) * 72 - 4) / 9;
  const em = (text: string): number =>
    [...text].reduce((sum, character) => sum + (character.charCodeAt(0) > 255 ? 1 : 0.5), 0);
  const usual: Record<string, string[]> = {
    ...{ 位次: ["位次"], 目标: ["1000万元", "> 1000人"], 序时目标: ["序时目标"], 本期: ["1000万元"] },
    ...{ 差距: ["39个百分点"], 状态: ["■ 严重滞后"] },
  };
  const tables = [briefing.annex!, ...briefing.sections.flatMap(({ table }) => table ?? [])];
  expect(tables).toHaveLength(2);
  for (const { columns } of tables) {
    expect(columns.reduce((sum, { width }) => sum + width, 0)).toBe(156);
    for (const { header, width } of columns)
      for (const text of usual[header] ?? [])
        expect([header, text, em(text) <= room(width)]).toEqual([header, text, true]);
  }
});
