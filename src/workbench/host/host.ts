import type { SpreadsheetEngine } from "../engine/engine";
import {
  DEFAULT_SETS,
  installExternal,
  type OfficeWindow,
  RibbonCommands,
  type RequirementSets,
} from "./boot";
import { type ErrorCode, HostError } from "./errors";
import { Workbook } from "./excel/workbook";
import { type FunctionMetadata, hosted } from "./functions";
import { HostObject } from "./object";
import { processRequest } from "./process";
import type { RequestBody } from "./protocol";

/** One round trip. */
export interface RequestRecord {
  actions: number;
  /** of the request's body as text */
  bytes: number;
  ms: number;
}

/** What a test makes the next requests suffer. */
export interface Faults {
  /** the action with this index (from 0) fails with the code, in the next request of at least so many actions */
  failAction?: { index: number; code: ErrorCode; leastActions?: number };
  /** every request is refused with the code */
  refuseAll?: ErrorCode;
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
  private readonly commands = new RibbonCommands();
  private readonly references = new Map<string, HostObject>();
  private running: Promise<void> = Promise.resolve();

  constructor(
    readonly engine: SpreadsheetEngine,
    private readonly options: HostOptions = {},
  ) {
    this.workbook = new Workbook(engine);
  }

  /** Puts Excel's side into a window; call before office.js loads there. */
  attach(target: OfficeWindow): void {
    installExternal(target, this.commands, this.options.sets ?? DEFAULT_SETS);
    const bridge = {
      onMessageFromHost: (_text: string): void => undefined,
      sendMessageToHost: (text: string): void => {
        const message = JSON.parse(text) as Message;
        this.running = this.running.then(async () => bridge.onMessageFromHost(await this.answer(message)));
      },
    };
    this.workbook.events.connect({
      answered: () => this.running,
      send: (entries) => bridge.onMessageFromHost(JSON.stringify({ type: PUSH, message: { entries } })),
    });
    target._richApiNativeBridge = bridge;
  }

  private async answer({ id, message }: Message): Promise<string> {
    const text = typeof message.body === "string" ? message.body : JSON.stringify(message.body);
    const body = JSON.parse(text) as RequestBody;
    await this.engine.settled();
    const start = performance.now();
    const { refuseAll } = this.faults;
    const failAction = this.takeFailure(body.Actions.length);
    const reply = processRequest(body, this.roots(), (index) => {
      if (refuseAll) throw new HostError(refuseAll);
      if (failAction?.index === index) throw new HostError(failAction.code);
    });
    const bytes = new TextEncoder().encode(text).length;
    this.requests.push({ actions: body.Actions.length, bytes, ms: performance.now() - start });
    return JSON.stringify({
      id,
      type: ANSWER,
      message: { statusCode: 200, headers: {}, body: JSON.stringify(reply) },
    });
  }

  private takeFailure(actions: number): Faults["failAction"] {
    const { failAction } = this.faults;
    if (!failAction || actions < (failAction.leastActions ?? 0)) return undefined;
    delete this.faults.failAction;
    return failAction;
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
