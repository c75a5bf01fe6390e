import type { FunctionMetadata, SpreadsheetEngine } from "../engine/engine";
import {
  DEFAULT_SETS,
  installExternal,
  type OfficeWindow,
  type Platform,
  RibbonCommands,
  type RequirementSets,
} from "./boot";
import { HostError } from "./errors";
import { Access, type Gate } from "./access";
import { isNewer } from "./coverage";
import { Events } from "./events";
import { TABLES } from "./excel";
import { type Faults, suffer } from "./faults";
import { type Manners, usualManners } from "./manners";
import { CustomFunctions, FUNCTION_SETTINGS, FUNCTIONS_SERVICE } from "./functions";
import type { Book } from "./model";
import { type HostObject, object } from "./object";
import { type BeforeAction, processRequest } from "./process";
import { ActionType, PathType, type ReplyBody, type RequestBody } from "./protocol";

/** One round trip. */
export interface RequestRecord {
  actions: number;
  /** of the request's body as text */
  bytes: number;
  ms: number;
  /** what was asked for, such as `Range.values`, each once */
  members: string[];
}

/** Kinds of messages to the library. */
const ANSWER = 2;
const PUSH = 3;

const FUNCTION_BOUND = 30_000;

/** The library's flag of a request that waits until the user has finished editing a cell. */
const DELAY_FOR_CELL_EDIT = 64;
/** Functions that have their program answer at once; what takes longer waits for something. */
const FUNCTIONS_MS = 100;
const FUNCTIONS_POLL_MS = 20;
const EDITING_POLL_MS = 10;

interface Message {
  id: number;
  flags?: number;
  message: { body: string | RequestBody };
}

interface Request {
  id: number;
  body: RequestBody;
  bytes: number;
  waits: boolean;
}

function requestOf(text: string): Request {
  const { id, flags = 0, message } = JSON.parse(text) as Message;
  const body = typeof message.body === "string" ? message.body : JSON.stringify(message.body);
  return {
    id,
    body: JSON.parse(body) as RequestBody,
    bytes: new TextEncoder().encode(body).length,
    waits: (flags & DELAY_FOR_CELL_EDIT) !== 0,
  };
}

const answerOf = (id: number, reply: ReplyBody): string =>
  JSON.stringify({
    id,
    type: ANSWER,
    message: { statusCode: 200, headers: {}, body: JSON.stringify(reply) },
  });

const isOfFunctions = ({ body }: Request): boolean =>
  Object.values(body.ObjectPaths).some(({ Name }) => Name === FUNCTIONS_SERVICE);

const WRITING = new Set<ActionType>([ActionType.Call, ActionType.Set, ActionType.Update]);
/** Getting changes nothing; what starts with _ is the library's own, such as keeping objects and listening. */
const HARMLESS = /^(_|Get|Load|Activate$|Select$)/;

/** Whether a request may change the workbook. A method that gives an object is no action, only the object's path. */
const mayWrite = ({ Actions, ObjectPaths }: RequestBody): boolean =>
  Actions.some(({ ActionType: type, Name }) => WRITING.has(type) && !HARMLESS.test(Name ?? "")) ||
  Object.values(ObjectPaths).some(
    ({ ObjectPathType: type, Name }) => type === PathType.Method && !HARMLESS.test(Name),
  );

export interface HostOptions {
  sets?: RequirementSets;
  /** called when the add-in asks for its pane */
  showPane?: () => void;
  /** makes what a request that may write does to the workbook */
  change?: <T>(act: () => T) => T;
  /** empties what the user can undo */
  clearHistory?: () => void;
  /** ms after which a custom function that gave no result is given up */
  functionBound?: number;
  /** Office's name for the system it runs on */
  platform?: Platform;
  /** called with the .xlsx file of a new workbook that the add-in opens, in base64 */
  openWorkbook?: (base64: string) => void;
}

/** Answers the real Office.js of one window with a workbook on a spreadsheet engine. */
export class Host {
  readonly requests: RequestRecord[] = [];
  readonly faults: Faults = {};
  readonly manners: Manners = usualManners();
  readonly workbook: Book;
  private readonly commands = new RibbonCommands();
  private readonly functions: CustomFunctions;
  private readonly references = new Map<string, HostObject>();
  private running: Promise<void> = Promise.resolve();

  constructor(
    readonly engine: SpreadsheetEngine,
    private readonly options: HostOptions = {},
  ) {
    const { openWorkbook } = options;
    this.workbook = {
      engine,
      manners: this.manners,
      events: new Events(engine),
      password: null,
      undoEmptied: false,
      ...(openWorkbook && { openWorkbook }),
    };
    this.functions = new CustomFunctions(options.functionBound ?? FUNCTION_BOUND, this.manners);
  }

