import type { Area, SpreadsheetEngine } from "../engine/engine";
import { type EventMessage, EventType, messagesOf } from "./event-args";

const EVENT_CATEGORY = 65536;
/** Ranges of past events that handlers may still ask for. */
const KEPT_RANGES = 1000;

interface EventEntry {
  messageCategory: number;
  messageType: EventType;
  targetId: string;
  /** the arguments, as text */
  message: string;
}

/** The way to one window's listeners. */
interface AddIn {
  send: (entries: EventEntry[]) => void;
  /** resolves when the request that runs is answered */
  answered: () => Promise<void>;
}

/** Tells the add-in's listeners what happened, after the request that did it is answered and all is calculated. */
export class Events {
  /** false while the add-in has switched its events off */
  enabled = true;
  private addIn: AddIn | null = null;
  /** how many listeners the add-in has, by event and target */
  private readonly listeners = new Map<string, number>();
  private readonly ranges = new Map<string, { sheet: string; area: Area }>();
  private nextRange = 1;
  private queue: EventMessage[] = [];
  private telling: Promise<void> | null = null;

  constructor(private readonly engine: SpreadsheetEngine) {
    engine.onEvent((event) => {
      if (!this.enabled || !this.addIn) return;
      const heard = messagesOf(event, engine).filter((message) => this.heard(message).length > 0);
      if (heard.length === 0) return;
      this.queue.push(...heard);
      this.telling ??= this.tell().finally(() => (this.telling = null));
    });
  }

  /** From now on this window's listeners are told; a window that loads has none yet. */
  connect(addIn: AddIn): void {
    this.addIn = addIn;
    this.listeners.clear();
    this.enabled = true;
  }

  listen(type: EventType, target: string, listens: boolean): void {
    const key = `${type} ${target}`;
    this.listeners.set(key, Math.max((this.listeners.get(key) ?? 0) + (listens ? 1 : -1), 0));
  }

  /** For the selection of the workbook the library registers nothing. */
  private heard({ type, targets }: EventMessage): string[] {
    if (type === EventType.WorkbookSelection) return targets;
    return targets.filter((target) => (this.listeners.get(`${type} ${target}`) ?? 0) > 0);
  }

  /** The changed range of an event, or null when it is no longer known. */
  rangeOf(reference: string): { sheet: string; area: Area } | null {
    return this.ranges.get(reference) ?? null;
  }

  /** Resolves when the listeners have been told all that happened. */
  async told(): Promise<void> {
    while (this.telling) await this.telling;
  }

  private async tell(): Promise<void> {
    while (this.queue.length > 0) {
      await this.addIn?.answered();
      await this.engine.settled();
      const told = this.queue.splice(0);
      this.addIn?.send(told.flatMap((message) => this.entries(message)));
    }
  }

  private entries(event: EventMessage): EventEntry[] {
    const { type, args, changed } = event;
    const referenceId = changed && this.keep(changed);
    const message = JSON.stringify({ ...args(), ...(referenceId && { referenceId }) });
    return this.heard(event).map((targetId) => ({
      messageCategory: EVENT_CATEGORY,
      messageType: type,
      targetId,
      message,
    }));
  }

  private keep(range: { sheet: string; area: Area }): string {
    const reference = `event-${this.nextRange++}`;
    this.ranges.set(reference, range);
    if (this.ranges.size > KEPT_RANGES) this.ranges.delete(this.ranges.keys().next().value!);
    return reference;
  }
}
