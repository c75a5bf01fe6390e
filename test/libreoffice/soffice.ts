import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** LibreOffice keeps the results a file brings unless it is told to recalculate: 0 is always. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** Of more files than some 250 in one go LibreOffice leaves the last ones out, and says nothing. */
const AT_ONCE = 100;

/**
 * Opens files in headless LibreOffice and gives them back as it saves them, by their names with the new ending.
 * @param calculate everything anew; else what the files bring is shown
 */
export function convert(
  files: { name: string; bytes: Uint8Array }[],
  to: "xlsx" | "pdf",
  calculate = false,
): Map<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "libreoffice-"));
  const at = (...parts: string[]): string => join(folder, ...parts);
  try {
    for (const part of ["in", "out", "profile/user"]) mkdirSync(at(part), { recursive: true });
    if (calculate) writeFileSync(at("profile/user/registrymodifications.xcu"), SETTINGS);
    for (const { name, bytes } of files) writeFileSync(at("in", name), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(at("profile")).href}`;
    const names = files.map(({ name }) => at("in", name));
    const options = ["--headless", "--convert-to", to, "--outdir", at("out")];
    for (let i = 0; i < names.length; i += AT_ONCE)
      execFileSync("soffice", [profile, ...options, ...names.slice(i, i + AT_ONCE)], {
        stdio: "pipe",
        timeout: 600_000,
      });
    const converted = new Map(readdirSync(at("out")).map((name) => [name, readFileSync(at("out", name))]));
    const lost = files.filter(({ name }) => !converted.has(name.replace(/[^.]+$/, to)));
    if (lost.length > 0)
      throw new Error(
        `LibreOffice gave back ${converted.size} of ${files.length}, not ${lost.map(({ name }) => name).join()}`,
      );
    return converted;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
