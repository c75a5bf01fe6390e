import { KEPT_IDS, KEPT_LISTS, type KeptId, type KeptList, NAMES, type TableKind } from "../sheets";
import { beginsLikePlan } from "../sheets/plan/recognized";
import { PLAN_SHEETS, type PlanSheetId } from "../sheets/plan/words";
import { type Grid, readReference } from "../grid";
import { type Candidate, candidate, type Found, formulasOf, gridOf, sameName, textOf } from "./candidate";
import { refusedWith } from "./issues";
import { type Kept, KeptReading, type KeptSheet, type OpenKept, rememberedKept } from "./kept";
import { checkPlan, planRead, type PlanRead } from "./plan-state";
import { sync } from "./run";

export { type Candidate, type Found, formulasOf, gridOf, sameName };

/** Headers of a form stand in it, even after a user has put some lines and columns before them. */
const BEGINNING = "A1:AZ40";
/** Tables end in it, whatever people keep beside and below them; a sheet may reach far beyond what can be read at once. */
const TABLE_WINDOW = "A1:AZ2000";
/** Plans are long, and end there. */
const PLAN_WINDOW = "A1:AZ10000";
/** Lists grow. */
const LIST_WINDOW = "A1:Z100000";

/** So many sheets are looked at when none of ours is where it should be. */
const MOST_SHEETS = 50;

const BEGINNING_CELLS = "rowIndex,columnIndex,values,formulas";
const beginningOf = (sheet: Excel.Worksheet): Excel.Range => sheet.getRange(BEGINNING).load(BEGINNING_CELLS);
const asGrid = ({ rowIndex: row, columnIndex: column, values, formulas }: Excel.Range): Grid => ({
  row,
  column,
  values,
  formulas,
});

/** What a command reads first. */
export interface Wanted {
  kinds?: readonly TableKind[];
  /** names of other sheets */
  lists?: readonly string[];
  /** workbook names that point at other sheets, whatever those are called */
  marked?: readonly string[];
  /** the lists that only grow; `remembered`: those that have not changed are not read again */
  kept?: { remembered: boolean };
  /** queues what else is to be read of a sheet that may hold a table */
  also?: (sheet: Excel.Worksheet) => void;
  /** true for what puts another plan in: it does not matter which one is in use */
  anyPlan?: boolean;
  /** true for what takes sheets away: of lists and of the plan's sheets it is to be known whether anything else stands on them */
  whole?: boolean;
}

/** Where each table and list stood last, by marker or name: read at once, without asking first where it is now. */
const lastPlaces = new Map<string, string>();

/** Under which the place of a list that only grows is remembered. */
const keptKey = (id: KeptId): string => `kept ${id}`;

/** Copies of what stood before a command are called so, with a number or alone, until it is done. */
export const BACKUP = "一指备份";
const IS_BACKUP = new RegExp(`^${BACKUP}\\d?…?$`);
let leftover: string[] = [];

/** Names of the copies that interrupted commands had left when the workbook was last read. */
export const leftBackups = (): readonly string[] => leftover;

/** What was just made will be looked for there. */
export const remember = ({ marker }: Pick<TableKind, "marker">, { id }: Excel.Worksheet): void =>
  void lastPlaces.set(marker, id);

/**
 * A command's view of the workbook. What stands where it stood last is read in one request, anything else in a further
 * one: nothing is asked of a sheet before it is known to be there, since nobody knows what Excel does then.
 */
export class View {
  readonly names: Excel.NamedItemCollection;
  readonly sheets: Excel.WorksheetCollection;
  readonly active: Excel.Worksheet;
  private readonly beginning: Excel.Range;
  private readonly candidates = new Map<string, Candidate>();
  /** by sheet */
  private readonly keptReadings = new Map<string, KeptReading>();
  private unsent = false;

  private constructor(
    private readonly context: Excel.RequestContext,
    private readonly wanted: Wanted,
    private readonly signal?: AbortSignal,
  ) {
    const { names, worksheets, protection } = context.workbook;
    names.load("items/name,items/formula");
    worksheets.load("items/id,items/name");
    protection.load("protected");
    [this.names, this.sheets] = [names, worksheets];
    this.active = worksheets.getActiveWorksheet().load("id");
    this.beginning = beginningOf(this.active);
    for (const { marker } of wanted.kinds ?? []) this.queueLast(marker, TABLE_WINDOW);
    for (const name of wanted.lists ?? []) this.queueLast(name, LIST_WINDOW);
    for (const { marker } of PLAN_SHEETS) this.queueLast(marker, PLAN_WINDOW);
    for (const marker of wanted.marked ?? []) this.queueLast(marker, LIST_WINDOW);
    for (const id of KEPT_IDS) this.queueKept(id, lastPlaces.get(keptKey(id)));
  }

