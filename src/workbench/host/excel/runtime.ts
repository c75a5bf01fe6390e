import type { Events } from "../events";
import { HostObject } from "../object";

/** Answers `context.runtime`. */
export class Runtime extends HostObject {
  readonly type = "Runtime";
  constructor(private readonly events: Events) {
    super();
  }
  get EnableEvents(): boolean {
    return this.events.enabled;
  }
  set EnableEvents(value: unknown) {
    this.events.enabled = Boolean(value);
  }
}
