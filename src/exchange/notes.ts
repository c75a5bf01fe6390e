import { type Parts, type SheetPart, xmlOf, elements, unescapeXml } from "../xlsx";

const textOf = (xml: string, tag: string): string =>
  elements(xml, tag)
    .map(({ content }) => unescapeXml(content))
    .join("");

/** 批注 of a sheet by address, such as H9: notes, and conversations in their order. The library drops some and knows no conversations. */
export function notesOf(parts: Parts, { related }: SheetPart): Map<string, string> {
  const xml = (type: string): string[] =>
    related.filter((one) => one.type === type).map(({ path }) => xmlOf(parts, path));
  const notes = new Map<string, string>();
  for (const part of xml("comments"))
    for (const { attribute, content } of elements(part, "comment"))
      notes.set(attribute("ref") ?? "", textOf(content, "t"));
  // a conversation also stands among the notes, as words for older programs
  const talks = new Map<string, string[]>();
  for (const part of xml("threadedComment"))
    for (const { attribute, content } of elements(part, "threadedComment")) {
      const place = attribute("ref") ?? "";
      talks.set(place, [...(talks.get(place) ?? []), textOf(content, "text")]);
    }
  for (const [place, said] of talks) notes.set(place, said.join("；"));
  return notes;
}
