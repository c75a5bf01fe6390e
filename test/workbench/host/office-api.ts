import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const TYPES = join(__dirname, "../../../node_modules/@types/office-js/index.d.ts");
const TARGET = join(__dirname, "../../../src/workbench/host/office-api.json");

/** The library's own; no request carries them. */
const LIBRARY = ["context", "isNullObject", "load", "set", "toJSON", "track", "untrack", "items"];

/** Class → member → requirement set. */
type Api = Record<string, Record<string, string>>;

/** The requirement set that a member's comment names: `1.9`, or `preview`, `online`, `desktop`. */
function setOf(comment: string): string {
  const [, name = "", version = ""] = /\[Api set: (\w+) ([\w.]+)/.exec(comment) ?? [];
  if (name === "ExcelApi") return /^\d/.test(version) ? version : "preview";
  return name.replace("ExcelApi", "").toLowerCase() || "1.1";
}

/** Every class of the namespace Excel with its members, as @types/office-js declares them. */
export function officeApi(): Api {
  const file = ts.createSourceFile(TYPES, readFileSync(TYPES, "utf8"), ts.ScriptTarget.Latest);
  const api: Api = {};
  const readClass = (node: ts.ClassDeclaration): void => {
    const members: Record<string, string> = (api[node.name!.text] ??= {});
    for (const member of node.members) {
      if (!member.name || !ts.isIdentifier(member.name) || LIBRARY.includes(member.name.text)) continue;
      members[member.name.text] ??= setOf(file.text.slice(member.getFullStart(), member.end));
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node) && node.name) readClass(node);
    else if (ts.isModuleBlock(node)) node.statements.forEach(visit);
  };
  for (const statement of file.statements)
    if (ts.isModuleDeclaration(statement) && statement.name.text === "Excel") visit(statement.body!);
  return api;
}

/** The part of it that src/workbench/host keeps, as text. */
export function apiText(types: string[]): string {
  const all = officeApi();
  return `${JSON.stringify(Object.fromEntries(types.map((type) => [type, all[type] ?? {}])), null, 2)}\n`;
}

/** Written anew by `npx tsx test/workbench/host/office-api.ts Workbook Worksheet …` */
if (require.main === module) writeFileSync(TARGET, apiText(process.argv.slice(2)));
