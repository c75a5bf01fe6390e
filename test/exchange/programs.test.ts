import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Incoming } from "../../src/exchange";
import { filled, incoming, PERIOD } from "./files";

const BUREAU = "市民政局";
const FILL = () => filled(BUREAU, { YL07: 48, YL08: 60.5, YL04: "约55%", YL10: "=见附件" }, { 3: "推进中" });
const READ = [
  ["YL04", "约55%"],
  ["YL07", 48],
  ["YL08", 60.5],
  ["YL10", "=见附件"],
  ["3", "推进中"],
];

const expectAsTyped = (
  { problem, bureau, period, entries, issues }: Incoming,
  told: Incoming["issues"] = [],
): void => {
  expect({ problem, bureau, period, issues }).toEqual({
    problem: null,
    bureau: BUREAU,
    period: PERIOD,
    issues: told,
  });
  expect(entries.map(({ key, value }) => [key, value])).toEqual(READ);
};

// made from FILL() by `savedByLibreOffice` (test/libreoffice/soffice.ts), LibreOffice 7.4.7; check:libreoffice does it anew
test("a file saved by LibreOffice is read as typed, with nothing but its older template reported as altered", async () => {
  const bytes = readFileSync(join(__dirname, "fixtures/saved-by-libreoffice-7.4.xlsx"));
  expect(strFromU8(unzipSync(bytes)["docProps/app.xml"]!)).toContain("LibreOffice/7.4");
  expectAsTyped(await incoming("a.xlsx", bytes), [{ code: "other-template", newer: false }]);
});

type Parts = Record<string, string>;
type Trait = (parts: Parts) => void;

const replaceIn = (
  parts: Parts,
  path: string,
  what: RegExp,
  by: string | ((...m: string[]) => string),
): void => {
  const changed = parts[path]!.replace(what, by as string);
  if (changed === parts[path]) throw new Error(`nothing to change in ${path}`);
  parts[path] = changed;
};
const sheetsOf = (parts: Parts): string[] =>
  Object.keys(parts).filter((path) => path.startsWith("xl/worksheets/sheet"));

const CONTENT = "application/vnd.openxmlformats-officedocument";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** What other programs, WPS among them, do to a file they save; each alone. */
const TRAITS: [string, Trait][] = [
  [
    "document properties dropped",
    (parts) => {
      for (const path of Object.keys(parts).filter((p) => p.startsWith("docProps/"))) delete parts[path];
      replaceIn(parts, "[Content_Types].xml", /<Override PartName="\/docProps[^>]*>/g, "");
      replaceIn(parts, "_rels/.rels", /<Relationship [^>]*docProps[^>]*>/g, "");
    },
  ],
  [
    "custom document properties added",
    (parts) => {
      parts["docProps/custom.xml"] =
        `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.0</vt:lpwstr></property></Properties>`;
      replaceIn(
        parts,
        "[Content_Types].xml",
        /<\/Types>/,
        `<Override PartName="/docProps/custom.xml" ContentType="${CONTENT}.custom-properties+xml"/></Types>`,
      );
      replaceIn(
        parts,
        "_rels/.rels",
        /<\/Relationships>/,
        `<Relationship Id="rId9" Type="${RELATIONS}/custom-properties" Target="docProps/custom.xml"/></Relationships>`,
      );
    },
  ],
  [
    "a chain of calculation added",
    (parts) => {
      parts["xl/calcChain.xml"] =
        `<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="I6" i="1"/></calcChain>`;
      replaceIn(
        parts,
        "[Content_Types].xml",
        /<\/Types>/,
        `<Override PartName="/xl/calcChain.xml" ContentType="${CONTENT}.spreadsheetml.calcChain+xml"/></Types>`,
      );
      replaceIn(
        parts,
        "xl/_rels/workbook.xml.rels",
        /<\/Relationships>/,
        `<Relationship Id="rId99" Type="${RELATIONS}/calcChain" Target="calcChain.xml"/></Relationships>`,
      );
    },
  ],
  [
    "texts kept in the cells instead of shared",
    (parts) => {
      const texts = [...parts["xl/sharedStrings.xml"]!.matchAll(/<si>(.*?)<\/si>/gs)].map((m) => m[1]!);
      for (const path of sheetsOf(parts))
        replaceIn(
          parts,
          path,
          /<c ([^>]*)t="s"([^>]*)><v>(\d+)<\/v><\/c>/g,
          (_, before, after, i) => `<c ${before}t="inlineStr"${after}><is>${texts[Number(i)]}</is></c>`,
        );
    },
  ],
  [
    "shared texts in runs and with phonetics",
    (parts) =>
      replaceIn(
        parts,
        "xl/sharedStrings.xml",
        /<si><t(?: [^>]*)?>([^<&])([^<]+)<\/t><\/si>/g,
        (_, first, rest) =>
          `<si><r><t xml:space="preserve">${first}</t></r><r><rPr><sz val="10"/></rPr><t xml:space="preserve">${rest}</t></r><rPh sb="0" eb="1"><t>ピ</t></rPh><phoneticPr fontId="1" type="noConversion"/></si>`,
      ),
  ],
  [
    "parts named from the root of the package",
    (parts) => replaceIn(parts, "xl/_rels/workbook.xml.rels", /Target="(?!\/)/g, 'Target="/xl/'),
  ],
  ["names dropped", (parts) => replaceIn(parts, "xl/workbook.xml", /<definedNames>.*<\/definedNames>/s, "")],
  [
    "protection, validations and conditional formats dropped",
    (parts) => {
      for (const path of sheetsOf(parts)) replaceIn(parts, path, /<sheetProtection [^>]*>/, "");
      replaceIn(parts, "xl/worksheets/sheet1.xml", /<dataValidations.*<\/dataValidations>/s, "");
      replaceIn(parts, "xl/worksheets/sheet1.xml", /<conditionalFormatting.*<\/conditionalFormatting>/s, "");
    },
  ],
  [
    "formulas of 计算过程 spelled as LibreOffice does",
    (parts) =>
      replaceIn(parts, "xl/worksheets/sheet3.xml", /<f>([^<]*)<\/f>/g, (_: string, formula: string) => {
        const spelled = formula
          .replace(/(?<!"|&quot;)\bFALSE\b(?!"|&quot;)/g, "FALSE()")
          .replace(/'指标填报'!/g, "指标填报!");
        return `<f aca="false">${spelled}</f>`;
      }),
  ],
  [
    "results of empty text written as such",
    (parts) =>
      replaceIn(
        parts,
        "xl/worksheets/sheet1.xml",
        /<c ([^>]*)><f>([^<]*)<\/f><\/c>/g,
        '<c $1 t="str"><f>$2</f><v></v></c>',
      ),
  ],
];

test.each(TRAITS)("%s: read as typed, with nothing reported as altered", async (_, trait) => {
  const parts: Parts = Object.fromEntries(
    Object.entries(unzipSync(await FILL())).map(([path, bytes]) => [path, strFromU8(bytes)]),
  );
  trait(parts);
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])));
  expectAsTyped(await incoming("a.xlsx", bytes));
});