  /**
   * Sends a command's first request.
   * @throws PlanChanged when the workbook's plan is not the one that was last taken: nothing has been done by then
   */
  static async of(context: Excel.RequestContext, wanted: Wanted, signal?: AbortSignal): Promise<View> {
    const look = async (): Promise<View> => {
      const view = new View(context, wanted, signal);
      await view.send();
      leftover = view.sheets.items.map(({ name }) => name).filter((name) => IS_BACKUP.test(name));
      await view.readLikely();
      if (!wanted.anyPlan) checkPlan(view.plan());
      return view;
    };
    try {
      return await look();
    } catch (error) {
      if (lastPlaces.size === 0 || !refusedWith(error, "ItemNotFound")) throw error;
      lastPlaces.clear();
      return look();
    }
  }

  /** no sheet may be added, renamed or deleted */
  get structureLocked(): boolean {
    return this.context.workbook.protection.protected;
  }

  private async send(): Promise<void> {
    this.unsent = false;
    await sync(this.context, this.signal);
  }

  private queueLast(key: string, window: string): void {
    const id = lastPlaces.get(key);
    if (id !== undefined) this.queue(id, window);
  }

  private queue(id: string, window: string): void {
    if (this.candidates.has(id)) return;
    this.unsent = true;
    const sheet = this.context.workbook.worksheets.getItem(id);
    const isTable = window === TABLE_WINDOW;
    if (isTable) this.wanted.also?.(sheet);
    const whole = !isTable && this.wanted.whole === true;
    this.candidates.set(id, candidate(sheet, window, isTable ? this.names : null, whole));
  }

  /** Reads those of the sheets that are not read yet. */
  private async read(ids: readonly string[], window: string): Promise<Candidate[]> {
    for (const id of ids) this.queue(id, window);
    if (this.unsent) await this.send();
    return ids.map((id) => this.candidates.get(id)!);
  }

  /** All that names and sheets tell is read together. */
  private async readLikely(): Promise<void> {
    const { kinds = [], lists = [], marked = [] } = this.wanted;
    const known = (ids: (string | undefined)[]): string[] => ids.filter((id) => id !== undefined);
    for (const { id } of PLAN_SHEETS)
      for (const sheet of known([this.idOfPlan(id)])) this.queue(sheet, PLAN_WINDOW);
    for (const id of known(lists.map((name) => this.idNamed(name)))) this.queue(id, LIST_WINDOW);
    for (const id of known(marked.map((marker) => this.idMarked(marker)))) this.queue(id, LIST_WINDOW);
    for (const id of KEPT_IDS) this.queueKept(id, this.idOfKept(id));
    await this.read(known(kinds.map(({ marker }) => this.idMarked(marker))), TABLE_WINDOW);
  }

  /** The sheet that a workbook name points at. */
  private idMarked(marker: string): string | undefined {
    return this.idNamed(readReference(formulasOf(this.names).get(marker) ?? "")?.sheet);
  }

  /** The sheet of a plan: where its workbook name points, else the one of its name; copies are none. */
  private idOfPlan(wanted: PlanSheetId): string | undefined {
    const { marker, name } = PLAN_SHEETS.find(({ id }) => id === wanted)!;
    return this.idMarked(marker) ?? this.idNamed(name);
  }

  /** The sheets of the workbook's plan; those that are not there are absent, foreign ones of their name too. */
  planSheets(): Partial<Record<PlanSheetId, Candidate>> {
    const found: Partial<Record<PlanSheetId, Candidate>> = {};
    for (const { id, marker } of PLAN_SHEETS) {
      const one = this.candidates.get(this.idOfPlan(id) ?? "");
      const grid = gridOf(one ?? null);
      if (one && grid && beginsLikePlan(id, grid)) {
        found[id] = one;
        lastPlaces.set(marker, one.sheet.id);
      } else lastPlaces.delete(marker);
    }
    return found;
  }

  /** What they hold. */
  plan(): PlanRead {
    const found = Object.entries(this.planSheets()).map(
      ([id, one]) => [id, { name: one.sheet.name, grid: gridOf(one)! }] as const,
    );
    return planRead(Object.fromEntries(found), this.template);
  }

  /** From what the workbook's form was made, as its name says. */
  get template(): string {
    return textOf(formulasOf(this.names).get(NAMES.template) ?? "") ?? "";
  }

  private idNamed(wanted: string | undefined): string | undefined {
    return this.sheets.items.find(({ name }) => wanted !== undefined && sameName(name, wanted))?.id;
  }

