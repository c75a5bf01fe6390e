import { toCommandError } from "./issues";

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
 * @throws CommandError when Excel refuses
 */
export async function openWorkbook(bytes: Uint8Array): Promise<void> {
  try {
    await Excel.createWorkbook(base64(bytes));
  } catch (error) {
    throw toCommandError(error);
  }
}

/** Excel for Mac does nothing at a link to a file made here: there files are opened instead of saved. */
export const savesFiles = (): boolean => Office.context.platform !== Office.PlatformType.Mac;
