import { auditForm, insertTable } from "../../src/excel";
import { writeEntries } from "../../src/excel/entries";
import { markLagging } from "../../src/excel/mark";
import { readMergeTarget, writeMerge } from "../../src/excel/merge";
import { bureausToServe, decided, fileFor, mergeReport, optionId, readIncoming } from "../../src/exchange";
import { loadXlsx } from "../../src/xlsx/libraries";
import { type Bureau, parsePeriod } from "../../src/plan";
import { builtInPlan as plan } from "../../src/plan/built-in";
import { FORM, readEntries, RECORDS, TABLE_WORDS, type TableKind, TABLES } from "../../src/sheets";
import type { TableSheet } from "../../src/tables";
import type { Host } from "../../src/workbench/host/host";
import { placesOf } from "../places";
import { openAddIn } from "./office";
import { sheetOf } from "./sheets";

/* A table that the product does not have is one record: all else goes over the records. */

const PERIOD = "2023年";

const contactSheet: TableKind<Bureau>["build"] = (_, options = {}): TableSheet<Bureau> => ({
  name: "联系名册",
  title: "各单位联系名册",
  columns: [
    { id: "name", header: "单位", width: 24, align: "Left", cell: ({ name }) => name },
    { id: "aliases", header: "别名", width: 24, align: "Left", cell: ({ aliases }) => aliases.join("、") },
    { id: "contact", header: "联系方式", width: 20, align: "Left", entry: true },
  ],
  key: "name",
  subject: "name",
  scope: "bureau",
  frozenColumns: 1,
  groups: [{ title: null, records: plan.bureaus.filter((one) => !options.bureau || one === options.bureau) }],
  head: [
    [
      {
        id: "bureau",
        label: "填报单位：",
        labelColumns: [0, 0],
        columns: [1, 1],
        value: options.bureau?.name ?? plan.place.whole,
        locked: true,
        name: "YIZHI_CONTACTS",
      },
    ],
  ],
  foot: [],
  note: "填写说明：只填联系方式。",
  highlights: () => [],
  names: {
    YIZHI_CONTACTS_SCOPE: options.bureau?.name ?? plan.place.whole,
    YIZHI_CONTACTS_TEMPLATE: "form@1 contacts@1",
  },
  template: ["YIZHI_CONTACTS_TEMPLATE"],
  versions: [],
  givenTo: "YIZHI_CONTACTS_SCOPE",
});

const CONTACTS: TableKind<Bureau> = {
  id: "contacts",
  name: "联系名册",
  noun: "单位",
  button: { id: "insertContacts", insert: "插入联系名册", update: "更新联系名册" },
  followsPeriod: false,
  marker: "YIZHI_CONTACTS",
  records: ({ bureaus }, bureau) => (bureau ? [bureau] : bureaus),
  describe: ({ name }) => ({ name, bureaus: [name] }),
  build: contactSheet,
  read: (grid, of) => readEntries(grid, of, CONTACTS),
  code: (key) => key,
  keyCell: (key) => key,
  listed: (records) => records.map(({ key }) => key).join("、"),
  required: "contact",
  reported: "联系方式",
  explains: { id: "contact", header: "联系方式" },
  calculates: false,
};

const [bureau] = bureausToServe(plan);
const contacts = sheetOf(placesOf(contactSheet(plan)));
let host: Host;

const names = (): string[] => host.engine.sheets().map(({ name }) => name);

beforeAll(async () => {
  (TABLES as unknown as TableKind[]).push(CONTACTS);
  (TABLE_WORDS as unknown as TableKind[]).push(CONTACTS);
  ({ host } = await openAddIn());
  await insertTable(FORM, plan, undefined, PERIOD);
  await insertTable(CONTACTS, plan);
  await contacts.type(bureau!.name, "联系方式", "0557-1");
});

afterAll(() => {
  (TABLES as unknown as TableKind[]).pop();
  (TABLE_WORDS as unknown as TableKind[]).pop();
});

test("it is inserted once and found again, and what is typed stays", async () => {
  const again = await insertTable(CONTACTS, plan);
  expect(again).toMatchObject({ sheet: "联系名册", created: false, repairs: [] });
  expect(names().filter((name) => name === "联系名册")).toHaveLength(1);
  expect(await contacts.content(bureau!.name, "联系方式")).toBe("0557-1");
});

test("a row that was deleted comes back, and the others keep their entries", async () => {
  const [, other] = plan.bureaus.filter((one) => one !== bureau);
  await contacts.unprotected((sheet) => {
    const row = contacts.row(other!.name);
    sheet.getRange(`${row}:${row}`).delete("Up");
  });
  const { repairs } = await insertTable(CONTACTS, plan);
  expect(repairs.map(({ code }) => code)).toContain("row-restored");
  expect(await contacts.content(bureau!.name, "联系方式")).toBe("0557-1");
});

test("the audit, which has no rules for it, passes it by but lists what is not filled in", async () => {
  const { report } = await auditForm(plan);
  expect(report.findings.filter(({ message }) => message.includes("联系"))).toEqual([]);
  const open = report.submission.open.find(({ what }) => what === "单位未填");
  expect(open?.names).toHaveLength(plan.bureaus.length - 1);
  await expect(markLagging(plan)).resolves.toMatchObject({ tasks: 0 });
});

test("an entry is written through the pane's own way", async () => {
  const [place] = await writeEntries(plan, [
    { place: { code: bureau!.name, column: "contact" as never }, content: "0557-2" },
  ]);
  expect(place).toMatchObject({ before: "0557-1", content: "0557-2" });
});

test("it goes out to each bureau and what comes back is merged", async () => {
  const { bytes, rows } = await fileFor(plan, bureau!, PERIOD, new Date("2024-01-05T08:00:00Z"));
  expect(rows).toMatchObject({ contacts: 1 });
  const { Workbook } = await loadXlsx();
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const handedOut = placesOf(contactSheet(plan, { bureau: bureau! }));
  workbook.getWorksheet("联系名册")!.getCell(handedOut.cell(bureau!.name, "联系方式")).value = "0557-3";
  const period = parsePeriod(PERIOD, plan);
  if (!period.ok) throw new Error(PERIOD);
  const file = await readIncoming("甲.xlsx", new Uint8Array(await workbook.xlsx.writeBuffer()), {
    plan,
    period: period.value,
    periodText: PERIOD,
  });
  const report = mergeReport(plan, await readMergeTarget(plan, RECORDS), [file], PERIOD);
  const item = report.items.find(({ table }) => (table as string) === "contacts")!;
  expect(item).toMatchObject({ key: bureau!.name, column: "contact", offers: [{ value: "0557-3" }] });
  const { writes, records } = decided(report, { [item.id]: optionId("0557-3") }, "2024-01-05 16:00", PERIOD);
  expect(await writeMerge(plan, writes, records, RECORDS)).toBe(true);
  expect(await contacts.content(bureau!.name, "联系方式")).toBe("0557-3");
});
