import { CommandType, ICommandService, type Injector, IUndoRedoService } from "@univerjs/core";
import type { Replay, UndoStack } from "../engine/history";

const REPLAY = "workbench.mutation.replay";

interface Params {
  replay: Replay;
  back: boolean;
}

/** Univer's undo, in which changes of the interface stand among a person's own. */
export function undoStack(injector: Injector, unitID: string): UndoStack {
  const undoRedo = injector.get(IUndoRedoService);
  const commands = injector.get(ICommandService);
  commands.registerCommand({
    id: REPLAY,
    type: CommandType.MUTATION,
    handler: (_, { replay, back }: Params) => {
      replay(back);
      return true;
    },
  });
  const step = (replay: Replay, back: boolean) => ({ id: REPLAY, params: { replay, back } satisfies Params });
  return {
    push: (replay) =>
      undoRedo.pushUndoRedo({
        unitID,
        undoMutations: [step(replay, true)],
        redoMutations: [step(replay, false)],
      }),
    clear: () => undoRedo.clearUndoRedo(unitID),
    undo: () => commands.executeCommand("univer.command.undo"),
    redo: () => commands.executeCommand("univer.command.redo"),
  };
}
