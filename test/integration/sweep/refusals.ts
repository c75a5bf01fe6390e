import { state } from "../../../src/commands";
import type { ErrorCode } from "../../../src/workbench/host/errors";
import { COMMANDS, difference, engine, host, prepare } from "./sweep";

const CODES: ErrorCode[] = [
  "AccessDenied",
  "GeneralException",
  "InvalidArgument",
  "ItemNotFound",
  "ApiNotFound",
  "InvalidOperation",
];

const TOLD_WHAT_TO_DO = /(请|再)/;

/** Refuses each action of a command in turn. */
export const tryEachRefusal = (cases: [command: string, state: string][]): void =>
  describe.each(cases)("%s（%s）", (command, name) => {
    test("whichever action Excel refuses, all is done or nothing, and the notice says which", async () => {
      const { before, complete, saved, actions } = await prepare(command, name);
      const outcomes = new Set<string>();
      for (const [skip, count] of actions.entries())
        for (let index = 0; index < count; index++) {
          host.faults.failAction = { skip, index, code: CODES[index % CODES.length]! };
          await COMMANDS[command]!();
          const [after, notice] = [engine.digest(), state.get().notice];
          const where = `request ${skip}, action ${index}`;
          if (after === before && notice?.kind === "error") {
            expect(notice.text).toMatch(TOLD_WHAT_TO_DO);
            outcomes.add("as before");
          } else {
            const differs = difference(after, notice?.kind === "error" ? before : complete);
            expect({ where, differs, notice }).toEqual({ where, differs: "", notice });
            expect({ where, kind: notice?.kind }).not.toEqual({ where, kind: "error" });
            outcomes.add("complete");
            engine.restore(saved);
          }
        }
      expect(outcomes).toContain("as before");
    });
  });
