import { type ErrorCode, HostError } from "./errors";

/** The requests that pass unharmed before a fault strikes; none: it strikes the next one. */
interface Aim {
  skip?: number;
}

/** What a test or the developer panel makes requests suffer. Undefined parts are no fault. */
export interface Faults {
  /** once: the action with this index (from 0) fails with the code */
  failAction?: Aim & { index: number; code: ErrorCode };
  /** once: the request is carried out, its answer is lost */
  dropAnswer?: Aim;
  /** every answer comes so many milliseconds late */
  delay?: number;
  /** an older requirement set such as "1.8" is claimed, and what is newer refused; the add-in learns it when it loads */
  excelApi?: string;
  /** every request is refused with the code */
  refuseAll?: ErrorCode;
}

/** The faults of one request. */
export interface Suffering {
  /** throws where an action is to fail */
  before: (index: number) => void;
  dropped: boolean;
  delay: number;
}

/** Takes what the next request has to suffer; faults that strike once are used up by it. */
export function suffer(faults: Faults): Suffering {
  const take = <A extends Aim>(aim: A | undefined, used: () => void): A | undefined => {
    if (!aim) return undefined;
    if (aim.skip) {
      aim.skip--;
      return undefined;
    }
    used();
    return aim;
  };
  const { refuseAll, delay = 0 } = faults;
  const failing = take(faults.failAction, () => delete faults.failAction);
  const dropped = take(faults.dropAnswer, () => delete faults.dropAnswer) !== undefined;
  const before = (index: number): void => {
    if (refuseAll) throw new HostError(refuseAll);
    if (failing?.index === index) throw new HostError(failing.code);
  };
  return { before, dropped, delay };
}
