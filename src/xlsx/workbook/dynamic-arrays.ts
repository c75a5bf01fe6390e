/** A formula of an array, as the library writes it. */
const ARRAY_CELL = /<c (?=[^>]*>\s*<f [^>]*\bt="array")/g;

const METADATA = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`;

/** Formulas that may give more values or fewer, as all of the workbench do, and not as many as there were. */
export const withDynamicArrays = (xml: string): string => xml.replace(ARRAY_CELL, '<c cm="1" ');

/** What the mark of such a formula refers to, by the part that must say so. */
export const DYNAMIC_PARTS: Record<string, (xml: string | undefined) => string> = {
  "xl/metadata.xml": () => METADATA,
  "[Content_Types].xml": (xml = "") =>
    xml.replace(
      "</Types>",
      '<Override PartName="/xl/metadata.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml"/></Types>',
    ),
  "xl/_rels/workbook.xml.rels": (xml = "") =>
    xml.replace(
      "</Relationships>",
      '<Relationship Id="rIdMetadata" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sheetMetadata" Target="metadata.xml"/></Relationships>',
    ),
};
