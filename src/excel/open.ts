import { answered } from "./run";

const CHUNK = 0x8000;

/** Bytes as base64, in parts that a call can take. */
function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += CHUNK)
    text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

/**
 * Opens an .xlsx file made here as a new workbook, in a window of its own, which its user saves.
 * @param signal ends the waiting; Excel may open it all the same
 * @throws CommandError when Excel refuses or does not answer, or the user cancels
 */
export const openWorkbook = (bytes: Uint8Array, signal?: AbortSignal): Promise<void> =>
  answered(Excel.createWorkbook(base64(bytes)), undefined, signal);

/** Excel for Mac does nothing at a link to a file made here: there files are opened instead of saved. */
export const savesFiles = (): boolean => Office.context.platform !== Office.PlatformType.Mac;