  /** The ExcelApi requirement set that it claims to have. */
  private get excelApi(): string {
    return this.faults.excelApi ?? this.options.sets?.ExcelApi ?? DEFAULT_SETS.ExcelApi!;
  }

  /** Puts Excel's side into a window; call before office.js loads there. A window loaded again replaces the former. */
  attach(target: OfficeWindow): void {
    this.commands.end();
    const sets = { ...(this.options.sets ?? DEFAULT_SETS), ExcelApi: this.excelApi };
    installExternal(target, this.commands, sets, this.options.platform);
    const bridge = {
      onMessageFromHost: (_text: string): void => undefined,
      sendMessageToHost: (text: string): void => {
        const request = requestOf(text);
        if (isOfFunctions(request))
          void Promise.resolve().then(() => bridge.onMessageFromHost(this.takeResults(request)));
        else
          this.running = this.running.then(async () => {
            const reply = await this.answer(request);
            if (reply !== null) bridge.onMessageFromHost(reply);
          });
      },
    };
    const push = (entries: unknown[]): void =>
      bridge.onMessageFromHost(JSON.stringify({ type: PUSH, message: { entries } }));
    this.workbook.events.connect({ answered: () => this.running, send: push });
    this.functions.connect(push);
    target._richApiNativeBridge = bridge;
    target.Script = FUNCTION_SETTINGS;
  }

  /** Results of functions are taken while the calculation that asked for them goes on, and are no round trips. */
  private takeResults({ id, body }: Request): string {
    return answerOf(id, processRequest(body, this.roots(), new Access(TABLES)));
  }

  /** Null when the answer is lost. */
  private async answer({ id, body, bytes, waits }: Request): Promise<string | null> {
    while (waits && this.manners.editing)
      await new Promise((resolve) => setTimeout(resolve, EDITING_POLL_MS));
    await this.calculated();
    const start = performance.now();
    const { before, dropped, delay } = suffer(this.faults);
    const members = new Set<string>();
    const gate: Gate = (kind, name) => {
      members.add(`${kind}.${name}`);
      if (isNewer(kind, name, this.excelApi)) throw new HostError("ApiNotFound", `${kind}.${name}`);
    };
    const access = new Access(TABLES, gate);
    const reply = this.change(body, () => processRequest(body, this.roots(), access, this.refusing(before)));
    this.requests.push({
      actions: body.Actions.length,
      bytes,
      ms: performance.now() - start,
      members: [...members],
    });
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    return dropped ? null : answerOf(id, reply);
  }

  /** Excel answers while functions are at work: one may itself wait for an answer. */
  private async calculated(): Promise<void> {
    let isSettled = false;
    const settled = this.engine.settled().then(() => void (isSettled = true));
    const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, FUNCTIONS_POLL_MS));
    while (!isSettled && this.functions.waits < FUNCTIONS_MS) await Promise.race([settled, pause()]);
  }

  /** What does not wait for a cell's editing is refused meanwhile. */
  private refusing(before: BeforeAction): BeforeAction {
    return (index) => {
      if (this.manners.editing) throw new HostError("InvalidOperationInCellEditMode");
      before(index);
    };
  }

  private change<T>(body: RequestBody, act: () => T): T {
    const done = this.options.change && mayWrite(body) ? this.options.change(act) : act();
    if (this.workbook.undoEmptied) this.options.clearHistory?.();
    this.workbook.undoEmptied = false;
    return done;
  }

  private roots() {
    return {
      root: () => object("Workbook", this.workbook),
      create: (name: string): HostObject =>
        name === FUNCTIONS_SERVICE
          ? object("CustomFunctions", this.functions)
          : object("Service", { name, showPane: () => this.options.showPane?.() }),
      references: this.references,
      nullMembers: this.manners.nullMembers,
    };
  }

  /** Makes the functions of functions.json known to the engine under their namespace. */
  registerFunctions(functions: FunctionMetadata[], namespace: string): void {
    this.functions.register(this.engine, functions, namespace);
  }

  /** The add-in listens to the ribbon. */
  get ready(): boolean {
    return this.commands.ready;
  }

  /** Presses a ribbon button; resolves when the add-in is done. */
  press(actionId: string, controlId = actionId): Promise<void> {
    return this.commands.press(actionId, controlId);
  }

  /** Resolves when all requests are answered, everything is calculated and listeners have done their work. */
  async settled(): Promise<void> {
    let seen: Promise<void>;
    do {
      seen = this.running;
      await seen;
      await this.engine.settled();
      await this.workbook.events.told();
      await new Promise((resolve) => setTimeout(resolve, 0));
    } while (seen !== this.running);
  }
}
