import { loadedOnce, NotLoaded, state } from "../commands";

/** What touches the workbook: commands, functions, and the way to the further tabs. */
export type Commands = typeof import("./commands");

export const commands = loadedOnce(() => import(/* webpackChunkName: "commands" */ "./commands"));

/** Does what the commands' part is needed for, and says so if that does not come. Never rejects. */
export async function perform(work: (part: Commands) => Promise<void>): Promise<void> {
  try {
    await work(await commands());
  } catch (error) {
    if (!(error instanceof NotLoaded)) throw error;
    state.set({ notice: error.notice });
  }
}
