import { state } from "./state";

/** The ribbon's buttons by the manifest's action ids, all but the one that only opens the pane. */
const BUTTONS = {
  insertForm: { opensPane: false },
  insertTasks: { opensPane: false },
  auditForm: { opensPane: true },
  markLagging: { opensPane: true },
  distribute: { opensPane: true },
  mergeFiles: { opensPane: true },
  archivePeriod: { opensPane: true },
  rollPeriod: { opensPane: true },
  makeSubmission: { opensPane: true },
  makeDashboard: { opensPane: false },
  makeBriefing: { opensPane: false },
  updateBook: { opensPane: true },
  toPlainFormulas: { opensPane: false },
};
export type ButtonId = keyof typeof BUTTONS;

/** Excel may refuse even this; the ribbon's button must come free all the same. */
const showPane = (): Promise<void> => Office.addin.showAsTaskpane().catch(() => undefined);

/**
 * Connects the ribbon's buttons. Call once, after Office is ready.
 * @param press runs the button's command; never rejects
 */
export function registerRibbon(press: (id: ButtonId) => Promise<void>): void {
  for (const [id, { opensPane }] of Object.entries(BUTTONS))
    Office.actions.associate(id, async (event: Office.AddinCommands.Event) => {
      await press(id as ButtonId);
      if (opensPane || state.get().notice?.kind === "error") await showPane();
      event.completed();
    });
  Office.actions.associate("openPane", async (event: Office.AddinCommands.Event) => {
    await showPane();
    event.completed();
  });
}
