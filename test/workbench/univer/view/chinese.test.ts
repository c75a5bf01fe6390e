import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CHINESE } from "../../../../src/workbench/univer/view/chinese";

interface Texts {
  [key: string]: string | string[] | Texts;
}

const PACKAGES = join(__dirname, "../../../../node_modules/@univerjs");
const packages = readdirSync(PACKAGES);

const keysOf = (texts: Texts, parent = ""): string[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" || Array.isArray(text) ? [parent + key] : keysOf(text, `${parent}${key}.`),
  );

const textAt = (key: string): unknown =>
  key.split(".").reduce<unknown>((texts, name) => (texts as Texts | undefined)?.[name], CHINESE);

const withLocale = packages.filter((name) => existsSync(join(PACKAGES, name, "lib/cjs/locale/en-US.js")));

test.each(withLocale)("@univerjs/%s: what it says in English it says in Chinese", (name) => {
  const english = jest.requireActual<Texts>(join(PACKAGES, name, "lib/cjs/locale/en-US.js"));
  const missing = keysOf(english).filter((key) => textAt(key) === undefined);
  expect(missing).toEqual([]);
});

/** Where Univer's code names a text: as the argument of `t`, or in a field that is shown. */
const NAMED =
  /\b(?:t\(|(?:title|subtitle|tooltip|label|name|detail|description|abstract|placeholder|content|text):\s*)["']([\w-]+(?:\.[\w-]+)+)["']/g;

test.each(packages)("@univerjs/%s: every text that its code names is there", (name) => {
  const file = join(PACKAGES, name, "lib/es/index.js");
  const code = existsSync(file) ? readFileSync(file, "utf8") : "";
  const named = [...code.matchAll(NAMED)].map((match) => match[1]!);
  const missing = named.filter((key) => withLocale.includes(key.split(".")[0]!) && textAt(key) === undefined);
  expect([...new Set(missing)]).toEqual([]);
});
