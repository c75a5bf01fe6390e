import type { SpreadsheetEngine } from "../engine/engine";
import {
  DEFAULT_SETS,
  installExternal,
  type OfficeWindow,
  RibbonCommands,
  type RequirementSets,
} from "./boot";
import { HostError } from "./errors";
import { isNewer, memberName } from "./coverage";
import { Workbook } from "./excel/workbook";
import { type Faults, suffer } from "./faults";
import { type FunctionMetadata, hosted } from "./functions";
import { HostObject, through } from "./object";
import { processRequest } from "./process";
import type { RequestBody } from "./protocol";

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

interface Message {
  id: number;
  message: { body: string | RequestBody };
}

/** Parts of Office that are not the workbook; the add-in only tells them things, so they agree to all. */
class Service extends HostObject {
  constructor(readonly type: string) {
    super();
  }
  override getProperty(): unknown {
    return null;
  }
  override setProperty(): void {}
  override callMethod(name: string, args: unknown[]): unknown {
    if (this.type.endsWith("AppRuntime") && name === "SetState") this.onState?.(String(args[0]));
    return name === "_GetEnabledFeatures" ? [] : null;
  }
  onState?: (state: string) => void;
}

export interface HostOptions {
  sets?: RequirementSets;
  /** called when the add-in asks for its pane */
  showPane?: () => void;
}

/** Answers the real Office.js of one window with a workbook on a spreadsheet engine. */
export class Host {
  readonly requests: RequestRecord[] = [];
  readonly faults: Faults = {};
  readonly workbook: Workbook;
  private commands = new RibbonCommands();
  private readonly references = new Map<string, HostObject>();
  private running: Promise<void> = Promise.resolve();

  constructor(
    readonly engine: SpreadsheetEngine,
    private readonly options: HostOptions = {},
  ) {
    this.workbook = new Workbook(engine);
  }

  /** The ExcelApi requirement set that it claims to have. */
  private get excelApi(): string {
    return this.faults.excelApi ?? this.options.sets?.ExcelApi ?? DEFAULT_SETS.ExcelApi!;
  }

  /** Puts Excel's side into a window; call before office.js loads there. A window loaded again replaces the former. */
  attach(target: OfficeWindow): void {
    this.commands = new RibbonCommands();
    const sets = { ...(this.options.sets ?? DEFAULT_SETS), ExcelApi: this.excelApi };
    installExternal(target, this.commands, sets);
    const bridge = {
      onMessageFromHost: (_text: string): void => undefined,
      sendMessageToHost: (text: string): void => {
        const message = JSON.parse(text) as Message;
        this.running = this.running.then(async () => {
          const reply = await this.answer(message);
          if (reply !== null) bridge.onMessageFromHost(reply);
        });
      },
    };
    this.workbook.events.connect({
      answered: () => this.running,
      send: (entries) => bridge.onMessageFromHost(JSON.stringify({ type: PUSH, message: { entries } })),
    });
    target._richApiNativeBridge = bridge;
  }

  /** Null when the answer is lost. */
  private async answer({ id, message }: Message): Promise<string | null> {
    const text = typeof message.body === "string" ? message.body : JSON.stringify(message.body);
    const body = JSON.parse(text) as RequestBody;
    await this.engine.settled();
    const start = performance.now();
    const { before, dropped, delay } = suffer(this.faults);
    const members = new Set<string>();
    const reply = through(
      (type, name) => {
        members.add(`${type}.${memberName(name)}`);
        if (isNewer(type, name, this.excelApi))
          throw new HostError("ApiNotFound", `${type}.${memberName(name)}`);
      },
      () => processRequest(body, this.roots(), before),
    );
    const bytes = new TextEncoder().encode(text).length;
    this.requests.push({
      actions: body.Actions.length,
      bytes,
      ms: performance.now() - start,
      members: [...members],
    });
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    if (dropped) return null;
    return JSON.stringify({
      id,
      type: ANSWER,
      message: { statusCode: 200, headers: {}, body: JSON.stringify(reply) },
    });
  }

  private roots() {
    return {
      root: () => this.workbook,
      create: (typeName: string) => {
        const service = new Service(typeName);
        service.onState = () => this.options.showPane?.();
        return service;
      },
      references: this.references,
    };
  }

  /** Makes the add-in's functions known to the engine under their namespace. */
  registerFunctions(
    functions: FunctionMetadata[],
    namespace: string,
    find: (id: string) => ((...args: unknown[]) => unknown) | undefined,
  ): void {
    for (const metadata of functions)
      this.engine.registerFunction(
        `${namespace}.${metadata.name}`,
        metadata.description ?? "",
        hosted(metadata, find),
      );
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
