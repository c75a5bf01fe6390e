import type { FunctionCall, FunctionMetadata, FunctionResult, SpreadsheetEngine } from "../engine/engine";
import { cellsOf, failure, hindrance, type InvocationResult, valuesOf } from "./function-results";
import type { Manners } from "./manners";
import type { Table } from "./model";

/** The library's numbers. */
const FUNCTION_CATEGORY = 1;
const INVOKE = 1000;
const CANCEL = 1001;
const CANCELABLE = 1;
/** Results are reported at most every 200 ms instead of 500. */
const FASTER_RESULTS = 2;

/** The library's own setting: results are reported at the end of a round instead of 50 ms after it. */
export const FUNCTION_SETTINGS = { _CustomFunctionSettings: { setResultsDelayMillis: 0 } };

export const FUNCTIONS_SERVICE = "Microsoft.ExcelServices.CustomFunctions";

type Entry = [category: number, type: number, target: string, message: unknown];

interface Invocation {
  call: FunctionCall;
  entry: Entry;
  answer: (call: FunctionCall, result: FunctionResult) => void;
}

/** What office.js tells of the functions' runtime. */
export const FUNCTIONS: Table<CustomFunctions> = {
  members: {
    _SetOsfControlContainerReadyForCustomFunctions: { call: (functions) => functions.start() },
    _GetEnabledFeatures: { call: () => [FASTER_RESULTS] },
    setInvocationArrayResults: {
      call: (functions, results) => functions.settle(results as InvocationResult[]),
    },
  },
};

/** Has the add-in's functions computed by office.js's own runtime, all calls that come together in one message. */
export class CustomFunctions {
  private readonly metadata = new Map<string, FunctionMetadata>();
  private readonly waiting = new Map<number, Invocation>();
  private ready = false;
  private next = 1;
  private last = 0;
  private send: (entries: Entry[]) => void = () => undefined;

  /**
   * @param bound ms after which a call that gave no result is cancelled and fails
   * @param manners read at each call
   */
  constructor(
    private readonly bound: number,
    private readonly manners: Manners,
  ) {}

  /** Makes functions known under their namespace. @throws Error for kinds of functions this host cannot call */
  register(engine: SpreadsheetEngine, functions: FunctionMetadata[], namespace: string): void {
    for (const { id, options } of functions)
      if (options?.stream || options?.requiresAddress)
        throw new Error(`functions.json: ${id} streams or asks for its address`);
    const named = functions.map((one) => [`${namespace}.${one.name}`, one] as const);
    named.forEach(([name, one]) => this.metadata.set(name, one));
    engine.registerFunctions(
      named.map(([name]) => name),
      (calls, answer) => this.invoke(calls, answer),
    );
  }

  /** A window is about to load; what waits is asked of it, once its runtime is ready. */
  connect(send: (entries: Entry[]) => void): void {
    this.send = send;
    this.ready = false;
  }

  /** For how many ms the runtime has been asked for something without any result or further call; 0 when nothing is asked. */
  get waits(): number {
    return this.waiting.size === 0 ? 0 : performance.now() - this.last;
  }

  start(): void {
    this.ready = true;
    const entries = [...this.waiting.values()].map(({ entry }) => entry);
    if (entries.length > 0) this.send(entries);
  }

  /** Takes what the runtime reports. A report may come twice, or after its call was given up. */
  settle(results: InvocationResult[]): void {
    for (const result of results) this.answer(result[0], { cells: cellsOf(result) });
  }

  private answer(id: number, result: FunctionResult): void {
    this.last = performance.now();
    const invocation = this.waiting.get(id);
    this.waiting.delete(id);
    invocation?.answer(invocation.call, result);
  }

  private invoke(all: FunctionCall[], answer: Invocation["answer"]): void {
    const calls = all.filter((call) => {
      const error = hindrance(call, this.manners);
      if (error) answer(call, { cells: [[error]] });
      return !error;
    });
    const ids = calls.map((call) => {
      const id = this.next++;
      const metadata = this.metadata.get(call.name)!;
      const flags = metadata.options?.cancelable ? CANCELABLE : 0;
      const message = [id, metadata.id, valuesOf(metadata, call, this.manners), null, flags, null];
      this.waiting.set(id, { call, entry: [FUNCTION_CATEGORY, INVOKE, "", message], answer });
      return id;
    });
    this.last = performance.now();
    if (this.ready) this.send(ids.map((id) => this.waiting.get(id)!.entry));
    setTimeout(() => this.giveUp(ids.filter((id) => this.waiting.has(id))), this.bound);
  }

  private giveUp(ids: number[]): void {
    if (ids.length === 0) return;
    this.send(ids.map((invocationId) => [FUNCTION_CATEGORY, CANCEL, "", { invocationId }]));
    for (const id of ids) this.answer(id, { cells: failure(), transient: true });
  }
}
