import { bureausToServe, type Incoming } from "../../src/exchange";
import { indicatorsOfBureau, tasksOfBureau } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { filled, incoming } from "../exchange/files";
import { convert } from "./soffice";

/** A bureau's file with something of every kind in it: numbers, words, text that looks like a formula, states. */
function fill(bureau: (typeof plan.bureaus)[number]): Promise<Uint8Array> {
  const kinds = (n: number) => [n + 0.5, "约55%", "=见附件", n, "-"][n % 5]!;
  return filled(
    bureau.name,
    Object.fromEntries(indicatorsOfBureau(bureau, plan).map(({ code }, i) => [code, kinds(i)])),
    Object.fromEntries(
      tasksOfBureau(bureau, plan).map(({ number }, i) => [number, i % 2 ? "推进中" : "已完成"]),
    ),
  );
}

const said = ({ bureau, period, entries, issues, problem }: Incoming): string =>
  JSON.stringify({ bureau, period, entries, issues, problem });

/** Every bureau's file, filled, saved by LibreOffice and read as it comes back: the same as without LibreOffice. */
export async function run(): Promise<string> {
  const files = [];
  for (const bureau of bureausToServe(plan))
    files.push({ name: `${files.length}.xlsx`, bytes: await fill(bureau) });
  const saved = convert(files, "xlsx", true);
  let entries = 0;
  for (const { name, bytes } of files) {
    const [before, after] = [await incoming(name, bytes), await incoming(name, saved.get(name)!)];
    entries += before.entries.length;
    if (before.issues.length > 0 || said(before) !== said(after))
      throw new Error(`${before.bureau}:\n${said(before)}\n${said(after)}`);
  }
  return `${entries} entries in ${files.length} files saved by LibreOffice: all read as typed, nothing reported as altered`;
}
