import type { Bureau, Indicator, Plan } from "../plan";
import { calculationLayout, PLAIN_FORMULAS } from "../plain";
import type { Cell, SheetLayout } from "../grid";
import { expandTable, type TableSheet } from "../tables";
import { planSheetLayouts } from "../sheets/plan";
import { FORM, type PerTable, perTable, type TableKind, TABLES } from "../sheets";
import { fileName } from "./file-name";
import { type Earlier, type GivenLine, withEarlier } from "./given";
import { type Identity, identityLayout, identityOf } from "./identity";
import { loadZip, writeWorkbook } from "../xlsx";

/** One bureau's workbook, ready to be saved. */
export interface OutgoingFile {
  name: string;
  bureau: string;
  /** how many rows of each table */
  rows: PerTable<number>;
  bytes: Uint8Array;
  /** how many cells it brings filled in from earlier periods */
  given?: number;
}

/** What a bureau's workbook holds beside its tables. */
interface Contents {
  identity?: Identity;
  /** the plan is the workbook's own: the file carries it, out of sight, for whoever opens it with the add-in */
  carriesPlan?: boolean;
  /** what earlier periods say, to stand beside what is to be filled in */
  earlier?: Earlier;
}

export interface DistributionOptions extends Pick<Contents, "carriesPlan" | "earlier"> {
  period: string;
  now: Date;
  /** called before each file; a promise lets the page breathe */
  progress?: (done: number, total: number) => void | Promise<void>;
  cancelled?: () => boolean;
}

/** The bureaus that have something to report, in the registry's order. */
export const bureausToServe = (plan: Plan): Bureau[] =>
  plan.bureaus.filter((bureau) => TABLES.some((kind) => kind.records(plan, bureau).length > 0));

/** What is done for every bureau, what comes of it, and the button for it. */
const SERVICES = { distribute: ["分发", "文件", "分发"], remind: ["催报", "清单", "生成催报清单"] } as const;

/** Why a plan has nobody to send to, or to remind, and what to do; null where it has. */
export const nobodyToServe = (plan: Plan, service: keyof typeof SERVICES): string | null => {
  const [doing, made, button] = SERVICES[service];
  if (bureausToServe(plan).length > 0) return null;
  return (
    `“${plan.name}”没有写明责任部门，没有可以${doing}的单位，没有生成${made}。请在“规划指标”表的“责任部门”列填上各项指标由谁填报，再点“${button}”；` +
    `不${doing}的，可以在本工作簿的${plan.place.whole}“${FORM.name}”表直接填写。`
  );
};

/** What an unfilled form's formulas give, so that a viewer that does not calculate shows it. */
const UNFILLED: Record<string, string> = { status: "○ 未填报" };

function withResults(layout: SheetLayout, columnIds: string[]): SheetLayout {
  const result = (cell: Cell | null, column: number): Cell | null =>
    typeof cell === "object" && cell !== null
      ? { ...cell, result: UNFILLED[columnIds[column]!] ?? "" }
      : cell;
  return { ...layout, cells: layout.cells.map((row) => row.map(result)) };
}

/** The sheets of a bureau's workbook, and what they bring of earlier periods; it gets no table of which it has no rows. */
function contentsFor(
  plan: Plan,
  bureau: Bureau,
  period: string,
  { identity = identityOf(plan, bureau, period), carriesPlan = false, earlier }: Contents = {},
): { sheets: SheetLayout[]; given: GivenLine[] } {
  const served = TABLES.filter((kind) => kind.records(plan, bureau).length > 0);
  const tables = served.map((kind) => {
    const sheet = (kind as TableKind).build(plan, { bureau, period, formulas: PLAIN_FORMULAS });
    const { layout, given } = withEarlier(kind.id, expandTable(sheet), sheet, earlier);
    const shown = kind.calculates
      ? withResults(
          layout,
          sheet.columns.map(({ id }) => id),
        )
      : layout;
    return { layout: shown, given };
  });
  const given = tables.flatMap((table) => table.given);
  const form = served.includes(FORM) ? FORM.build(plan, { bureau, period, formulas: PLAIN_FORMULAS }) : null;
  const sheets = [
    ...tables.map(({ layout }) => layout),
    ...sheetsBeside(form, plan, { identity, carriesPlan, given }),
  ];
  return { sheets, given };
}

/** The sheets of a bureau's workbook. */
export const sheetsFor = (
  ...[plan, bureau, period, contents]: Parameters<typeof contentsFor>
): SheetLayout[] => contentsFor(plan, bureau, period, contents).sheets;

/** The hidden sheets beside the tables: what the form's formulas calculate, what the file was made from, the plan. */
export const sheetsBeside = (
  form: TableSheet<Indicator> | null,
  plan: Plan,
  {
    identity,
    carriesPlan,
    given,
  }: { identity: Identity; carriesPlan: boolean; given?: readonly GivenLine[] },
): SheetLayout[] => [
  ...(form ? [calculationLayout(form, plan)] : []),
  identityLayout(identity, given),
  ...(carriesPlan ? planSheetLayouts(plan).map((layout) => ({ ...layout, hidden: true as const })) : []),
];

/** @param purpose 填报 or 上报 */
export const propertiesOf = (identity: Identity, purpose: string) => ({
  title: `${identity.bureau} ${identity.period} ${purpose}`,
  subject: identity.planName,
  keywords: `form@${identity.template} ${identity.planId}@${identity.planVersion} ${identity.fingerprint}`,
  description: `${identity.city} ${identity.bureau} ${identity.period}`.trim(),
});

/** Writes one bureau's workbook. */
export async function fileFor(
  plan: Plan,
  bureau: Bureau,
  period: string,
  created: Date,
  options: Pick<Contents, "carriesPlan" | "earlier"> = {},
): Promise<OutgoingFile> {
  const identity = identityOf(plan, bureau, period);
  const { sheets, given } = contentsFor(plan, bureau, period, { ...options, identity });
  return {
    name: `${fileName(`${bureau.name}_${period}`)}_填报.xlsx`,
    bureau: bureau.name,
    rows: perTable((kind) => kind.records(plan, bureau).length),
    bytes: await writeWorkbook({
      sheets,
      properties: propertiesOf(identity, "填报"),
      created,
    }),
    given: given.length,
  };
}

/** 分发: a workbook for every bureau with indicators or tasks; a joint indicator goes to each. Null when cancelled. */
export async function distribute(plan: Plan, options: DistributionOptions): Promise<OutgoingFile[] | null> {
  const bureaus = bureausToServe(plan);
  const files: OutgoingFile[] = [];
  for (const bureau of bureaus) {
    await options.progress?.(files.length, bureaus.length);
    if (options.cancelled?.()) return null;
    files.push(await fileFor(plan, bureau, options.period, options.now, options));
  }
  return files;
}

/** All files in one .zip; .xlsx files are compressed already. */
export async function zipFiles(files: OutgoingFile[], now: Date): Promise<Uint8Array> {
  const { zipSync } = await loadZip();
  const entries = files.map(({ name, bytes }) => [name, [bytes, { level: 0, mtime: now }]] as const);
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]);
}
