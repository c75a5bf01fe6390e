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