  private async listAt(key: string, id: string | undefined): Promise<Candidate | null> {
    if (id === undefined) lastPlaces.delete(key);
    else lastPlaces.set(key, id);
    return id === undefined ? null : (await this.read([id], LIST_WINDOW))[0]!;
  }

  /** The sheet of a name, or null when there is none. */
  list(name: string): Promise<Candidate | null> {
    return this.listAt(name, this.idNamed(name));
  }

  /** The sheet that a workbook name points at, or null when there is none. */
  marked(marker: string): Promise<Candidate | null> {
    return this.listAt(marker, this.idMarked(marker));
  }

  private idOfKept(id: KeptId): string | undefined {
    const { marker, name }: KeptList = KEPT_LISTS[id];
    return (marker && this.idMarked(marker)) ?? this.idNamed(name);
  }

  private queueKept(which: KeptId, id: string | undefined): void {
    const { kept } = this.wanted;
    const { changes }: KeptList = KEPT_LISTS[which];
    if (!kept || id === undefined || this.keptReadings.has(id)) return;
    if (kept.remembered && rememberedKept(id)) return;
    this.unsent = true;
    this.keptReadings.set(
      id,
      new KeptReading(this.context.workbook.worksheets.getItem(id), changes === true),
    );
  }

  private async keptOf(kept: KeptId): Promise<KeptSheet | null> {
    const id = this.idOfKept(kept);
    if (id === undefined) lastPlaces.delete(keptKey(kept));
    else lastPlaces.set(keptKey(kept), id);
    if (id === undefined) return null;
    const known = this.keptReadings.has(id) ? undefined : rememberedKept(id);
    if (known) return { ...known, name: this.sheets.items.find((sheet) => sheet.id === id)!.name };
    // changed since the request was sent
    this.queueKept(kept, id);
    if (this.unsent) await this.send();
    return this.keptReadings.get(id)!.read(() => this.send());
  }

  /** The lists that only grow; null where there is none. Such as were read now can be written to. */
  async kept(): Promise<Kept<KeptSheet | OpenKept>> {
    const found: [KeptId, KeptSheet | null][] = [];
    for (const id of KEPT_IDS) found.push([id, await this.keptOf(id)]);
    const names = formulasOf(this.names);
    const gone = found.flatMap(([id, sheet]) => {
      const { marker }: KeptList = KEPT_LISTS[id];
      return sheet === null && marker !== undefined && names.has(marker) ? [id] : [];
    });
    return { ...(Object.fromEntries(found) as Record<KeptId, KeptSheet | null>), gone };
  }

  private async among<T>(ids: readonly string[], read: (grid: Grid) => T | null): Promise<Found<T> | null> {
    for (const one of await this.read(ids, TABLE_WINDOW)) {
      const grid = gridOf(one);
      const table = grid && read(grid);
      if (grid && table !== null) return { ...one, grid, table };
    }
    return null;
  }

  /**
   * The table that is meant: on the open sheet, else where its workbook name points, else on a sheet named like ours, else,
   * if it is looked for everywhere, on any sheet that begins like ours.
   */
  async table<T>(
    { marker, name }: TableKind,
    read: (grid: Grid) => T | null,
    everywhere = false,
  ): Promise<Found<T> | null> {
    const found = await this.tableOn(marker, name, read, everywhere);
    if (found) lastPlaces.set(marker, found.sheet.id);
    return found;
  }

  private async tableOn<T>(
    marker: string,
    sheetName: string,
    read: (grid: Grid) => T | null,
    everywhere: boolean,
  ): Promise<Found<T> | null> {
    const open = this.active.id;
    const marked = this.idMarked(marker);
    const isOpenOurs = open === marked || read(asGrid(this.beginning)) !== null;
    const first = [...(isOpenOurs ? [open] : []), ...(marked && marked !== open ? [marked] : [])];
    for (const id of first) {
      const found = await this.among([id], read);
      if (found) return found;
    }
    const others = this.sheets.items.filter(({ id }) => !first.includes(id));
    const isAlike = ({ name }: Excel.Worksheet): boolean =>
      name.toLowerCase().startsWith(sheetName.toLowerCase());
    const alike = await this.among(
      others.filter(isAlike).map(({ id }) => id),
      read,
    );
    if (alike || !everywhere) return alike;
    const unlike = others.filter((one) => !isAlike(one) && one.id !== open).slice(0, MOST_SHEETS);
    if (unlike.length === 0) return null;
    const beginnings = unlike.map(({ id }) => beginningOf(this.context.workbook.worksheets.getItem(id)));
    await sync(this.context, this.signal);
    return this.among(
      unlike.filter((_, i) => read(asGrid(beginnings[i]!)) !== null).map(({ id }) => id),
      read,
    );
  }
}
