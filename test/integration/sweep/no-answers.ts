import { state } from "../../../src/commands";
import { patience } from "../../../src/excel/run";
import { COMMANDS, difference, engine, host, prepare } from "./sweep";

/** Lets Excel answer nothing: while a cell is edited, and to each request of a command in turn. */
export const tryNoAnswer = (cases: [command: string, state: string][]): void =>
  describe.each(cases)("%s（%s）", (command, name) => {
    test("a cell being edited refuses everything; nothing changes and the notice says to end the editing", async () => {
      const { before, saved } = await prepare(command, name);
      host.faults.refuseAll = "InvalidOperationInCellEditMode";
      await COMMANDS[command]!();
      delete host.faults.refuseAll;
      expect(engine.digest()).toBe(before);
      expect(state.get().notice?.text).toContain("结束编辑");
      engine.restore(saved);
    });

    test("an answer that never comes leaves the pane free after the wait, whatever Excel did", async () => {
      const usual = patience.ms;
      const { before, complete, actions } = await prepare(command, name);
      for (const [skip] of actions.entries()) {
        patience.ms = 50;
        host.faults.dropAnswer = { skip };
        await COMMANDS[command]!();
        patience.ms = usual;
        // what the add-in knows by now it did not ask again
        delete host.faults.dropAnswer;
        expect(state.get().busy).toBeNull();
        const whole = engine.digest() === before ? before : complete;
        expect([skip, difference(engine.digest(), whole)]).toEqual([skip, ""]);
        const { kind, text } = state.get().notice!;
        if (kind === "error") expect(text).toMatch(/没有应答.*再点一次/);
        else expect(engine.digest()).toBe(complete);
        await COMMANDS[command]!();
        expect([skip, difference(engine.digest(), complete)]).toEqual([skip, ""]);
        await prepare(command, name);
      }
    });
  });
